import type { Sql } from './database.ts';

/**
 * Items are grouped in the order of their numbers. Two workers draw numbers at once, and the one with the higher may
 * be done first; who then goes on after it would pass the lower for ever. So whoever reads the stream waits for those
 * who are about to add to it. Both locks end with their transaction; the embedded database, whose transactions take
 * turns anyway, never waits.
 */
const STREAM_LOCK = 0x73747265;

/** Before numbers of new items are drawn, in the transaction that stores them. */
export async function joinStream(sql: Sql): Promise<void> {
  await sql.row('select pg_advisory_xact_lock_shared($1)', [STREAM_LOCK]);
}

/** Before the stream is read, in a transaction of its own: everything with a lower number is there afterwards. */
export async function awaitStream(sql: Sql): Promise<void> {
  await sql.row('select pg_advisory_xact_lock($1)', [STREAM_LOCK]);
}
