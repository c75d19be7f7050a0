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

/** How many items of each topic's queue came in since a moment. */
export async function topicArrivals(sql: Sql, since: string): Promise<{ topic: string; items: number }[]> {
  return sql.rows(
    `select t.topic_id as topic, count(*)::int as items
     from throughline.tags t join throughline.items i on i.id = t.item_id
     where t.queued and not t.sampled and i.first_seen_at >= $1 group by 1`,
    [since],
  );
}
