import type { ItemRelation, StoryConstraint, StoryEvent, StoryReason } from '@throughline/schema';
import type { Database, Sql } from './database.ts';
import { emit } from './events.ts';
import { awaitStream } from './stream-lock.ts';

/** How far the stream of items is grouped, and a count of what makes a grouping held in memory wrong. */
export interface StoryCursor {
  position: number;
  generation: number;
}

/**
 * Whatever changes stories begins with the row of the cursor: by this, or by moving it. So curators and the grouping
 * take turns, each reads what the one before wrote, and no two lock rows of stories in different orders.
 */
export async function holdStories(sql: Sql): Promise<void> {
  await sql.row('select 1 from throughline.story_cursor for update');
}

export async function storyCursor(sql: Sql): Promise<StoryCursor> {
  const row = await sql.row<StoryCursor>('select position, generation from throughline.story_cursor');
  if (row === null) throw new Error('the story cursor is missing');
  return row;
}

/** What grouping reads of an item; ids are those of the database. */
export interface ItemToGroup {
  id: number;
  title: string;
  summary: string;
  text: string;
  publishedAt: string;
  language: string | null;
  publisher: string;
  url: string | null;
}

const ITEM = `i.id, r.title, r.summary, r.content_text as text, i.at as "publishedAt", i.language, p.name as publisher, i.url
  from throughline.items i
  join throughline.revisions r on r.id = i.current_revision_id
  join throughline.sources s on s.id = i.source_id
  join throughline.publishers p on p.id = s.publisher_id`;

/** The next items of the stream, in the order in which they came; none with a lower number comes after them. */
export async function itemsToGroup(db: Database, after: number, limit: number): Promise<ItemToGroup[]> {
  return db.transaction(async (sql) => {
    await awaitStream(sql);
    return sql.rows<ItemToGroup>(`select ${ITEM} where i.id > $1 order by i.id limit $2`, [after, limit]);
  });
}

/** Items wait to be grouped, or changed stories to be described. */
export async function isGroupingDue(sql: Sql): Promise<boolean> {
  const row = await sql.row<{ due: boolean }>(
    `select exists (select 1 from throughline.story_cursor c
         where c.applied < c.generation or exists (select 1 from throughline.items where id > c.position))
       or exists (select 1 from throughline.stories where described < changes) as due`,
  );
  return row?.due ?? false;
}

export async function groupingProgress(sql: Sql): Promise<{ done: number; total: number }> {
  const row = await sql.row<{ done: number; total: number }>(
    `select (select count(*)::int from throughline.story_members) as done,
       (select count(*)::int from throughline.items) as total`,
  );
  return row ?? { done: 0, total: 0 };
}

/** A page of the grouped items of the last `days` days with their stories, to start from after a restart. */
export async function groupedItems(
  sql: Sql,
  page: { after: number; upTo: number; days: number; limit: number },
): Promise<(ItemToGroup & { story: string })[]> {
  return sql.rows(
    `select m.story_id as story, ${ITEM} join throughline.story_members m on m.item_id = i.id
     where i.id > $1 and i.id <= $2 and i.at > now() - make_interval(days => $3) order by i.id limit $4`,
    [page.after, page.upTo, page.days, page.limit],
  );
}

/** Seconds after which a worker that gives no sign has lost the grouping to any other. */
const SILENT_SECONDS = 15;

/** Makes the grouping this worker's own, if it is nobody else's. @returns whether it is. */
export async function takeGrouping(sql: Sql, owner: string): Promise<boolean> {
  const taken = await sql.run(
    `update throughline.story_cursor set owner = $1, owned_until = now() + make_interval(secs => $2)
     where owner is null or owner = $1 or owned_until < now()`,
    [owner, SILENT_SECONDS],
  );
  return taken > 0;
}

/** A sign of life; nothing happens where the grouping is another's. */
export async function keepGrouping(sql: Sql, owner: string): Promise<void> {
  await sql.run(
    `update throughline.story_cursor set owned_until = now() + make_interval(secs => $2) where owner = $1`,
    [owner, SILENT_SECONDS],
  );
}

/** Another may have it at once. */
export async function leaveGrouping(sql: Sql, owner: string): Promise<void> {
  await sql.run('update throughline.story_cursor set owner = null where owner = $1', [owner]);
}

/** Curators' decisions that hold, in the order in which they were made. */
export async function storyConstraints(sql: Sql): Promise<StoryConstraint[]> {
  const rows = await sql.rows<{ decision: StoryConstraint }>(
    'select decision from throughline.story_constraints where released_at is null order by id',
  );
  return rows.map((row) => row.decision);
}

export interface StoredPlacement {
  itemId: number;
  /** Its story when the batch was done. */
  story: string;
  relation: ItemRelation;
  duplicateOf: number | null;
  updateOf: number | null;
  likeness: number;
  reasons: StoryReason[];
}

/** What a batch of items did to the stories. */
export interface Grouping {
  from: StoryCursor;
  /** The last item of the batch. */
  position: number;
  placements: StoredPlacement[];
  /** What happened to stories that were there before, in order. */
  events: StoryEvent[];
}

/**
 * Stores a batch of the grouping, all or nothing.
 * @returns false when somebody else has gone on meanwhile: what is in memory is then worth nothing any more.
 */
export async function recordGrouping(db: Database, grouping: Grouping): Promise<boolean> {
  return db.transaction(async (sql) => {
    const ours = await sql.run(
      `update throughline.story_cursor set position = $3, applied = generation where position = $1 and generation = $2`,
      [grouping.from.position, grouping.from.generation, grouping.position],
    );
    if (ours === 0) return false;
    await begin(sql, grouping);
    // First what happened to items stored earlier; this batch's items are stored where they ended up.
    for (const event of grouping.events) await applyEvent(sql, event);
    await place(sql, grouping.placements);
    await refreshTimes(sql, storiesOf(grouping));
    await emit(sql, { type: 'stories.changed', count: storiesOf(grouping).length });
    return true;
  });
}

function storiesOf({ placements, events }: Grouping): string[] {
  const named = events.flatMap((event) => {
    if (event.kind === 'merged') return [event.into, event.from];
    if (event.kind === 'split') return [event.story, event.part];
    if (event.kind === 'moved') return [event.from, event.to];
    return [];
  });
  return [...new Set([...placements.map((placement) => placement.story), ...named])];
}

/** Makes rows for stories that are new; one that lived before under this name lives again. */
async function begin(sql: Sql, grouping: Grouping): Promise<void> {
  await beginStories(sql, storiesOf(grouping));
  const living = [...new Set(grouping.placements.map((placement) => placement.story))];
  await sql.run('update throughline.stories set merged_into = null where id = any($1)', [living]);
}

export async function beginStories(sql: Sql, stories: readonly string[]): Promise<void> {
  await sql.run(
    `insert into throughline.stories (id, first_at, last_at) select id, now(), now() from unnest($1::text[]) as id
     on conflict (id) do nothing`,
    [stories],
  );
}

export async function applyEvent(sql: Sql, event: StoryEvent): Promise<void> {
  if (event.kind === 'merged') {
    await sql.run('update throughline.story_members set story_id = $2 where story_id = $1', [
      event.from,
      event.into,
    ]);
    await sql.run('update throughline.stories set merged_into = $2 where id = $1', [event.from, event.into]);
  }
  if (event.kind === 'split') await moveItems(sql, event.items.map(Number), event.part);
  if (event.kind === 'moved') await moveItems(sql, [Number(event.item)], event.to);
  if (event.kind === 'merged' || event.kind === 'split' || event.kind === 'moved')
    await logStoryEvent(sql, event, null);
}

export async function moveItems(sql: Sql, itemIds: number[], story: string): Promise<void> {
  await sql.run('update throughline.story_members set story_id = $2 where item_id = any($1)', [
    itemIds,
    story,
  ]);
  await sql.run('update throughline.stories set merged_into = null where id = $1', [story]);
}

/** What a curator did, for the record. */
interface CuratedEvent {
  kind: 'curated';
  command: string;
  story: string;
}

export async function logStoryEvent(
  sql: Sql,
  event: StoryEvent | CuratedEvent,
  userId: number | null,
): Promise<void> {
  await sql.run('insert into throughline.story_events (event, user_id) values ($1, $2)', [
    JSON.stringify(event),
    userId,
  ]);
}

async function place(sql: Sql, placements: readonly StoredPlacement[]): Promise<void> {
  await sql.run(
    `insert into throughline.story_members (item_id, story_id, relation, duplicate_of, update_of, likeness, reasons)
     select n.item_id, n.story, n.relation, n.duplicate_of, n.update_of, n.likeness, n.reasons
     from jsonb_to_recordset($1::jsonb) as n(item_id bigint, story text, relation text, duplicate_of bigint,
       update_of bigint, likeness real, reasons jsonb)
     on conflict (item_id) do update set story_id = excluded.story_id`,
    [
      JSON.stringify(
        placements.map(({ itemId, story, relation, duplicateOf, updateOf, likeness, reasons }) => ({
          item_id: itemId,
          story,
          relation,
          duplicate_of: duplicateOf,
          update_of: updateOf,
          likeness,
          reasons,
        })),
      ),
    ],
  );
}

/** First, last and number of reports follow from the members; a story that lost all of them stays as a signpost. */
export async function refreshTimes(sql: Sql, stories: readonly string[]): Promise<void> {
  await sql.run(
    `update throughline.stories s set changes = changes + 1, reports = n.reports,
       first_at = coalesce(n.first_at, s.first_at), last_at = coalesce(n.last_at, s.last_at)
     from (select named.id, count(m.item_id)::int as reports, min(i.at) as first_at, max(i.at) as last_at
       from unnest($1::text[]) as named(id)
       left join throughline.story_members m on m.story_id = named.id left join throughline.items i on i.id = m.item_id
       group by named.id) n
     where s.id = n.id`,
    [stories],
  );
}
