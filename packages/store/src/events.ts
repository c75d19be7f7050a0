import type { DeskEvent, NumberedDeskEvent } from '@throughline/schema';
import type { Sql } from './database.ts';

/** Writes an event in the caller's transaction: screens hear of it exactly when the change is visible. */
export async function emit(sql: Sql, event: DeskEvent): Promise<void> {
  await sql.run('insert into throughline.events (event) values ($1)', [JSON.stringify(event)]);
}

/**
 * Events behind a position, oldest first. Ids are given out before their transactions commit, so a smaller id may
 * appear after a larger one: only rows are read whose transaction is older than every one still running, in the
 * order of (transaction, id), as numbers: a bare "id" in the order would be the text that is selected. A position is that
 * pair as "tx-id".
 */
export async function eventsAfter(sql: Sql, position: string, limit = 500): Promise<NumberedDeskEvent[]> {
  const [tx = '0', id = '0'] = position.split('-');
  return sql.rows<NumberedDeskEvent>(
    `select e.tx::text || '-' || e.id::text as id, e.event from throughline.events e
     where (e.tx, e.id) > ($1::text::xid8, $2::bigint) and e.tx < pg_snapshot_xmin(pg_current_snapshot())
     order by e.tx, e.id limit $3`,
    [tx, id, limit],
  );
}

/** The position of a screen that only wants what comes from now on. */
export async function latestEventPosition(sql: Sql): Promise<string> {
  const row = await sql.row<{ id: string }>(
    `select e.tx::text || '-' || e.id::text as id from throughline.events e
     where e.tx < pg_snapshot_xmin(pg_current_snapshot()) order by e.tx desc, e.id desc limit 1`,
  );
  return row?.id ?? '0-0';
}

/** Forgets events that no screen can still be waiting for. */
export async function forgetEvents(sql: Sql, olderThanHours = 24): Promise<number> {
  return sql.run('delete from throughline.events where at < now() - make_interval(hours => $1)', [
    olderThanHours,
  ]);
}
