import type { ViewCounts } from '@throughline/schema';
import type { Sql } from './database.ts';

const undecided = (item: string, topics: string) =>
  `not exists (select 1 from throughline.current_verdicts v where v.item_id = ${item} and v.topic_id ${topics})`;
const awake = (item: string) =>
  `not exists (select 1 from throughline.item_marks k
     where k.item_id = ${item} and k.kind = 'snoozed' and k.user_id = $1 and k.until > now())`;

/**
 * How much each view holds for one reader. Unreviewed = nobody has decided on the item (or, in a topic, on its tag), and
 * the reader has not put it off.
 */
export async function countViews(sql: Sql, userId = 0): Promise<ViewCounts> {
  const all = await sql.row<ViewCounts['all']>(
    `select count(*)::int as total,
       count(*) filter (where ${undecided('i.id', 'is not null')} and ${awake('i.id')})::int as unreviewed
     from throughline.items i where i.queued`,
    [userId],
  );
  const everything = await sql.row<{ n: number }>('select count(*)::int as n from throughline.items');
  const topics = await sql.rows<ViewCounts['topics'][number]>(
    `select o.id as topic, count(t.item_id)::int as total,
       count(t.item_id) filter (where ${undecided('t.item_id', "in ('', o.id)")} and ${awake('t.item_id')})::int
         as unreviewed
     from throughline.topics o left join throughline.tags t on t.topic_id = o.id and t.queued
     where o.enabled group by o.id, o.position order by o.position, o.id`,
    [userId],
  );
  const marks = await sql.row<Pick<ViewCounts, 'starred' | 'snoozed' | 'doubted' | 'nextWake'>>(
    `select count(*) filter (where kind = 'starred' and user_id = $1)::int as starred,
       count(*) filter (where kind = 'snoozed' and user_id = $1 and until > now())::int as snoozed,
       count(*) filter (where kind = 'doubted')::int as doubted,
       min(until) filter (where kind = 'snoozed' and user_id = $1 and until > now()) as "nextWake"
     from throughline.item_marks`,
    [userId],
  );
  return {
    all: all ?? { total: 0, unreviewed: 0 },
    everything: everything?.n ?? 0,
    ...(marks ?? { starred: 0, snoozed: 0, doubted: 0, nextWake: null }),
    topics,
  };
}
