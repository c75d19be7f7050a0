/**
 * Commands on their way to the desk: shown as done at once, sent in order, kept through a reload and sent again when
 * the connection comes back. Each carries a `commandId`, so sending one twice changes nothing.
 */

/** What the outbox holds; `C` is the command itself, plain JSON. */
export interface Outgoing<C> {
  commandId: string;
  command: C;
}

/** How sending went: `again` = the desk was not reached, `refused` = it answered, and never will take this. */
export type Sent = { kind: 'done' } | { kind: 'again' } | { kind: 'refused'; reason: string };

interface OutboxOptions<C> {
  send(outgoing: Outgoing<C>): Promise<Sent>;
  /** Told when a command has reached the desk (`done`) or was refused. */
  settled(outgoing: Outgoing<C>, sent: Sent): void;
  storage: Pick<Storage, 'getItem' | 'setItem'> | null;
  storageKey: string;
  /** Calls `run` after `ms` milliseconds; returns what cancels it. */
  later(run: () => void, ms: number): () => void;
}

/** Milliseconds before the n-th attempt in a row: 1 s, 2 s, 4 s ... at most 30 s. */
export const retryDelay = (failures: number) => Math.min(30_000, 1000 * 2 ** Math.max(0, failures - 1));

export class Outbox<C> {
  #waiting: readonly Outgoing<C>[];
  #sending = false;
  #failures = 0;
  #cancelRetry: (() => void) | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #options: OutboxOptions<C>;

  constructor(options: OutboxOptions<C>) {
    this.#options = options;
    this.#waiting = restore<C>(options);
  }

  /** What has not reached the desk yet, oldest first. */
  readonly waiting = (): readonly Outgoing<C>[] => this.#waiting;

  /** True while the desk cannot be reached. */
  readonly stuck = (): boolean => this.#failures > 0;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  put(outgoing: Outgoing<C>): void {
    this.#set([...this.#waiting, outgoing]);
    void this.flush();
  }

  /** Sends what waits, one after the other; call it too when the browser says that it is online again. */
  async flush(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    this.#cancelRetry?.();
    this.#cancelRetry = null;
    try {
      for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0])
        if (!(await this.#sendOne(next))) break;
    } finally {
      this.#sending = false;
    }
  }

  async #sendOne(outgoing: Outgoing<C>): Promise<boolean> {
    const sent = await this.#options.send(outgoing);
    if (sent.kind === 'again') {
      this.#failures++;
      this.#cancelRetry = this.#options.later(() => void this.flush(), retryDelay(this.#failures));
      this.#tell();
      return false;
    }
    this.#failures = 0;
    this.#options.settled(outgoing, sent);
    this.#set(this.#waiting.filter((other) => other !== outgoing));
    return true;
  }

  #set(waiting: readonly Outgoing<C>[]): void {
    this.#waiting = waiting;
    try {
      this.#options.storage?.setItem(this.#options.storageKey, JSON.stringify(waiting));
    } catch {
      // Storage is full or closed: the commands still wait in memory.
    }
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function restore<C>(options: OutboxOptions<C>): Outgoing<C>[] {
  try {
    const kept: unknown = JSON.parse(options.storage?.getItem(options.storageKey) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isOutgoing<C>) : [];
  } catch {
    return [];
  }
}

const isOutgoing = <C>(value: unknown): value is Outgoing<C> =>
  typeof value === 'object' && value !== null && 'commandId' in value && 'command' in value;
