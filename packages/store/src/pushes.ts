import type { PushSubscription } from '@throughline/schema';
import type { Database, Sql } from './database.ts';
import { emit } from './events.ts';

/** WebSub subscriptions, one a source. */
interface StoredPush {
  sourceId: number;
  subscription: PushSubscription;
}

const PUSH = 'select source_id as "sourceId", subscription from throughline.push_subscriptions';

export async function pushByToken(sql: Sql, token: string): Promise<StoredPush | null> {
  return sql.row<StoredPush>(`${PUSH} where token = $1`, [token]);
}

/** With the source's own address: hubs elsewhere are strangers. */
export async function pushOfSource(
  sql: Sql,
  sourceId: number,
): Promise<(StoredPush & { sourceUrl: string }) | null> {
  return sql.row(
    `select w.source_id as "sourceId", w.subscription, s.url as "sourceUrl"
     from throughline.push_subscriptions w join throughline.sources s on s.id = w.source_id where s.id = $1`,
    [sourceId],
  );
}

/**
 * Changes a subscription by a pure step; hubs call back while they are still being asked, so the step is given the
 * state as it is now. What the step leaves as it was (the same object) is not written.
 */
export async function changePush(
  db: Database,
  sourceId: number,
  step: (current: PushSubscription | null) => PushSubscription | null,
): Promise<void> {
  await db.transaction(async (sql) => {
    const row = await sql.row<StoredPush>(`${PUSH} where source_id = $1 for update`, [sourceId]);
    const before = row?.subscription ?? null;
    const after = step(before);
    if (after === before) return;
    await write(sql, sourceId, after);
    if (after?.state !== before?.state) await emit(sql, { type: 'sources.changed' });
  });
}

async function write(sql: Sql, sourceId: number, push: PushSubscription | null): Promise<void> {
  if (push === null) {
    await sql.run('delete from throughline.push_subscriptions where source_id = $1', [sourceId]);
    return;
  }
  await sql.run(
    `insert into throughline.push_subscriptions (source_id, token, state, next_request_at, subscription)
     values ($1, $2, $3, $4, $5)
     on conflict (source_id) do update set token = excluded.token, state = excluded.state,
       next_request_at = excluded.next_request_at, subscription = excluded.subscription, updated_at = now()`,
    [sourceId, push.token, push.state, push.nextRequestAt, JSON.stringify(push)],
  );
}

/** Sources whose hub is to be asked now; the moment names the request, so that it is queued only once. */
export async function pushRequestsDue(
  sql: Sql,
  now: Date,
  limit: number,
): Promise<{ sourceId: number; dueAt: string }[]> {
  return sql.rows(
    `select source_id as "sourceId", next_request_at as "dueAt" from throughline.push_subscriptions
     where next_request_at <= $1 order by next_request_at limit $2`,
    [now.toISOString(), limit],
  );
}

/** Subscriptions of sources that are not read any more. */
export async function pushesToLeave(sql: Sql): Promise<number[]> {
  const rows = await sql.rows<{ id: number }>(
    `select s.id from throughline.push_subscriptions w join throughline.sources s on s.id = w.source_id
     where w.state <> 'leaving' and (s.state in ('paused', 'gone') or s.removed_at is not null)`,
  );
  return rows.map((row) => row.id);
}

/** Subscriptions that hubs were told to end, long enough ago for them to have asked back. */
export async function forgetPushes(sql: Sql): Promise<number> {
  return sql.run(
    `delete from throughline.push_subscriptions
     where state = 'leaving' and next_request_at is null and updated_at < now() - interval '1 hour'`,
  );
}
