import type { PollMemory, PushSubscription } from '@throughline/schema';
import type { Sql } from './database.ts';

/** The schedule: the database says what is due. Every moment is the caller's, so that time can be simulated. */

export interface DueSource {
  id: number;
  /** The moment it became due: names the check, so that one check is queued only once. */
  dueAt: string;
}

/**
 * Sources whose next check has come, longest waiting first: one for each host, so that a host with many sources does
 * not keep the others waiting, and none for a host that is held or wants to be left alone. The gate makes sure of it
 * once more. `ownOrigins` (`http://127.0.0.1:8181`) are the operator's own: theirs are all due at once.
 */
export async function dueSources(
  sql: Sql,
  options: { now: Date; limit: number; ownOrigins?: readonly string[] },
): Promise<DueSource[]> {
  return sql.rows<DueSource>(
    `select id, "dueAt" from (
       select s.id, s.next_check_at as "dueAt", o.own, row_number() over (
         partition by case when o.own then s.id::text else s.host end order by s.next_check_at, s.id) as turn
       from throughline.sources s
         left join throughline.hosts h on h.host = s.host
         cross join lateral (select exists (select 1 from unnest($3::text[]) as origin
           where left(s.url, length(origin) + 1) = origin || '/') as own) o
       where s.next_check_at <= $1 and s.removed_at is null
         and (o.own or h.host is null or greatest(h.held_until, h.not_before) <= $1)
     ) due where turn = 1 order by "dueAt", id limit $2`,
    [options.now.toISOString(), options.limit, options.ownOrigins ?? []],
  );
}

/** What a check needs to know of its source. */
export interface SourceToCheck {
  id: number;
  url: string;
  language: string | null;
  intervalSeconds: number | null;
  etag: string | null;
  lastModified: string | null;
  bodyHash: string | null;
  failures: number;
  /** Null: never checked. */
  memory: PollMemory | null;
  push: PushSubscription | null;
  /** When its last items appeared, newest first; milliseconds since 1970. */
  arrivals: number[];
}

/** Enough items to know a source's rhythm. */
const ARRIVALS = 30;

const TO_CHECK = `
  select s.id, s.url, s.language, s.interval_seconds as "intervalSeconds", s.etag, s.last_modified as "lastModified",
    s.body_hash as "bodyHash", s.failures, s.memory,
    (select subscription from throughline.push_subscriptions w where w.source_id = s.id) as push,
    array(select extract(epoch from i.at)::float8 * 1000 from throughline.items i where i.source_id = s.id
      order by i.at desc, i.id desc limit ${ARRIVALS}) as arrivals
  from throughline.sources s`;

/** Null when it is not due (any more). */
export async function sourceToCheck(sql: Sql, id: number, now: Date): Promise<SourceToCheck | null> {
  return sql.row<SourceToCheck>(
    `${TO_CHECK} where s.id = $1 and s.next_check_at <= $2 and s.removed_at is null`,
    [id, now.toISOString()],
  );
}

/** The same for an answer that is here already, due or not; null when the source is paused or removed. */
export async function sourceToRead(sql: Sql, id: number): Promise<SourceToCheck | null> {
  return sql.row<SourceToCheck>(
    `${TO_CHECK} where s.id = $1 and s.state <> 'paused' and s.removed_at is null`,
    [id],
  );
}

/**
 * Takes a due source for one check. Whoever is second gets nothing, and a worker that dies in the middle leaves it
 * due at `until`, not at once: the publisher may have been asked.
 */
export async function claimSource(sql: Sql, id: number, now: Date, until: Date): Promise<boolean> {
  const changed = await sql.run(
    `update throughline.sources set next_check_at = $3
     where id = $1 and next_check_at <= $2 and removed_at is null`,
    [id, now.toISOString(), until.toISOString()],
  );
  return changed > 0;
}

/** Its host has no room before `until`; a moment that stands later stays, and one that is not due at all any more. */
export async function postponeSource(sql: Sql, id: number, until: Date): Promise<void> {
  await sql.run(
    'update throughline.sources set next_check_at = greatest(next_check_at, $2) where id = $1 and next_check_at is not null',
    [id, until.toISOString()],
  );
}

/** What decides when a source may be asked by hand. */
export interface PollFacts {
  paused: boolean;
  lastCheckAt: string | null;
  notBefore: string | null;
  intervalSeconds: number | null;
}

export async function pollFacts(sql: Sql, id: number): Promise<PollFacts | null> {
  return sql.row<PollFacts>(
    `select state = 'paused' as paused, last_check_at as "lastCheckAt", memory->>'notBefore' as "notBefore",
       interval_seconds as "intervalSeconds"
     from throughline.sources where id = $1 and removed_at is null`,
    [id],
  );
}

/** Makes a source due at `at` unless it is due sooner; a paused one stays paused, one that was gone is tried again. */
export async function makeDue(
  sql: Sql,
  id: number,
  at: Date,
): Promise<{ nextCheckAt: string | null } | null> {
  return sql.row(
    `update throughline.sources
     set next_check_at = case when state = 'paused' then null else least(coalesce(next_check_at, 'infinity'), $2) end
     where id = $1 and removed_at is null returning next_check_at as "nextCheckAt"`,
    [id, at.toISOString()],
  );
}
