/** Saves what changes, a moment after it changed, one save after the other, and says how that goes. */

export type SaveState =
  | 'saved'
  /** Changed, not sent yet. */
  | 'unsaved'
  | 'saving'
  /** The desk was not reached; it is tried again by itself. */
  | 'away'
  /** Somebody saved a newer version: nothing is sent until one of the two is chosen. */
  | 'conflict'
  /** The desk does not take it as it is; the next change is tried again. */
  | 'refused';

export type SaveAnswer = 'saved' | 'away' | 'conflict' | 'refused';

interface AutosaveOptions<C> {
  /** Sends a change. Must not throw. */
  save(change: C): Promise<SaveAnswer>;
  /** One change that says what `earlier` and then `later` say. */
  merge(earlier: C, later: C): C;
  /** Calls `run` after `ms` milliseconds; returns what cancels it. */
  later(run: () => void, ms: number): () => void;
}

/** Milliseconds of silence before a change is saved, and before an unreached desk is tried again. */
const PAUSE_MS = 700;
const AGAIN_MS = 4000;

export class Autosave<C> {
  #state: SaveState = 'saved';
  #pending: { change: C } | null = null;
  #cancel: (() => void) | null = null;
  #running: Promise<void> | null = null;
  #sending: { change: C } | null = null;
  #drops = 0;
  readonly #listeners = new Set<() => void>();
  readonly #options: AutosaveOptions<C>;

  constructor(options: AutosaveOptions<C>) {
    this.#options = options;
  }

  readonly state = (): SaveState => this.#state;

  /** True while something is not on the desk yet. */
  readonly dirty = (): boolean => this.#pending !== null || this.#running !== null;

  /** True while a save is on its way, whatever has been changed since. */
  readonly sending = (): boolean => this.#sending !== null;

  /** All that is not on the desk yet, as one change; null when there is nothing. */
  readonly unsaved = (): C | null => {
    if (this.#sending === null) return this.#pending?.change ?? null;
    if (this.#pending === null) return this.#sending.change;
    return this.#options.merge(this.#sending.change, this.#pending.change);
  };

  /** Gives up what is not on the desk. */
  drop(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#pending = null;
    this.#drops += 1;
    this.#set('saved');
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  change(change: C): void {
    this.#pending = {
      change: this.#pending === null ? change : this.#options.merge(this.#pending.change, change),
    };
    if (this.#state === 'conflict') return;
    this.#set('unsaved');
    this.#schedule(PAUSE_MS);
  }

  /** Saves at once what waits. @returns whether everything is on the desk. */
  async flush(): Promise<boolean> {
    this.#cancel?.();
    this.#cancel = null;
    // Whoever waited for the same save may have begun the next one meanwhile.
    while (this.#running !== null) await this.#running;
    if (this.#pending !== null && this.#state !== 'conflict') {
      this.#running = this.#send(this.#pending.change);
      await this.#running;
      if (this.#state === 'unsaved') return this.flush();
    }
    return this.#pending === null;
  }

  /** After a conflict: drops what waits, or sends it on top of the newer version. */
  async settle(choice: 'mine' | 'theirs'): Promise<void> {
    if (this.#state !== 'conflict') return;
    if (choice === 'theirs') this.#pending = null;
    this.#set(choice === 'theirs' ? 'saved' : 'unsaved');
    if (choice === 'mine') await this.flush();
  }

  async #send(change: C): Promise<void> {
    const sent = this.#pending;
    const drops = this.#drops;
    this.#pending = null;
    this.#sending = { change };
    this.#set('saving');
    const answer = await this.#options.save(change);
    this.#running = null;
    this.#sending = null;
    if (answer === 'saved' || drops !== this.#drops) {
      this.#set(this.#pending === null ? 'saved' : 'unsaved');
      return;
    }
    // What was typed meanwhile goes on top of what did not arrive.
    const typed = this.#waiting();
    this.#pending = typed === null ? sent : { change: this.#options.merge(change, typed.change) };
    this.#set(answer);
    if (answer === 'away') this.#schedule(AGAIN_MS);
  }

  #waiting(): { change: C } | null {
    return this.#pending;
  }

  #schedule(ms: number): void {
    this.#cancel?.();
    this.#cancel = this.#options.later(() => void this.flush(), ms);
  }

  #set(state: SaveState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
