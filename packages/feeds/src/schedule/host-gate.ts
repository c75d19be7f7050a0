/** Politeness towards one host, whatever number of sources it serves. Times in milliseconds of the injected clock. */

export interface GateClock {
  now(): number;
  sleep(ms: number): Promise<void>;
}

/** Who holds which host; shared by all processes when it is kept in a database. Both steps must be atomic. */
export interface HostLedger {
  /** Takes the host for at most `leaseMs` (a holder that died must not keep it), or says when to try again. */
  take(
    host: string,
    now: number,
    leaseMs: number,
  ): Promise<{ taken: true } | { taken: false; notBefore: number }>;
  /** Ends the hold; nobody takes the host before `notBefore`. A later time that stands already stays. */
  release(host: string, notBefore: number): Promise<void>;
  /** Nobody takes the host before `until`; who holds it now may finish. */
  block(host: string, until: number): Promise<void>;
}

export interface HostGateOptions {
  clock: GateClock;
  ledger?: HostLedger;
  /** Between the end of one request and the start of the next. */
  gapMs?: number;
  /** How long a task may stand in the queue of its host before it is sent away. */
  maxWaitMs?: number;
  leaseMs?: number;
  /** Hosts of the operator's own that need no gap (they still get one request at a time). */
  isOwn?: (host: string) => boolean;
}

export type Gated<T> = { ran: true; value: T } | { ran: false; until: number };

export interface HostGate {
  /** Runs the task when its host's turn comes: one at a time, in order of arrival. */
  run<T>(host: string, task: () => Promise<T>): Promise<Gated<T>>;
  /** Nobody asks this host before then (429). */
  block(host: string, until: number): Promise<void>;
}

/** Requests count as made to one host whatever the port, the letters' case or a final dot. */
export function hostKey(url: string): string {
  return new URL(url).hostname.replace(/\.$/, '');
}

export function createHostGate(options: HostGateOptions): HostGate {
  const {
    clock,
    ledger = createMemoryLedger(),
    gapMs = 1000,
    maxWaitMs = 30_000,
    leaseMs = 60_000,
  } = options;
  const queues = new Map<string, Promise<unknown>>();

  async function takeTurn<T>(host: string, deadline: number, task: () => Promise<T>): Promise<Gated<T>> {
    for (;;) {
      const now = clock.now();
      const turn = await ledger.take(host, now, leaseMs);
      if (turn.taken) break;
      const until = Math.max(turn.notBefore, now + 1);
      if (until > deadline) return { ran: false, until };
      await clock.sleep(until - now);
    }
    try {
      return { ran: true, value: await task() };
    } finally {
      await ledger.release(host, clock.now() + (options.isOwn?.(host) ? 0 : gapMs));
    }
  }

  return {
    run<T>(host: string, task: () => Promise<T>): Promise<Gated<T>> {
      const deadline = clock.now() + maxWaitMs;
      const before = queues.get(host) ?? Promise.resolve();
      const mine = before.then(() => takeTurn(host, deadline, task));
      const settled = mine.then(
        () => undefined,
        () => undefined,
      );
      queues.set(host, settled);
      void settled.then(() => {
        if (queues.get(host) === settled) queues.delete(host);
      });
      return mine;
    },
    block: (host, until) => ledger.block(host, until),
  };
}

/** For one process. Entries that no longer hinder anybody are dropped. */
export function createMemoryLedger(): HostLedger {
  const hosts = new Map<string, { heldUntil: number; notBefore: number }>();
  return {
    async take(host, now, leaseMs) {
      if (hosts.size > 10_000) {
        for (const [name, { heldUntil, notBefore }] of hosts) {
          if (heldUntil <= now && notBefore <= now) hosts.delete(name);
        }
      }
      const entry = hosts.get(host) ?? { heldUntil: 0, notBefore: 0 };
      const free = Math.max(entry.heldUntil, entry.notBefore);
      if (free > now) return { taken: false, notBefore: free };
      hosts.set(host, { ...entry, heldUntil: now + leaseMs });
      return { taken: true };
    },
    async release(host, notBefore) {
      const entry = hosts.get(host);
      hosts.set(host, { heldUntil: 0, notBefore: Math.max(notBefore, entry?.notBefore ?? 0) });
    },
    async block(host, until) {
      const entry = hosts.get(host) ?? { heldUntil: 0, notBefore: 0 };
      hosts.set(host, { ...entry, notBefore: Math.max(until, entry.notBefore) });
    },
  };
}
