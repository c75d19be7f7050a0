import type { TagByHand } from '@throughline/schema';
import type { Database, Sql } from './database.ts';
import { MissingError } from './errors.ts';
import { emit } from './events.ts';
import { append, awaitVerdicts, rowsBefore, type VerdictRow, verdictRow } from './verdicts.ts';

/**
 * Puts a topic on items by hand, with the verdict that they are relevant to it, from which the topic learns; or takes
 * both back, except where somebody else gave it before or decided since. Later taggings leave such a tag alone.
 * Sending the same command again changes nothing.
 *
 * @returns how many items it was applied to.
 */
export async function tagByHand(
  db: Database,
  userId: number,
  { commandId, itemIds, topic, on, undoes }: TagByHand,
): Promise<number> {
  return db.transaction(async (sql) => {
    await awaitVerdicts(sql);
    const known = await sql.row('select 1 from throughline.topics where id = $1', [topic]);
    if (known === null) throw new MissingError('This topic is not there any more.');
    const said = on ? { value: 'relevant', by_hand: true } : { value: null };
    const rows =
      on || undoes == null
        ? itemIds.map((itemId) => verdictRow(itemId, topic, said))
        : await rowsBefore(sql, undoes);
    const changed = await append(sql, userId, commandId, undoes ?? null, rows);
    if (changed.length === 0) return 0;
    if (on) {
      await sql.run(
        `insert into throughline.tags as t (item_id, topic_id, revision_id, topic_version, score, relevant, queued,
           evidence, at, by_hand)
         select i.id, o.id, i.current_revision_id, o.version, 1, true, true, '[]', i.at, $3
         from throughline.items i join throughline.topics o on o.id = $2 where i.id = any($1)
         on conflict (item_id, topic_id) do update set score = 1, relevant = true, queued = true, by_hand = $3,
           sampled = false`,
        [changed, topic, userId],
      );
      await sql.run('update throughline.items set queued = true, top_score = 1 where id = any($1)', [
        changed,
      ]);
    } else {
      const changedNow = new Set(changed);
      await takeOff(
        sql,
        topic,
        rows.filter((row) => changedNow.has(row.item_id)),
      );
    }
    await emit(sql, { type: 'items.tagged', count: changed.length });
    return changed.length;
  });
}

/** Where somebody had given the topic by hand before, it stays, and is theirs again. */
async function takeOff(sql: Sql, topic: string, rows: readonly VerdictRow[]): Promise<void> {
  await sql.run(
    `update throughline.tags t set by_hand = v.user_id
     from throughline.verdicts v where v.id = any($1) and t.item_id = v.item_id and t.topic_id = $2`,
    [rows.filter((row) => row.by_hand).map((row) => row.restores), topic],
  );
  const bare = rows.filter((row) => !row.by_hand).map((row) => row.item_id);
  await sql.run(
    'delete from throughline.tags where item_id = any($1) and topic_id = $2 and by_hand is not null',
    [bare, topic],
  );
  // The rules say again what they made of it.
  await sql.run('update throughline.items set tagged_epoch = 0 where id = any($1)', [bare]);
}
