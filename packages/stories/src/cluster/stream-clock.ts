const HOUR = 3_600_000;
const MEMORY = 31;

/** When an item is from, in milliseconds since 1970. */
export interface Moment {
  /** As its source tells, for whether it can be about the same event. A date in the far future is told as near now. */
  told: number;
  /** For how long it is kept: within the window before now and a day after, whatever its source tells. */
  reckoned: number;
}

/** The time of a stream, told from the dates of its items, of which a few may be absurd (1970, 2099, none). */
export class StreamClock {
  readonly #window: number;
  readonly #recent: number[] = [];
  #seen = 0;
  #latest = 0;
  now = 0;

  constructor(windowHours: number) {
    this.#window = windowHours * HOUR;
  }

  /**
   * An item without a date is from now. Sources that are read one after the other bring old items late: those of one
   * archive must not look as if all had happened at once, only because all are older than the window.
   */
  read(date: string | null | undefined): Moment {
    const parsed = date === null || date === undefined ? Number.NaN : Date.parse(date);
    if (!Number.isNaN(parsed)) this.#notice(parsed);
    const time = Number.isNaN(parsed) ? this.now : parsed;
    return {
      told: Math.min(time, this.#latest + this.#window),
      reckoned: Math.min(Math.max(time, this.now - this.#window), this.now + 24 * HOUR),
    };
  }

  #notice(time: number): void {
    this.#recent[this.#seen++ % MEMORY] = time;
    const sorted = new Float64Array(this.#recent).sort();
    this.now = sorted[Math.floor((sorted.length - 1) / 2)] ?? time;
    this.#latest = Math.max(this.#latest, this.now);
  }
}
