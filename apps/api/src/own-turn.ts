import { TRPCError } from '@trpc/server';

interface Waiting {
  start(): void;
  giveUp(): void;
}

/** Who has work running, and the newest that waits for it. */
const running = new Map<string, { next: Waiting | null }>();
const OVERTAKEN = 'A newer question of yours took the place of this one.';

/**
 * Runs what costs much processor time one after the other for each person: while one runs, the newest waits, and the
 * one that waited before is given up, as for somebody who types on.
 *
 * @throws TOO_MANY_REQUESTS when a newer one came; whatever the work throws.
 */
export function inOwnTurn<T>(person: string, work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const start = () => {
      const turn: { next: Waiting | null } = { next: null };
      running.set(person, turn);
      const over = () => {
        if (turn.next === null) running.delete(person);
        else turn.next.start();
      };
      work().then(resolve, reject).finally(over);
    };
    const giveUp = () => reject(new TRPCError({ code: 'TOO_MANY_REQUESTS', message: OVERTAKEN }));
    const current = running.get(person);
    if (current === undefined) return start();
    current.next?.giveUp();
    current.next = { start, giveUp };
  });
}
