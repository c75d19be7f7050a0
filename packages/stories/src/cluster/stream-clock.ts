const HOUR = 3_600_000;
const MEMORY = 31;

/** The time of a stream, told from the dates of its items, of which a few may be absurd (1970, 2099, none). */
export class StreamClock {
  readonly #window: number;
  readonly #recent: number[] = [];
  #seen = 0;
  now = 0;

  constructor(windowHours: number) {
    this.#window = windowHours * HOUR;
  }

  /** The time to reckon with for an item, never further from now than the window before or a day ahead. */
  read(date: string | null | undefined): number {
    const parsed = date === null || date === undefined ? Number.NaN : Date.parse(date);
    if (!Number.isNaN(parsed)) this.#notice(parsed);
    const time = Number.isNaN(parsed) ? this.now : parsed;
    return Math.min(Math.max(time, this.now - this.#window), this.now + 24 * HOUR);
  }

  #notice(time: number): void {
    this.#recent[this.#seen++ % MEMORY] = time;
    const sorted = [...this.#recent].sort((a, b) => a - b);
    this.now = sorted[Math.floor((sorted.length - 1) / 2)] ?? time;
  }
}
