import type { ItemDetail, ItemMark, ItemRow, Revision, TagResult, Verdict } from '@throughline/schema';
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

/** The rows of items, in the order of the ids. */
export async function itemRows(sql: Sql, ids: readonly number[], userId: number): Promise<ItemRow[]> {
  if (ids.length === 0) return [];
  const found = await sql.rows<Omit<ItemRow, 'tags' | 'verdicts' | 'marks'>>(
    `select ${ROW} from throughline.items i ${JOINS} where i.id = any($1)`,
    [ids],
  );
  const place = new Map(ids.map((id, n) => [id, n]));
  const rows = await withWhatWasSaid(sql, found, userId);
  return rows.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}

async function withWhatWasSaid<T extends { id: number }>(
  sql: Sql,
  rows: readonly T[],
  userId: number,
): Promise<(T & Pick<ItemRow, 'tags' | 'verdicts' | 'marks'>)[]> {
  const ids = rows.map((row) => row.id);
  const tags = await tagsOf(sql, ids);
  const verdicts = await verdictsOf(sql, ids);
  const marks = await marksOf(sql, ids, userId);
  return rows.map((row) => ({
    ...row,
    tags: tags.get(row.id) ?? [],
    verdicts: verdicts.get(row.id) ?? [],
    marks: marks.get(row.id) ?? [],
  }));
}

async function tagsOf(sql: Sql, ids: readonly number[]): Promise<Map<number, TagResult[]>> {
  const rows = await sql.rows<{ itemId: number; tag: TagResult }>(
    `select item_id as "itemId", jsonb_build_object('topic', topic_id, 'score', score, 'relevant', relevant,
       'evidence', evidence) || case when by_hand is null then '{}'::jsonb else '{"byHand": true}' end
         || case when sampled then '{"sampled": true}'::jsonb else '{}' end as tag
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

async function marksOf(sql: Sql, ids: readonly number[], userId: number): Promise<Map<number, ItemMark[]>> {
  const rows = await sql.rows<ItemMark & { itemId: number }>(
    `select k.item_id as "itemId", k.kind, k.until, k.because, u.name as by
     from throughline.item_marks k join throughline.users u on u.id = k.user_id
     where k.item_id = any($1) and (k.kind = 'doubted' or k.user_id = $2) order by k.kind`,
    [ids, userId],
  );
  const groups = groupByItem(rows);
  return new Map([...groups].map(([id, group]) => [id, group.map(({ itemId: _, ...mark }) => mark)]));
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

/**
 * Everything about one item: its words now and before, its tags, verdicts, and where it is cited.
 *
 * @param userId whose stars and snoozes are told; 0: nobody's.
 */
export async function itemById(sql: Sql, id: number, userId = 0): Promise<ItemDetail | null> {
  const found = await sql.row<
    Omit<ItemDetail, 'tags' | 'verdicts' | 'marks' | 'revision' | 'earlier' | 'citedIn'>
  >(
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
  const [row] = await withWhatWasSaid(sql, [found], userId);
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
