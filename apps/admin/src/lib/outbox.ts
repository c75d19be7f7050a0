/**
 * Commands on their way to the desk: shown as done at once, sent in order, kept through a reload and sent again when
 * the connection comes back. Each carries a `commandId`, so sending one twice changes nothing.
 *
 * Commands are their person's: each page keeps a list of its own under the person's number, and holds a lock by the
 * list's name as long as it is open. A page takes over its own person's lists whose lock comes free; those of others
 * stay where they are until their person is here again.
 */

/** What the outbox holds; `C` is the command itself, plain JSON. */
export interface Outgoing<C> {
  commandId: string;
  command: C;
}

/** How sending went: `again` = the desk was not reached, `refused` = it answered, and never will take this. */
export type Sent = { kind: 'done' } | { kind: 'again' } | { kind: 'refused'; reason: string };

interface OutboxOptions<C> {
  /** `person`: in whose name; whoever takes it has to refuse it under another, since pages learn late who signed in. */
  send(outgoing: Outgoing<C>, person: number): Promise<Sent>;
  /** Told when a command has reached the desk (`done`) or was refused. */
  settled(outgoing: Outgoing<C>, sent: Sent): void;
  storage: Drawer | null;
  /** Without them (no secure context) a list is taken over though its page may live: both then send the same commands. */
  locks: Locks | null;
  /** This page among all that are open. */
  page: string;
  /** Calls `run` after `ms` milliseconds; returns what cancels it. */
  later(run: () => void, ms: number): () => void;
}

/** Milliseconds before the n-th attempt in a row: 1 s, 2 s, 4 s ... at most 30 s. */
export const retryDelay = (failures: number) => Math.min(30_000, 1000 * 2 ** Math.max(0, failures - 1));

type Drawer = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export interface Locks {
  request(name: string, work: () => unknown): Promise<unknown>;
}

/** What lists were called that say nothing of their person. */
const NOBODYS = 'throughline.outbox';
/** Whom the desk named last, to any page of this browser. */
export const PERSON = 'throughline.person';
const listsOf = (person: number) => `${NOBODYS}.${person}.`;

export class Outbox<C> {
  #waiting: readonly Outgoing<C>[] = [];
  #person: number | null = null;
  /** The desk itself has said that this person is signed in; until then nothing is sent. */
  #sure = false;
  #release: () => void = () => {};
  readonly #awaited = new Set<string>();
  #sending = false;
  #failures = 0;
  #cancelRetry: (() => void) | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #options: OutboxOptions<C>;

  constructor(options: OutboxOptions<C>) {
    this.#options = options;
    const last = Number(this.#read(PERSON));
    if (last > 0) this.#belongTo(last);
  }

  /**
   * The desk says who is signed in: what waits is theirs, and what an earlier person left stays behind for them.
   *
   * @returns how many commands of others stay behind, when somebody else was here before; otherwise 0.
   */
  signedIn(person: number): number {
    const another = (this.#read(PERSON) ?? String(person)) !== String(person);
    if (this.#person !== person) this.#belongTo(person);
    this.#sure = true;
    this.#write(PERSON, String(person));
    void this.flush();
    if (!another) return 0;
    const left = this.#keys(`${NOBODYS}.`).filter((key) => !key.startsWith(listsOf(person)));
    return left.reduce((sum, key) => sum + readList<C>(this.#read(key)).length, 0);
  }

  /** Looks for lists of the same person; call it when another page has changed the storage. */
  readonly gather = (): void => {
    if (this.#person === null) return;
    for (const key of this.#keys(listsOf(this.#person))) if (key !== this.#key) this.#await(key);
  };

  /** Takes a list away that does not say whose it is. @returns how many commands are lost with it. */
  dropNobodys(): number {
    const lost = readList<C>(this.#read(NOBODYS)).length;
    this.#remove(NOBODYS);
    return lost;
  }

  /** What has not reached the desk yet, oldest first. */
  readonly waiting = (): readonly Outgoing<C>[] => this.#waiting;

  /** True while the desk cannot be reached. */
  readonly stuck = (): boolean => this.#failures > 0;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #belongTo(person: number): void {
    // What was put before anybody was known is whoever's comes first.
    const kept = this.#person === null ? this.#waiting : [];
    this.#release();
    this.#cancelRetry?.();
    this.#failures = 0;
    this.#awaited.clear();
    this.#person = person;
    this.#sure = false;
    void this.#options.locks?.request(
      `${listsOf(person)}${this.#options.page}`,
      () =>
        new Promise<void>((resolve) => {
          if (this.#person === person) this.#release = resolve;
          else resolve();
        }),
    );
    this.#set(kept.length === 0 ? readList<C>(this.#read(this.#key)) : kept);
    this.gather();
  }

  get #key(): string {
    return this.#person === null ? '' : `${listsOf(this.#person)}${this.#options.page}`;
  }

  /** Takes a list over as soon as its page is closed. */
  #await(key: string): void {
    if (this.#awaited.has(key)) return;
    this.#awaited.add(key);
    const person = this.#person;
    const take = () => {
      this.#awaited.delete(key);
      if (this.#person !== person) return;
      const known = new Set(this.#waiting.map(({ commandId }) => commandId));
      const left = readList<C>(this.#read(key)).filter(({ commandId }) => !known.has(commandId));
      if (left.length > 0) this.#set([...left, ...this.#waiting]);
      this.#remove(key);
      void this.flush();
    };
    if (this.#options.locks === null) take();
    else void this.#options.locks.request(key, take);
  }

  put(outgoing: Outgoing<C>): void {
    this.#set([...this.#waiting, outgoing]);
    void this.flush();
  }

  /** Sends what waits, one after the other; call it too when the browser says that it is online again. */
  async flush(): Promise<void> {
    if (this.#sending || !this.#isHere()) return;
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

  /** Whether what is sent now is sent in the name of whose it is: another page may have signed in somebody else. */
  #isHere(): boolean {
    if (!this.#sure) return false;
    return this.#options.storage === null || this.#read(PERSON) === String(this.#person);
  }

  async #sendOne(outgoing: Outgoing<C>): Promise<boolean> {
    const person = this.#person;
    if (person === null || !this.#isHere()) return false;
    const sent = await this.#options.send(outgoing, person);
    // It is in the list that was left behind, and sent again from there.
    if (person !== this.#person) return true;
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
    if (this.#person !== null) {
      if (waiting.length === 0) this.#remove(this.#key);
      else this.#write(this.#key, JSON.stringify(waiting));
    }
    this.#tell();
  }

  #read(key: string): string | null {
    try {
      return this.#options.storage?.getItem(key) ?? null;
    } catch {
      return null;
    }
  }

  #write(key: string, text: string): void {
    try {
      this.#options.storage?.setItem(key, text);
    } catch {
      // Storage is full or closed: the commands still wait in memory.
    }
  }

  #remove(key: string): void {
    try {
      this.#options.storage?.removeItem(key);
    } catch {
      // Closed: there is nothing to take away.
    }
  }

  #keys(start: string): string[] {
    const { storage } = this.#options;
    const keys = Array.from({ length: storage?.length ?? 0 }, (_, n) => storage?.key(n) ?? '');
    return keys.filter((key) => key.startsWith(start));
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function readList<C>(text: string | null): Outgoing<C>[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(kept) ? kept.filter(isOutgoing<C>) : [];
  } catch {
    return [];
  }
}

const isOutgoing = <C>(value: unknown): value is Outgoing<C> =>
  typeof value === 'object' && value !== null && 'commandId' in value && 'command' in value;
