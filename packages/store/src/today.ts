import type { Sql } from './database.ts';

interface TopicDay {
  topic: string;
  /** UTC day, YYYY-MM-DD. */
  day: string;
  items: number;
}

/** Relevant items per topic and UTC day over the last `days` days; days without any are left out. */
export async function topicDays(sql: Sql, days: number): Promise<TopicDay[]> {
  return sql.rows<TopicDay>(
    `select topic_id as topic, (at at time zone 'UTC')::date as day, count(*)::int as items
     from throughline.tags where queued and not sampled and at >= date_trunc('day', now(), 'UTC') - make_interval(days => $1 - 1)
     group by 1, 2 order by 1, 2`,
    [days],
  );
}

/** Away for so long, a person begins another sitting. */
const SITTING_MINUTES = 30;

/** The person has the Today screen before them now. */
export async function lookAtToday(sql: Sql, userId: number): Promise<void> {
  await sql.run(
    `insert into throughline.today_looks as l (user_id) values ($1)
     on conflict (user_id) do update set at = now(),
       before_at = case when l.at < now() - make_interval(mins => $2) then l.at else l.before_at end`,
    [userId, SITTING_MINUTES],
  );
}

/** When the person's last sitting before this one ended; a day ago where there was none. */
export async function lastSitting(sql: Sql, userId: number): Promise<string> {
  const row = await sql.row<{ since: string }>(
    `select coalesce((select before_at from throughline.today_looks where user_id = $1),
       now() - interval '1 day') as since`,
    [userId],
  );
  if (row === null) throw new Error('a moment was not read');
  return row.since;
}

/** How many items of each topic's queue came in since a moment. */
export async function topicArrivals(sql: Sql, since: string): Promise<{ topic: string; items: number }[]> {
  return sql.rows(
    `select t.topic_id as topic, count(*)::int as items
     from throughline.tags t join throughline.items i on i.id = t.item_id
     where t.queued and not t.sampled and i.first_seen_at >= $1 group by 1`,
    [since],
  );
}
