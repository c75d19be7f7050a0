/** Sources whose checks came to nothing here, and until when each is left alone. */
export interface HeldSources {
  has(sourceId: number, now: Date): boolean;
  /** A check begins: unless it is released, the next one waits, longer each time. */
  hold(sourceId: number, now: Date): void;
  /** What the check learned is stored. */
  release(sourceId: number): void;
  until(sourceId: number): string | null;
}

const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 600_000;

/**
 * What is due is said by the database; where that cannot be written to (a full disk) or refuses what was read, a
 * source would stay due and be asked again every second. This process remembers that by itself.
 */
export function createHeldSources(): HeldSources {
  const held = new Map<number, { times: number; until: number }>();
  return {
    has: (id, now) => (held.get(id)?.until ?? 0) > now.getTime(),
    hold: (id, now) => {
      const times = (held.get(id)?.times ?? 0) + 1;
      const wait = Math.min(FIRST_WAIT_MS * 2 ** (times - 1), LONGEST_WAIT_MS);
      held.set(id, { times, until: now.getTime() + wait });
    },
    release: (id) => void held.delete(id),
    until: (id) => {
      const until = held.get(id)?.until;
      return until === undefined ? null : new Date(until).toISOString();
    },
  };
}
