import { expect } from 'vitest';
import type { Database } from './database.ts';

/** Something that opens when it is told to. */
export function gate(): { open(): void; opened: Promise<void> } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open(), opened };
}

/** Somebody waits for a lock, of this kind if one is named. */
export async function somebodyWaits(db: Database, kind?: 'advisory' | 'transactionid'): Promise<void> {
  const waiting = () =>
    db.rows(
      `select 1 from pg_locks l join pg_stat_activity a using (pid)
       where a.datname = current_database() and not l.granted and l.locktype = coalesce($1, l.locktype)`,
      [kind ?? null],
    );
  await expect.poll(waiting).not.toHaveLength(0);
}

/**
 * Lets `second` begin when `first` has done all its work but has not committed, and `first` commit when `second` waits
 * for it.
 *
 * @returns what became of both.
 */
export async function meet<A, B>(
  db: Database,
  first: (db: Database) => Promise<A>,
  second: (db: Database) => Promise<B>,
): Promise<[PromiseSettledResult<A>, PromiseSettledResult<B>]> {
  const done = gate();
  const met = gate();
  const slow: Database = {
    ...db,
    transaction: (work) =>
      db.transaction(async (sql) => {
        const result = await work(sql);
        done.open();
        await met.opened;
        return result;
      }),
  };
  const one = first(slow);
  await Promise.race([done.opened, one]);
  const other = second(db);
  await somebodyWaits(db).finally(() => met.open());
  return Promise.all([settled(one), settled(other)]);
}

const settled = async <T>(work: Promise<T>) => {
  const [result] = await Promise.allSettled([work]);
  return result as PromiseSettledResult<T>;
};
