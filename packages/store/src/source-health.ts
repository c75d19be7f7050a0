import type { Said, SourceHealth } from '@throughline/schema';
import type { Sql } from './database.ts';
import { storable } from './storable.ts';

/** What a source's state is judged by; the judgement itself is a pure function that the caller brings. */
export interface SourceHistory {
  /** Newest first. */
  checks: {
    at: string;
    outcome: string;
    said: Said | null;
    durationMs: number;
    newItems: number;
  }[];
  /** When its last items appeared; milliseconds since 1970. */
  arrivals: number[];
  addedAt: string;
}

export type JudgeHealth = (history: SourceHistory) => SourceHealth;

const CHECKS = 200;
const ARRIVALS = 50;

/** Pushes are no checks: a source that is pushed to may still fail to answer. */
export async function sourceHistory(sql: Sql, sourceId: number): Promise<SourceHistory | null> {
  const source = await sql.row<{ addedAt: string; arrivals: number[] }>(
    `select s.created_at as "addedAt", array(
       -- What the first reading found is as old as the publisher says; what came later came when it was seen.
       select extract(epoch from case when i.first_seen_at < s.created_at + interval '1 day' then i.at
         else i.first_seen_at end)::float8 * 1000
       from throughline.items i where i.source_id = s.id order by i.id desc limit $2) as arrivals
     from throughline.sources s where s.id = $1`,
    [sourceId, ARRIVALS],
  );
  if (source === null) return null;
  const checks = await sql.rows<SourceHistory['checks'][number]>(
    `select at, outcome, said, duration_ms as "durationMs", new_items as "newItems"
     from throughline.fetches where source_id = $1 and outcome <> 'pushed' order by id desc limit $2`,
    [sourceId, CHECKS],
  );
  return { ...source, checks };
}

/** A paused source stays paused; a state that goes on keeps the moment at which it began. */
export async function storeHealth(sql: Sql, sourceId: number, health: SourceHealth): Promise<void> {
  await sql.run(
    `update throughline.sources set state = $2, cause = $3, needs_hand = $5,
       state_since = case when state = $2 then least(state_since, coalesce($4::timestamptz, state_since))
         else coalesce($4::timestamptz, last_check_at) end
     where id = $1 and state <> 'paused'`,
    [
      sourceId,
      health.state,
      health.cause === null ? null : JSON.stringify(storable(health.cause)),
      health.since,
      health.needsHand,
    ],
  );
}

/** Days for which every fetch is remembered; the last ones of each source are kept whatever their age. */
const KEEP_DAYS = 30;
const KEEP_LAST = 50;
/** Of a source that is checked every minute, no more than this. */
const KEEP_AT_MOST = 1_500;

export async function forgetFetches(sql: Sql): Promise<number> {
  return sql.run(
    `delete from throughline.fetches f using (
       select id, row_number() over (partition by source_id order by id desc) as place from throughline.fetches
     ) ranked
     where ranked.id = f.id and (place > $3 or (place > $2 and at < now() - make_interval(days => $1)))`,
    [KEEP_DAYS, KEEP_LAST, KEEP_AT_MOST],
  );
}
