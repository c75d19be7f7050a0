import type { ForgottenItem, NEEDED, Retention, RetentionPreview, RetentionRun } from '@throughline/schema';
import type { Database, Sql } from './database.ts';
import { databaseFacts } from './doctor.ts';
import { emit } from './events.ts';
import { readSetting, writeSetting } from './settings.ts';
import { holdStories, refreshTimes } from './story-groups.ts';
import { isRebuilding } from './story-rebuilds.ts';

/** Items that one transaction removes: on the embedded database everybody else waits for it. */
const BATCH = 100;
const RUNS_SHOWN = 5;
const SETTING = 'retention';

interface Setting {
  days: number | null;
}

interface Run {
  id: number;
  days: number;
  cutoff: string;
  position: number;
  removed: number;
}

const daysKept = async (sql: Sql): Promise<number | null> =>
  (await readSetting<Setting>(sql, SETTING))?.days ?? null;

/** What is kept, and what the last passes did. */
export async function retentionState(sql: Sql): Promise<Retention> {
  const counts = await sql.row<{ items: number; forgotten: number }>(
    `select (select count(*)::int from throughline.items) as items,
       (select count(*)::int from throughline.forgotten_items) as forgotten`,
  );
  const runs = await sql.rows<RetentionRun>(
    `select days, started_at as "startedAt", ended_at as "endedAt", removed from throughline.retention_runs
     order by id desc limit $1`,
    [RUNS_SHOWN],
  );
  return {
    days: await daysKept(sql),
    items: counts?.items ?? 0,
    forgotten: counts?.forgotten ?? 0,
    runs,
  };
}

/** Switches retention on for items older than `days`, or (null) off. */
export async function setRetention(sql: Sql, days: number | null): Promise<void> {
  await writeSetting(sql, SETTING, { days } satisfies Setting);
}

/** How many items a setting would remove, and what the other old ones are kept for. */
export async function previewRetention(
  sql: Sql,
  { days, now, reasons }: { days: number; now: Date; reasons: typeof NEEDED },
): Promise<RetentionPreview> {
  const rows = await sql.rows<{ because: (typeof NEEDED)[number] | null; count: number }>(
    `with needed as (
       select item_id, min(array_position($2::text[], because)) as place from throughline.needed_items
       where item_id is not null group by item_id)
     select ($2::text[])[n.place] as because, count(*)::int as count
     from throughline.items i left join needed n on n.item_id = i.id
     where i.first_seen_at < $1 group by n.place order by n.place`,
    [cutoffOf(now, days), reasons],
  );
  const removes = rows.find((row) => row.because === null)?.count ?? 0;
  const keeps = rows.flatMap(({ because, count }) => (because === null ? [] : [{ because, count }]));
  return { days, removes, keeps, older: keeps.reduce((sum, { count }) => sum + count, removes) };
}

const DAY_MS = 86_400_000;
const cutoffOf = (now: Date, days: number) => new Date(now.getTime() - days * DAY_MS).toISOString();

/**
 * A name for where retention stands, when there is something to do: a pass that has not ended, or none within a day.
 * The same state has the same name; null: nothing is due. While stories are grouped anew, nothing is: what stands
 * beside a cited item is not known then.
 */
export async function retentionDue(sql: Sql, now: Date): Promise<string | null> {
  if (await isRebuilding(sql)) return null;
  const open = await openRun(sql);
  if (open !== null) return `${open.id}-${open.position}`;
  if ((await daysKept(sql)) === null) return null;
  const last = await sql.row<{ id: number; startedAt: string }>(
    'select id, started_at as "startedAt" from throughline.retention_runs order by id desc limit 1',
  );
  if (last === null) return 'first';
  return now.getTime() - Date.parse(last.startedAt) < DAY_MS ? null : `after-${last.id}`;
}

const openRun = (sql: Sql, lock: '' | 'for update' = '') =>
  sql.row<Run>(
    `select id, days, cutoff, position, removed from throughline.retention_runs where ended_at is null
     order by id limit 1 ${lock}`,
  );

/**
 * Removes the next old items that nobody needs, in one short transaction: begins a pass, carries it on, or ends it and
 * writes its line into the record. Whoever dies leaves whole batches, and the pass where it was.
 *
 * What went is known by its key for ever, so that its source does not bring it again. An item that somebody is about
 * to cite is locked by them: it is passed over until the next pass.
 *
 * @returns whether to go on; `ended`: this call ended a pass.
 */
export async function forgetItems(db: Database, now: Date): Promise<'more' | 'ended' | 'idle'> {
  if ((await retentionDue(db, now)) === null) return 'idle';
  return db.transaction(async (sql) => {
    await holdStories(sql);
    // Whoever starts the grouping over takes the same turn: none begins from here on.
    if (await isRebuilding(sql)) return 'idle';
    const run = (await openRun(sql, 'for update')) ?? (await beginRun(sql, now));
    if (run === null) return 'idle';
    if ((await daysKept(sql)) !== run.days) return endRun(sql, run, now);
    const old = await sql.rows<{ id: number }>(
      `select id from throughline.items where id > $1 and first_seen_at < $2 order by id limit $3
       for update skip locked`,
      [run.position, run.cutoff, BATCH],
    );
    const last = old.at(-1);
    if (last === undefined) return endRun(sql, run, now);
    const removed = await removeUnneeded(
      sql,
      old.map((row) => row.id),
      now,
    );
    await sql.run(
      'update throughline.retention_runs set position = $2, removed = removed + $3 where id = $1',
      [run.id, last.id, removed],
    );
    return 'more';
  });
}

async function beginRun(sql: Sql, now: Date): Promise<Run | null> {
  const days = await daysKept(sql);
  if (days === null) return null;
  return sql.row<Run>(
    `insert into throughline.retention_runs (days, cutoff, started_at) values ($1, $2, $3)
     returning id, days, cutoff, position, removed`,
    [days, cutoffOf(now, days), now.toISOString()],
  );
}

async function endRun(sql: Sql, run: Run, now: Date): Promise<'ended'> {
  await sql.run('update throughline.retention_runs set ended_at = $2 where id = $1', [
    run.id,
    now.toISOString(),
  ]);
  if (run.removed > 0) {
    await sql.run(
      `select throughline.record('setting', '${SETTING}', 'old items', '${SETTING}', 'removed', '{}',
         jsonb_build_object('items_removed', $1::bigint, 'older_than_days', $2::int, 'seen_before', $3::timestamptz,
           'began_at', r.started_at), null)
       from throughline.retention_runs r where r.id = $4`,
      [run.removed, run.days, run.cutoff, run.id],
    );
  }
  return 'ended';
}

/** What remains of an item that retention removed; null: none of that number went. */
export const forgottenItem = (sql: Sql, id: number): Promise<ForgottenItem | null> =>
  sql.row<ForgottenItem>(
    `select f.title, f.url, p.name as publisher, f.forgotten_at as "forgottenAt"
     from throughline.forgotten_items f join throughline.sources s on s.id = f.source_id
     join throughline.publishers p on p.id = s.publisher_id where f.item_id = $1`,
    [id],
  );

/** @returns how many of the items nobody needed, and are gone. */
async function removeUnneeded(sql: Sql, itemIds: number[], now: Date): Promise<number> {
  const rows = await sql.rows<{ id: number }>(
    `select id from unnest($1::bigint[]) as old(id)
     where not exists (select 1 from throughline.needed_items n where n.item_id = old.id)`,
    [itemIds],
  );
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return 0;
  await sql.run(
    `insert into throughline.forgotten_items (item_id, source_id, key, guid, url, title, forgotten_at)
     select i.id, i.source_id, i.key, i.guid, i.url, left(r.title, 300), $2
     from throughline.items i join throughline.revisions r on r.id = i.current_revision_id where i.id = any($1)
     on conflict do nothing`,
    [ids, now.toISOString()],
  );
  await leaveStories(sql, ids);
  await sql.run('delete from throughline.revisions where item_id = any($1)', [ids]);
  await sql.run('delete from throughline.items where id = any($1)', [ids]);
  await emit(sql, { type: 'items.forgotten', count: ids.length });
  return ids.length;
}

/** What remains of their stories is counted and described anew; a story without reports goes. */
async function leaveStories(sql: Sql, itemIds: number[]): Promise<void> {
  const left = await sql.rows<{ story: string }>(
    'delete from throughline.story_members where item_id = any($1) returning story_id as story',
    [itemIds],
  );
  const stories = [...new Set(left.map((row) => row.story))];
  await sql.run(
    `update throughline.story_members set duplicate_of = null where story_id = any($1) and duplicate_of = any($2)`,
    [stories, itemIds],
  );
  await sql.run(
    `update throughline.story_members set update_of = null where story_id = any($1) and update_of = any($2)`,
    [stories, itemIds],
  );
  await sql.run(
    `with recursive empty as (
       select s.id from throughline.stories s where s.id = any($1)
         and not exists (select 1 from throughline.story_members m where m.story_id = s.id)
       union
       select s.id from empty join throughline.stories s on s.merged_into = empty.id
       where not exists (select 1 from throughline.story_members m where m.story_id = s.id))
     delete from throughline.stories where id in (select id from empty)`,
    [stories],
  );
  await refreshTimes(sql, stories);
}

/**
 * Makes the room of what went usable again. A server does so by itself; the embedded database has nobody who would, and
 * its files would grow as if nothing had gone. They do not shrink, but new items take that room.
 */
export async function reuseRoom(db: Database): Promise<void> {
  const { embedded } = await databaseFacts(db);
  if (!embedded) return;
  for (const table of ['revisions', 'tags', 'item_pages', 'story_members', 'stories', 'items'])
    await db.run(`vacuum throughline.${table}`);
}
