import type { Decide } from '@throughline/schema';
import type { Database, Sql } from './database.ts';
import { emit } from './events.ts';

interface VerdictRow {
  item_id: number;
  topic_id: string;
  value: string | null;
  reason: string | null;
}

/**
 * Writes a decision into the log and makes it the current verdict. Sending the same command again changes nothing.
 *
 * @returns how many items it was applied to.
 */
export async function decide(db: Database, userId: number, command: Decide): Promise<number> {
  const topicId = command.topic ?? '';
  const rows = [...new Set(command.itemIds)].map((itemId) => ({
    item_id: itemId,
    topic_id: topicId,
    value: command.value,
    reason: command.reason ?? null,
  }));
  return db.transaction((sql) => append(sql, userId, command.commandId, null, rows));
}

/**
 * Takes a command back: each of its items gets the verdict that it had before, as new entries of the log.
 * An item on which somebody has decided since is left alone, and so is a command that was already taken back.
 */
export async function undoDecision(
  db: Database,
  userId: number,
  commandId: string,
  undoes: string,
): Promise<number> {
  return db.transaction(async (sql) => {
    const rows = await sql.rows<VerdictRow>(
      `select v.item_id, v.topic_id, before.value, before.reason
       from throughline.verdicts v
       left join lateral (
         select b.value, b.reason from throughline.verdicts b
         where b.item_id = v.item_id and b.topic_id = v.topic_id and b.id < v.id order by b.id desc limit 1
       ) before on true
       where v.command_id = $1
         and not exists (select 1 from throughline.verdicts later
           where later.item_id = v.item_id and later.topic_id = v.topic_id and later.id > v.id)`,
      [undoes],
    );
    return append(sql, userId, commandId, undoes, rows);
  });
}

async function append(
  sql: Sql,
  userId: number,
  commandId: string,
  undoes: string | null,
  rows: readonly VerdictRow[],
): Promise<number> {
  if (rows.length === 0) return 0;
  const logged = await sql.rows<{ itemId: number }>(
    `with logged as (
       insert into throughline.verdicts (command_id, undoes, item_id, topic_id, user_id, value, reason, score, log_odds)
       select $1, $2, n.item_id, n.topic_id, $3, n.value, n.reason,
         t.score, t.log_odds
       from jsonb_to_recordset($4::jsonb) as n(item_id bigint, topic_id text, value text, reason text)
       join throughline.items i on i.id = n.item_id
       left join throughline.tags t on t.item_id = n.item_id and t.topic_id = n.topic_id
       on conflict do nothing
       returning id, item_id, topic_id, value, reason, at
     ), cleared as (
       delete from throughline.current_verdicts c using logged l
       where c.item_id = l.item_id and c.topic_id = l.topic_id and l.value is null
     ), current as (
       insert into throughline.current_verdicts (item_id, topic_id, verdict_id, user_id, value, reason, at)
       select item_id, topic_id, id, $3, value, reason, at from logged where value is not null
       on conflict (item_id, topic_id) do update
       set verdict_id = excluded.verdict_id, user_id = excluded.user_id, value = excluded.value,
         reason = excluded.reason, at = excluded.at
     )
     select item_id as "itemId" from logged`,
    [commandId, undoes, userId, JSON.stringify(rows)],
  );
  const itemIds = logged.map((row) => row.itemId);
  if (itemIds.length > 0) await emit(sql, { type: 'verdicts.changed', itemIds, by: userId });
  return itemIds.length;
}
