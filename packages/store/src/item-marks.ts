import type { MarkItems } from '@throughline/schema';
import type { Database, Sql } from './database.ts';
import { emit } from './events.ts';

/**
 * Stars and snoozes are whoever's set them; a doubt is everybody's, whoever had it first. A command sent again changes
 * nothing.
 */
export function markItems(db: Database, userId: number, mark: MarkItems): Promise<void> {
  return db.transaction(async (sql) => {
    if (mark.commandId !== undefined) {
      const text = 'insert into throughline.mark_commands (command_id) values ($1) on conflict do nothing';
      if ((await sql.run(text, [mark.commandId])) === 0) return;
    }
    await setMark(sql, userId, mark);
  });
}

/** Forgets which marks were taken over: what a device has not sent again by then, it will not. */
export async function forgetMarkCommands(sql: Sql): Promise<number> {
  return sql.run("delete from throughline.mark_commands where at < now() - interval '90 days'");
}

/**
 * Sets or takes back a mark in the caller's transaction. Unknown items are passed over.
 * `disagreement`: the decision that makes the items doubted, where nobody asked for that.
 */
export async function setMark(
  sql: Sql,
  userId: number,
  { itemIds, kind, on, until = null }: MarkItems,
  disagreement: string | null = null,
): Promise<void> {
  if (itemIds.length === 0) return;
  const changed = on
    ? await sql.run(
        `insert into throughline.item_marks as k (item_id, kind, user_id, until, because, command_id)
         select i.id, $2, $3, $4::timestamptz, $5, $6 from throughline.items i
         where i.id = any($1) and not ($2 = 'doubted' and exists (select 1 from throughline.item_marks d
           where d.item_id = i.id and d.kind = 'doubted'))
         on conflict (item_id, kind, user_id) do update set until = excluded.until, at = now()`,
        [
          itemIds,
          kind,
          userId,
          kind === 'snoozed' ? until : null,
          kind !== 'doubted' ? null : disagreement === null ? 'asked' : 'disagreement',
          disagreement,
        ],
      )
    : await sql.run(
        `delete from throughline.item_marks
         where item_id = any($1) and kind = $2 and (kind = 'doubted' or user_id = $3)`,
        [itemIds, kind, userId],
      );
  if (changed > 0) await emit(sql, { type: 'marks.changed', itemIds, by: userId });
}

/** Takes the doubt off items that a decision made doubted, when it is taken back; other doubts stay. */
export async function unsetDisagreement(
  sql: Sql,
  userId: number,
  itemIds: number[],
  commandId: string,
): Promise<void> {
  const changed = await sql.run(
    `delete from throughline.item_marks where item_id = any($1) and kind = 'doubted' and command_id = $2`,
    [itemIds, commandId],
  );
  if (changed > 0) await emit(sql, { type: 'marks.changed', itemIds, by: userId });
}
