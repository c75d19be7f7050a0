import type { ItemSetAside, TaggingStage } from '@throughline/schema';
import type { Database, Sql } from './database.ts';
import { emit } from './events.ts';
import { storable } from './storable.ts';

/** After so many attempts an item is set aside: the stream goes on without it. */
const TRIES = 5;
/** Before the second attempt; three times as long before each further one. */
const PAUSE_SECONDS = 5;

/** Of an item `i`: tagging its current words with the topics as they stand failed, and is not to be tried before $now. */
export const tagsLater = (now: string) => `exists (select 1 from throughline.tagging_faults f
  where f.item_id = i.id and f.revision_id = i.current_revision_id and f.next_try_at > ${now}
    and f.epoch = (select epoch from throughline.topic_epoch))`;

/** Of an item `i`: tagging its current words failed so often that nothing waits for it any more. */
export const SET_ASIDE = `exists (select 1 from throughline.tagging_faults f
  where f.item_id = i.id and f.revision_id = i.current_revision_id and f.tries >= ${TRIES})`;

interface TaggingFault {
  itemId: number;
  revisionId: number;
  epoch: number;
  stage: TaggingStage;
  detail: string;
  at: Date;
}

/** Tagging an item failed: the next attempt comes after a growing pause, and the last of them sets it aside. */
export async function recordTaggingFault(db: Database, fault: TaggingFault): Promise<void> {
  await db.transaction(async (sql) => {
    const row = await sql.row<{ tries: number }>(
      `insert into throughline.tagging_faults as f (item_id, revision_id, epoch, tries, next_try_at, stage, detail)
       select i.id, $2, $3, 1, $4, $5, $6 from throughline.items i where i.id = $1
       on conflict (item_id) do update set revision_id = $2, epoch = $3, stage = $5, detail = $6,
         tries = case when f.revision_id = $2 then f.tries + 1 else 1 end
       returning tries`,
      [
        fault.itemId,
        fault.revisionId,
        fault.epoch,
        fault.at.toISOString(),
        fault.stage,
        storable(fault.detail).slice(0, 500),
      ],
    );
    if (row === null) return;
    const pause = row.tries < TRIES ? PAUSE_SECONDS * 3 ** (row.tries - 1) : null;
    await sql.run(
      `update throughline.tagging_faults
       set next_try_at = coalesce($2::timestamptz + make_interval(secs => $3), 'infinity') where item_id = $1`,
      [fault.itemId, fault.at.toISOString(), pause],
    );
    if (pause === null) await emit(sql, { type: 'items.tagged', count: 0 });
  });
}

/** Items that are set aside, the newest first. */
export async function itemsSetAside(sql: Sql, limit: number): Promise<ItemSetAside[]> {
  return sql.rows<ItemSetAside>(
    `select i.id, r.title, f.stage, f.detail, f.tries, f.first_at as since
     from throughline.items i join throughline.tagging_faults f on f.item_id = i.id
     join throughline.revisions r on r.id = i.current_revision_id
     where ${SET_ASIDE} order by i.id desc limit $1`,
    [limit],
  );
}

/** Has what is set aside tried once more, now; whatever fails again stays set aside. */
export async function retrySetAside(sql: Sql): Promise<void> {
  await sql.run('update throughline.tagging_faults set next_try_at = now() where tries >= $1', [TRIES]);
}
