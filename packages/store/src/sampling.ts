import type { RecallCounts } from '@throughline/schema';
import type { Database, Sql } from './database.ts';
import { MissingError } from './errors.ts';
import { readSetting, writeSetting } from './settings.ts';
import { topicsChanged } from './topics.ts';

const SAMPLES = 'samples';

/** Whether this desk shows samples of what falls below the queues at all; it does until somebody switches it off. */
export const deskSamples = async (sql: Sql): Promise<boolean> =>
  (await readSetting<boolean>(sql, SAMPLES)) ?? true;

/** Switches samples on or off for all topics; the share that each one has chosen is kept. Everything is tagged anew. */
export async function setDeskSamples(db: Database, on: boolean): Promise<void> {
  await db.transaction(async (sql) => {
    if ((await deskSamples(sql)) === on) return;
    await writeSetting(sql, SAMPLES, on);
    await topicsChanged(sql);
  });
}

/** How many verdicts each topic has. */
export async function verdictCounts(sql: Sql): Promise<Map<string, number>> {
  const rows = await sql.rows<{ topic: string; verdicts: number }>(
    `select topic_id as topic, count(*)::int as verdicts from throughline.current_verdicts group by topic_id`,
  );
  return new Map(rows.map((row) => [row.topic, row.verdicts]));
}

/**
 * Sets the share of items from below the topic's queue that are shown all the same: 0 for none, null for the usual.
 * Everything is due for tagging again; verdicts on samples stay.
 * @throws MissingError when there is no such topic.
 */
export async function setSampledShare(db: Database, topicId: string, share: number | null): Promise<void> {
  await db.transaction(async (sql) => {
    const done = await sql.run('update throughline.topics set sampled_share = $2 where id = $1', [
      topicId,
      share,
    ]);
    if (done === 0) throw new MissingError('This topic is not there any more.', { code: 'topic_gone' });
    await topicsChanged(sql);
  });
}

/**
 * What the recall of a topic's queue is estimated from. An item that was sampled once and is above the queue by now
 * (the rules have changed) counts with the queue, and no longer with the sample. What somebody put there by hand is what
 * the queue missed. Of items that retention has gone through only judged ones are left, which would flatter: they count
 * on no side.
 */
export async function recallCounts(sql: Sql, topicId: string): Promise<RecallCounts> {
  const row = await sql.row<RecallCounts>(
    `with stored as (
       select id from throughline.items
       where first_seen_at >= coalesce((select max(cutoff) from throughline.retention_runs), '-infinity')
     ), queue as (
       select t.item_id, t.score, c.value from throughline.tags t join stored i on i.id = t.item_id
       left join throughline.current_verdicts c on c.item_id = t.item_id and c.topic_id = t.topic_id
       where t.topic_id = $1 and t.queued and not t.sampled and t.by_hand is null
     ), sample as (
       select c.value from throughline.current_verdicts c join stored i on i.id = c.item_id
       where c.topic_id = $1
         and c.item_id in (select v.item_id from throughline.verdicts v where v.topic_id = $1 and v.sampled)
         and not exists (select 1 from queue q where q.item_id = c.item_id)
     )
     select (select count(*)::int from queue where value = 'relevant') as found,
       (select coalesce(sum(score), 0)::real from queue where value is null) as expected,
       (select count(*)::int from stored) - (select count(*)::int from queue) as below,
       (select count(*)::int from sample) as sampled,
       (select count(*)::int from sample where value = 'relevant') as missed,
       (select count(*)::int from throughline.tags t where t.topic_id = $1 and t.sampled
          and not exists (select 1 from throughline.current_verdicts c
            where c.item_id = t.item_id and c.topic_id = $1)) as waiting`,
    [topicId],
  );
  if (row === null) throw new Error('unreachable: counts always give a row');
  return row;
}
