import type { Database } from '@throughline/store';

const LOOK_EVERY_MS = 5_000;
const ANSWER_WITHIN_MS = 2_000;
/**
 * One long transaction (a feed of 50,000 items took some 20 s) holds the only session: the database is busy then, not
 * stuck, and ending it would undo the work again and again. A minute without any answer is no transaction of ours.
 */
const MISSES_ALLOWED = 12;

/**
 * Looks whether the embedded database still answers: its socket server can hang after an internal fault without
 * ending. After a minute of misses in a row `onStuck` is called (which ends the process; it is then started again).
 */
export function watchDatabase(db: Database, onStuck: () => void): () => void {
  let misses = 0;
  const timer = setInterval(async () => {
    misses = (await answers(db)) ? 0 : misses + 1;
    if (misses < MISSES_ALLOWED) return;
    misses = 0;
    onStuck();
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}

async function answers(db: Database): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, ANSWER_WITHIN_MS, false).unref());
  return Promise.race([
    db.row('select 1').then(
      () => true,
      () => false,
    ),
    late,
  ]);
}
