/** One thing that can be taken back, newest last. */
export interface UndoEntry {
  /** What was done, as a person reads it: "Relevant: Tariffs on textiles". */
  label: string;
  /** Takes it back; may send a command. What resolves to `false` could not be taken back yet, and is offered again. */
  undo(): unknown;
}

/** Steps that can be taken back before the oldest is forgotten. */
const LIMIT = 200;

/** What the curator did, so that each step can be taken back in turn. Lives as long as the page. */
export class UndoStack {
  #entries: readonly UndoEntry[] = [];
  readonly #listeners = new Set<() => void>();
  readonly #limit: number;

  constructor(limit = LIMIT) {
    this.#limit = limit;
  }

  push(entry: UndoEntry): void {
    this.#set([...this.#entries, entry].slice(-this.#limit));
  }

  /** Takes the newest step off and runs it. @returns the step, or null when there is none. */
  undo(): UndoEntry | null {
    const entry = this.#entries.at(-1);
    if (entry === undefined) return null;
    this.#set(this.#entries.slice(0, -1));
    void this.#run(entry);
    return entry;
  }

  /** Somebody else is at the desk: these steps are not theirs to take back. */
  clear(): void {
    this.#set([]);
  }

  /** Takes back one given step (its toast was pressed) unless that already happened. */
  undoEntry(entry: UndoEntry): boolean {
    if (!this.#entries.includes(entry)) return false;
    this.#set(this.#entries.filter((other) => other !== entry));
    void this.#run(entry);
    return true;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly entries = (): readonly UndoEntry[] => this.#entries;

  async #run(entry: UndoEntry): Promise<void> {
    if ((await entry.undo()) === false) this.push(entry);
  }

  #set(entries: readonly UndoEntry[]): void {
    this.#entries = entries;
    for (const listener of this.#listeners) listener();
  }
}
