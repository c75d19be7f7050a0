import type {
  ItemDetail,
  ItemRow,
  ItemView,
  Page,
  Revision,
  TagResult,
  Verdict,
  ViewCounts,
} from '@throughline/schema';
import { type Cursor, decodeCursor, encodeCursor } from './cursor.ts';
import type { Sql } from './database.ts';

const ROW = `
  i.id, r.id as "revisionId", i.url, r.title, left(r.summary, 500) as summary, i.language,
  jsonb_build_object('id', s.id, 'title', s.title) as source,
  jsonb_build_object('id', p.id, 'name', p.name) as publisher,
  i.at, i.first_seen_at as "firstSeenAt", i.revision_count - i.page_revision_count as revisions,
  case when y.id is null then null else jsonb_build_object('id', y.id, 'headline', y.headline, 'reports', y.reports,
    'independent', y.independent) end as story`;

const JOINS = `
  join throughline.revisions r on r.id = i.current_revision_id
  join throughline.sources s on s.id = i.source_id
  join throughline.publishers p on p.id = s.publisher_id
  left join throughline.story_members m on m.item_id = i.id
  left join throughline.stories y on y.id = m.story_id`;

/** One page of Review, by keyset: its cost does not grow with how far one has read. */
export async function listItems(
  sql: Sql,
  view: ItemView,
  options: { cursor?: string | undefined; limit: number },
): Promise<Page<ItemRow>> {
  const { text, params } = listQuery(view, cursorOf(options.cursor), options.limit + 1);
  const found = await sql.rows<Omit<ItemRow, 'tags' | 'verdicts'> & { key: string | number }>(text, params);
  const shown = found.slice(0, options.limit);
  const last = shown.at(-1);
  const rows = await withTagsAndVerdicts(
    sql,
    shown.map(({ key: _key, ...row }) => row),
  );
  const more = found.length > options.limit && last !== undefined;
  return { rows, nextCursor: more ? encodeCursor({ value: last.key, id: last.id }) : null };
}

/** Items are numbered; a cursor that names anything else is none of theirs. */
function cursorOf(text: string | undefined): Cursor | null {
  const cursor = decodeCursor(text);
  return typeof cursor?.id === 'number' ? cursor : null;
}

/** The statement for a view: each combination stays one index scan with a limit. */
function listQuery(
  view: ItemView,
  cursor: Cursor | null,
  limit: number,
): { text: string; params: unknown[] } {
  const params: unknown[] = [];
  const bind = (value: unknown) => `$${params.push(value)}`;
  const where: string[] = [];
  const byTopic = view.topic !== undefined;
  const score = byTopic ? 't.score' : 'i.top_score';
  const [key, direction, compare, type] =
    view.sort === 'relevance'
      ? [score, 'desc', '<', 'real']
      : [
          byTopic ? 't.at' : 'i.at',
          view.sort === 'oldest' ? 'asc' : 'desc',
          view.sort === 'oldest' ? '>' : '<',
          'timestamptz',
        ];
  if (byTopic) where.push(`t.topic_id = ${bind(view.topic)}`, 't.queued');
  else if (view.queued) where.push('i.queued');
  if (view.source !== undefined) where.push(`i.source_id = ${bind(view.source)}`);
  if (view.search) where.push(`i.search @@ websearch_to_tsquery('simple', ${bind(view.search)})`);
  const undecided = (item: string) => {
    const topics = byTopic ? `in ('', ${bind(view.topic)})` : 'is not null';
    return `not exists (select 1 from throughline.current_verdicts v where v.item_id = ${item}.id and v.topic_id ${topics})`;
  };
  if (view.unreviewed) where.push(undecided('i'));
  if (view.grouped) where.push(standsForItsStory(byTopic, view.unreviewed ? undecided('i2') : 'true'));
  if (cursor !== null)
    where.push(`(${key}, i.id) ${compare} (${bind(cursor.value)}::${type}, ${bind(cursor.id)})`);
  const from = byTopic
    ? 'throughline.tags t join throughline.items i on i.id = t.item_id'
    : 'throughline.items i';
  const text = `select ${ROW}, ${key} as key from ${from} ${JOINS}
    ${where.length > 0 ? `where ${where.join(' and ')}` : ''}
    order by ${key} ${direction}, i.id ${direction} limit ${bind(limit)}`;
  return { text, params };
}

/**
 * No other item of the same story that waits in the same queue is newer. Once it is decided on, the next one stands
 * for the story, so that what is counted is also shown.
 */
function standsForItsStory(byTopic: boolean, waits: string): string {
  const queue = byTopic
    ? 'join throughline.tags t2 on t2.item_id = i2.id and t2.topic_id = t.topic_id and t2.queued'
    : '';
  return `(m.story_id is null or not exists (
    select 1 from throughline.story_members m2 join throughline.items i2 on i2.id = m2.item_id ${queue}
    where m2.story_id = m.story_id ${byTopic ? '' : 'and i2.queued = i.queued'} and ${waits}
      and (i2.at, i2.id) > (i.at, i.id)))`;
}

async function withTagsAndVerdicts<T extends { id: number }>(
  sql: Sql,
  rows: readonly T[],
): Promise<(T & { tags: TagResult[]; verdicts: Verdict[] })[]> {
  const ids = rows.map((row) => row.id);
  const tags = await tagsOf(sql, ids);
  const verdicts = await verdictsOf(sql, ids);
  return rows.map((row) => ({
    ...row,
    tags: tags.get(row.id) ?? [],
    verdicts: verdicts.get(row.id) ?? [],
  }));
}

async function tagsOf(sql: Sql, ids: readonly number[]): Promise<Map<number, TagResult[]>> {
  const rows = await sql.rows<{ itemId: number; tag: TagResult }>(
    `select item_id as "itemId", jsonb_build_object('topic', topic_id, 'score', score, 'relevant', relevant,
       'evidence', evidence) as tag
     from throughline.tags where item_id = any($1) order by score desc, topic_id`,
    [ids],
  );
  return new Map([...groupByItem(rows)].map(([id, group]) => [id, group.map((row) => row.tag)]));
}

async function verdictsOf(sql: Sql, ids: readonly number[]): Promise<Map<number, Verdict[]>> {
  const rows = await sql.rows<Verdict>(
    `select c.item_id as "itemId", nullif(c.topic_id, '') as topic, c.value, c.reason, u.name as by, c.at
     from throughline.current_verdicts c join throughline.users u on u.id = c.user_id
     where c.item_id = any($1) order by c.topic_id`,
    [ids],
  );
  return groupByItem(rows);
}

function groupByItem<T extends { itemId: number }>(rows: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(row.itemId);
    if (group === undefined) groups.set(row.itemId, [row]);
    else group.push(row);
  }
  return groups;
}

/** Everything about one item: its words now and before, its tags, verdicts, and where it is cited. */
export async function itemById(sql: Sql, id: number): Promise<ItemDetail | null> {
  const found = await sql.row<Omit<ItemDetail, 'tags' | 'verdicts' | 'revision' | 'earlier' | 'citedIn'>>(
    `select ${ROW}, i.categories, i.enclosures, i.comments_url as "commentsUrl"
     from throughline.items i ${JOINS} where i.id = $1`,
    [id],
  );
  if (found === null) return null;
  const [revision, ...earlier] = await revisionsOf(sql, id);
  if (revision === undefined) throw new Error(`item ${id} has no revision`);
  const citedIn = await sql.rows<ItemDetail['citedIn'][number]>(
    `select distinct l.id, l.slug, l.headline from throughline.citations c
     join throughline.storylines l on l.id = c.storyline_id
     where c.item_id = $1 and l.deleted_at is null order by l.id`,
    [id],
  );
  const [row] = await withTagsAndVerdicts(sql, [found]);
  if (row === undefined) throw new Error('unreachable: one row in, one row out');
  return { ...row, revision, earlier, citedIn };
}

/** All revisions of an item, newest first. */
async function revisionsOf(sql: Sql, itemId: number): Promise<Revision[]> {
  return sql.rows<Revision>(
    `select id, number, observed_at as "observedAt", title, summary, content_html as "contentHtml",
       content_text as "contentText", authors, published_at as "publishedAt", updated_at as "updatedAt",
       page_url as "pageUrl"
     from throughline.revisions where item_id = $1 order by number desc`,
    [itemId],
  );
}

/** How much each view holds. Unreviewed = nobody has decided on the item (or, in a topic, on its tag). */
export async function countViews(sql: Sql): Promise<ViewCounts> {
  const all = await sql.row<ViewCounts['all']>(
    `select count(*)::int as total, count(*) filter (where not exists (
         select 1 from throughline.current_verdicts v where v.item_id = i.id))::int as unreviewed
     from throughline.items i where i.queued`,
  );
  const everything = await sql.row<{ n: number }>('select count(*)::int as n from throughline.items');
  const topics = await sql.rows<ViewCounts['topics'][number]>(
    `select o.id as topic, count(t.item_id)::int as total,
       count(t.item_id) filter (where not exists (select 1 from throughline.current_verdicts v
         where v.item_id = t.item_id and v.topic_id in ('', o.id)))::int as unreviewed
     from throughline.topics o left join throughline.tags t on t.topic_id = o.id and t.queued
     where o.enabled group by o.id, o.position order by o.position, o.id`,
  );
  return { all: all ?? { total: 0, unreviewed: 0 }, everything: everything?.n ?? 0, topics };
}
