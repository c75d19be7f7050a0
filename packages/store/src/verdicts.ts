import type { Decide, TagByHand, VerdictConflict } from '@throughline/schema';
import type { Database, Sql } from './database.ts';
import { MissingError } from './errors.ts';
import { emit } from './events.ts';
import { putByHand, takeOffByHand } from './hand-tags.ts';
import { setMark, unsetDisagreement } from './item-marks.ts';

interface VerdictRow {
  item_id: number;
  topic_id: string;
  value: string | null;
  reason: string | null;
  /** The topic was put on by hand with it. */
  by_hand: boolean;
  /** The topic was on by hand, and is so no longer. */
  takes_off: boolean;
  /** The entry of the log that it brings back: the verdict counts as that person's, of that moment. */
  restores: number | null;
}

/** A verdict of one's own, as the log takes it. */
function verdictRow(
  item_id: number,
  topic_id: string,
  said: Pick<VerdictRow, 'value'> & Partial<Pick<VerdictRow, 'reason' | 'by_hand' | 'takes_off'>>,
): VerdictRow {
  return { item_id, topic_id, reason: null, by_hand: false, takes_off: false, restores: null, ...said };
}

const VERDICTS_LOCK = 0x76657264;
/** One lock for all took three to six times as long with eight who decide at once. */
const STRIPES = 64;

/**
 * Who decides reads what others said of these items, and then writes: once at the beginning of each such transaction,
 * so that of two at once the later reads what the earlier wrote. A first verdict has no row that could be locked; rows
 * of items would meet tagging, which locks many in no order. The embedded database, whose transactions take turns
 * anyway, never waits.
 */
async function awaitVerdicts(sql: Sql, itemIds: readonly number[]): Promise<void> {
  await sql.rows(
    `select pg_advisory_xact_lock($1, stripe) from (
       select distinct (id % ${STRIPES})::int as stripe from unnest($2::bigint[]) as id order by stripe) s`,
    [VERDICTS_LOCK, itemIds],
  );
}

/** What became of a decision. */
export interface Decided {
  /** How many items it was applied to. */
  changed: number;
  conflicts: VerdictConflict[];
}

/**
 * Writes a decision into the log and makes it the current verdict. Sending the same command again changes nothing.
 * Where somebody else decided otherwise unseen (see `Decide`), theirs stays. Deciding otherwise knowingly is a
 * disagreement: the item is up for a second look.
 */
export async function decide(db: Database, userId: number, command: Decide): Promise<Decided> {
  const topicId = command.topic ?? '';
  const seen = new Map(command.itemIds.map((itemId, n) => [itemId, command.seen?.[n] ?? null]));
  return db.transaction(async (sql) => {
    await awaitVerdicts(sql, [...seen.keys()]);
    const others = await otherVerdicts(sql, userId, topicId, [...seen.keys()], command);
    const conflicts =
      command.seen === undefined ? [] : others.filter(({ itemId, at }) => seen.get(itemId) !== at);
    const kept = new Set(conflicts.map(({ itemId }) => itemId));
    const rows = [...seen.keys()]
      .filter((itemId) => !kept.has(itemId))
      .map((itemId) => verdictRow(itemId, topicId, { value: command.value, reason: command.reason ?? null }));
    const changed = (await append(sql, userId, command.commandId, null, rows)).length;
    const disputed = others.map(({ itemId }) => itemId).filter((itemId) => !kept.has(itemId));
    if (command.settles)
      await setMark(sql, userId, { itemIds: rows.map((row) => row.item_id), kind: 'doubted', on: false });
    else if (changed > 0 && disputed.length > 0)
      await setMark(sql, userId, { itemIds: disputed, kind: 'doubted', on: true }, command.commandId);
    return { changed, conflicts };
  });
}

/** What others said that this command would replace by the opposite. A command sent again replaces nothing. */
async function otherVerdicts(
  sql: Sql,
  userId: number,
  topicId: string,
  itemIds: number[],
  { value, commandId }: Decide,
): Promise<VerdictConflict[]> {
  return sql.rows<VerdictConflict>(
    `select c.item_id as "itemId", u.name as by, c.value, c.at
     from throughline.current_verdicts c join throughline.users u on u.id = c.user_id
     where c.item_id = any($1) and c.topic_id = $2 and c.user_id <> $3 and c.value <> $4
       and not exists (select 1 from throughline.verdicts v
         where v.command_id = $5 and v.item_id = c.item_id and v.topic_id = c.topic_id)`,
    [itemIds, topicId, userId, value, commandId],
  );
}

/**
 * Puts a topic on items by hand, with the verdict that they are relevant to it, from which the topic learns; or takes
 * both off; or (`undoes`) takes such a command back. Sending the same command again changes nothing.
 *
 * @returns how many items it was applied to.
 */
export async function tagByHand(
  db: Database,
  userId: number,
  { commandId, itemIds, topic, on, undoes }: TagByHand,
): Promise<number> {
  if (undoes != null) return undoDecision(db, userId, commandId, undoes);
  const said = on ? { value: 'relevant', by_hand: true } : { value: null, takes_off: true };
  return db.transaction(async (sql) => {
    await awaitVerdicts(sql, itemIds);
    const known = await sql.row('select 1 from throughline.topics where id = $1', [topic]);
    if (known === null) throw new MissingError('This topic is not there any more.', { code: 'topic_gone' });
    const rows = itemIds.map((itemId) => verdictRow(itemId, topic, said));
    return (await append(sql, userId, commandId, null, rows)).length;
  });
}

/**
 * Takes a command back: each of its items gets the verdict that it had before, as new entries of the log, with the
 * topic by hand or without it as it was then, and is doubted no more where only this command disagreed. An item on which somebody has decided since is left alone, and so
 * is a command that was already taken back.
 */
export async function undoDecision(
  db: Database,
  userId: number,
  commandId: string,
  undoes: string,
): Promise<number> {
  return db.transaction(async (sql) => {
    const command = await sql.rows<{ id: number }>(
      'select item_id as id from throughline.verdicts where command_id = $1',
      [undoes],
    );
    await awaitVerdicts(
      sql,
      command.map((row) => row.id),
    );
    const itemIds = await append(sql, userId, commandId, undoes, await rowsBefore(sql, undoes));
    await unsetDisagreement(sql, userId, itemIds, undoes);
    return itemIds.length;
  });
}

/** What was said before a command, for those of its items on which nobody has decided since. */
function rowsBefore(sql: Sql, undoes: string): Promise<VerdictRow[]> {
  return sql.rows<VerdictRow>(
    `select v.item_id, v.topic_id, before.value, before.reason, coalesce(before.by_hand, false) as by_hand,
         v.by_hand and not coalesce(before.by_hand, false) as takes_off, before.id as restores
       from throughline.verdicts v
       left join lateral (
         select coalesce(b.restores, b.id) as said from throughline.verdicts b
         where b.item_id = v.item_id and b.topic_id = v.topic_id and b.id < v.id order by b.id desc limit 1
       ) last on true
       left join throughline.verdicts before on before.id = last.said
       where v.command_id = $1
         and not exists (select 1 from throughline.verdicts later
           where later.item_id = v.item_id and later.topic_id = v.topic_id and later.id > v.id)`,
    [undoes],
  );
}

/** Appends to the log of verdicts and carries the current ones, and tags by hand, along. @returns the items that it was about. */
async function append(
  sql: Sql,
  userId: number,
  commandId: string,
  undoes: string | null,
  rows: readonly VerdictRow[],
): Promise<number[]> {
  if (rows.length === 0) return [];
  const logged = await sql.rows<{ itemId: number; topicId: string; by: number; byHand: boolean }>(
    `with logged as (
       insert into throughline.verdicts (command_id, undoes, item_id, topic_id, user_id, value, reason, score, log_odds, sampled, by_hand, restores)
       select $1, $2, n.item_id, n.topic_id, $3, n.value, n.reason,
         t.score, t.log_odds, coalesce(t.sampled, false), n.by_hand, n.restores
       from jsonb_to_recordset($4::jsonb) as n(item_id bigint, topic_id text, value text, reason text,
         by_hand boolean, restores bigint)
       join throughline.items i on i.id = n.item_id
       left join throughline.tags t on t.item_id = n.item_id and t.topic_id = n.topic_id
       on conflict do nothing
       returning id, item_id, topic_id, value, reason, at, by_hand, restores
     ), cleared as (
       delete from throughline.current_verdicts c using logged l
       where c.item_id = l.item_id and c.topic_id = l.topic_id and l.value is null
     ), current as (
       insert into throughline.current_verdicts (item_id, topic_id, verdict_id, user_id, value, reason, at)
       select l.item_id, l.topic_id, l.id, coalesce(o.user_id, $3), l.value, l.reason, coalesce(o.at, l.at)
       from logged l left join throughline.verdicts o on o.id = l.restores where l.value is not null
       on conflict (item_id, topic_id) do update
       set verdict_id = excluded.verdict_id, user_id = excluded.user_id, value = excluded.value,
         reason = excluded.reason, at = excluded.at
     )
     select l.item_id as "itemId", l.topic_id as "topicId", l.by_hand as "byHand", coalesce(o.user_id, $3) as by
     from logged l left join throughline.verdicts o on o.id = l.restores`,
    [commandId, undoes, userId, JSON.stringify(rows)],
  );
  await putByHand(
    sql,
    logged.filter((row) => row.byHand),
  );
  const bared = new Set(rows.filter((row) => row.takes_off).map((row) => `${row.item_id} ${row.topic_id}`));
  await takeOffByHand(
    sql,
    logged.filter((row) => bared.has(`${row.itemId} ${row.topicId}`)),
  );
  const itemIds = logged.map((row) => row.itemId);
  if (itemIds.length > 0) await emit(sql, { type: 'verdicts.changed', itemIds, by: userId });
  return itemIds;
}
