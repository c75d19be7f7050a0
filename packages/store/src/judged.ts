import type { RejectReason, TaggableItem } from '@throughline/schema';
import type { Sql } from './database.ts';
import { SET_ASIDE } from './tagging-faults.ts';

/** An item as rules read it, with what a curator last said of it for one topic. */
export interface JudgedRow {
  id: number;
  item: TaggableItem;
  /** null: nobody has said anything. */
  relevant: boolean | null;
  reason: RejectReason | null;
}

type Row = TaggableItem & { id: number; value: string | null; reason: RejectReason | null };

const JUDGED = `select i.id, r.title, r.summary, r.content_text as text, i.language, i.url, i.at as "publishedAt",
    v.value, v.reason
  from throughline.items i join throughline.revisions r on r.id = i.current_revision_id`;

/** The items of the last `days` days, newest first, at most `limit`. */
export async function judgedItems(
  sql: Sql,
  topic: string,
  { days, limit }: { days: number; limit: number },
): Promise<JudgedRow[]> {
  const rows = await sql.rows<Row>(
    `${JUDGED} left join throughline.current_verdicts v on v.item_id = i.id and v.topic_id = $1
     where i.first_seen_at > now() - make_interval(days => $2) order by i.id desc limit $3`,
    [topic, days, limit],
  );
  return rows.map(toJudged);
}

/** The items that somebody judged for a topic, latest verdict first, at most `limit`. */
export async function verdictItems(sql: Sql, topic: string, limit: number): Promise<JudgedRow[]> {
  const rows = await sql.rows<Row>(
    `${JUDGED} join throughline.current_verdicts v on v.item_id = i.id and v.topic_id = $1 order by v.at desc limit $2`,
    [topic, limit],
  );
  return rows.map(toJudged);
}

/** The last entry of the log about a topic, also one that takes something back; 0: nothing was ever said. */
export async function lastVerdict(sql: Sql, topic: string): Promise<number> {
  const row = await sql.row<{ id: number }>(
    'select coalesce(max(id), 0) as id from throughline.verdicts where topic_id = $1',
    [topic],
  );
  return row?.id ?? 0;
}

function toJudged({ id, value, reason, ...item }: Row): JudgedRow {
  return { id, item, relevant: value === null ? null : value === 'relevant', reason };
}

/** How much of the stored items is tagged with the topics as they stand; what is set aside is not waited for. */
export async function taggingProgress(sql: Sql): Promise<{ done: number; total: number }> {
  const row = await sql.row<{ due: number; total: number }>(
    `select (select count(*)::int from throughline.items i
         where i.tagged_epoch < (select epoch from throughline.topic_epoch) and not ${SET_ASIDE}) as due,
       (select count(*)::int from throughline.items) as total`,
  );
  return { done: (row?.total ?? 0) - (row?.due ?? 0), total: row?.total ?? 0 };
}
