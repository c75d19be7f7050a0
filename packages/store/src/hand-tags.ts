import type { Sql } from './database.ts';
import { emit } from './events.ts';

export interface HandTag {
  itemId: number;
  topicId: string;
}

/** Puts topics on items by hand, each in somebody's name. Later taggings leave such a tag alone. */
export async function putByHand(sql: Sql, tags: readonly (HandTag & { by: number })[]): Promise<void> {
  if (tags.length === 0) return;
  await sql.run(
    `insert into throughline.tags as t (item_id, topic_id, revision_id, topic_version, score, relevant, queued,
       evidence, at, by_hand)
     select i.id, o.id, i.current_revision_id, o.version, 1, true, true, '[]', i.at, n.by
     from jsonb_to_recordset($1) as n("itemId" bigint, "topicId" text, by bigint)
     join throughline.items i on i.id = n."itemId" join throughline.topics o on o.id = n."topicId"
     on conflict (item_id, topic_id) do update set score = 1, relevant = true, queued = true,
       by_hand = excluded.by_hand, sampled = false`,
    [JSON.stringify(tags)],
  );
  await sql.run('update throughline.items set queued = true, top_score = 1 where id = any($1)', [
    tags.map((tag) => tag.itemId),
  ]);
  await emit(sql, { type: 'items.tagged', count: tags.length });
}

/** Takes off what was put on by hand; the rules say again what they made of the items. */
export async function takeOffByHand(sql: Sql, tags: readonly HandTag[]): Promise<void> {
  if (tags.length === 0) return;
  await sql.run(
    `delete from throughline.tags t using jsonb_to_recordset($1) as n("itemId" bigint, "topicId" text)
     where t.item_id = n."itemId" and t.topic_id = n."topicId" and t.by_hand is not null`,
    [JSON.stringify(tags)],
  );
  await sql.run('update throughline.items set tagged_epoch = 0 where id = any($1)', [
    tags.map((tag) => tag.itemId),
  ]);
  await emit(sql, { type: 'items.tagged', count: tags.length });
}
