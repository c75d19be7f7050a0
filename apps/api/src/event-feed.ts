import type { NumberedDeskEvent } from '@throughline/schema';
import { type Database, eventsAfter, latestEventPosition } from '@throughline/store';

export interface EventFeed {
  /** Events behind `position` (from now on where it is null or not reached yet), until the signal ends it. */
  since(position: string | null, signal: AbortSignal): AsyncGenerator<NumberedDeskEvent, void, void>;
  stop(): void;
}

/** Events that are read at once. */
const PAGE = 500;

/**
 * Reads the desk's events for all subscribers of this process with one small query a second (notifications do not
 * cross clients of the embedded database), and only while somebody listens.
 */
export function createEventFeed(db: Database, intervalMs = 1000): EventFeed {
  const listeners = new Set<(events: NumberedDeskEvent[]) => void>();
  let position: string | null = null;
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;

  const tick = async () => {
    let more = false;
    try {
      const events = position === null ? [] : await eventsAfter(db, position, PAGE);
      more = events.length === PAGE;
      position = events.at(-1)?.id ?? position;
      if (events.length > 0) for (const listener of listeners) listener(events);
    } catch {
      // The database is away for a moment; the next tick goes on from the same position.
    }
    timer = listeners.size > 0 && !stopped ? setTimeout(tick, more ? 0 : intervalMs) : null;
    if (timer === null) position = null;
  };

  /** Whatever was missed, page by page to its end; one answer of the database has a bound. */
  async function* missed(after: string): AsyncGenerator<NumberedDeskEvent, void, void> {
    let last = after;
    for (let full = true; full && !stopped; ) {
      const events = await eventsAfter(db, last, PAGE);
      yield* events;
      last = events.at(-1)?.id ?? last;
      full = events.length === PAGE;
    }
  }

  async function* since(
    from: string | null,
    signal: AbortSignal,
  ): AsyncGenerator<NumberedDeskEvent, void, void> {
    // What happens while the missed events are read waits here, so that it comes after them.
    const waiting: NumberedDeskEvent[] = [];
    let wake: () => void = () => {};
    const listener = (events: NumberedDeskEvent[]) => {
      waiting.push(...events);
      wake();
    };
    const onAbort = () => wake();
    // Only the database says how far events go; a screen may name a position of before a restore, or of no desk at all.
    const reached = await latestEventPosition(db);
    let last = from === null || isAfter(from, reached) ? reached : from;
    signal.addEventListener('abort', onAbort);
    listeners.add(listener);
    // From here on, not from the first tick: what happens until then is told as well.
    position ??= reached;
    if (timer === null) timer = setTimeout(tick, intervalMs);
    try {
      for await (const event of missed(last)) {
        if (signal.aborted) return;
        last = event.id;
        yield event;
      }
      while (!signal.aborted && !stopped) {
        const event = waiting.shift();
        if (event === undefined) {
          await new Promise<void>((resolve) => {
            wake = resolve;
            if (waiting.length > 0 || signal.aborted) resolve();
          });
        } else if (isAfter(event.id, last)) {
          last = event.id;
          yield event;
        }
      }
    } finally {
      listeners.delete(listener);
      signal.removeEventListener('abort', onAbort);
    }
  }

  return {
    since,
    stop: () => {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      for (const listener of listeners) listener([]);
    },
  };
}

/** Positions are "transaction-id", compared as a pair of numbers. */
function isAfter(a: string, b: string): boolean {
  const [aTx = 0n, aId = 0n] = a.split('-').map(BigInt);
  const [bTx = 0n, bId = 0n] = b.split('-').map(BigInt);
  return aTx > bTx || (aTx === bTx && aId > bId);
}
