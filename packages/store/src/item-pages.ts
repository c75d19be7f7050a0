import type { Database, Sql } from './database.ts';
import { emit } from './events.ts';
import { storable } from './storable.ts';

/** Whole texts from the pages of items, for sources where a person switched that on. */

/** Items whose page is to be fetched, newest first, one for each source: a page is one polite request. */
export async function itemsDueForPage(sql: Sql, now: Date, limit: number): Promise<number[]> {
  const rows = await sql.rows<{ id: number }>(
    `select d.id from throughline.sources s cross join lateral (
       select i.id from throughline.items i join throughline.revisions r on r.id = i.current_revision_id
         left join throughline.item_pages g on g.item_id = i.id and g.revision_id = r.id
       where i.source_id = s.id and i.url is not null and r.page_url is null and i.first_seen_at >= s.full_text_since
         and (g.item_id is null or g.next_try_at <= $1)
       order by i.id desc limit 1) d
     where s.full_text_since is not null and s.removed_at is null and s.state <> 'paused' limit $2`,
    [now.toISOString(), limit],
  );
  return rows.map((row) => row.id);
}

export interface ItemForPage {
  id: number;
  revisionId: number;
  url: string;
  /** The source's own address: pages elsewhere are strangers. */
  sourceUrl: string;
  /** What the feed gave. */
  text: string;
  tries: number;
}

/**
 * Takes an item for one attempt; null when it is not due (any more). A worker that dies leaves it due at `until`.
 */
export async function claimItemPage(
  db: Database,
  itemId: number,
  now: Date,
  until: Date,
): Promise<ItemForPage | null> {
  return db.row<ItemForPage>(
    `with claimed as (
       insert into throughline.item_pages as g (item_id, revision_id, tries, next_try_at)
       select i.id, i.current_revision_id, 1, $3 from throughline.items i where i.id = $1
       on conflict (item_id) do update set revision_id = excluded.revision_id, next_try_at = excluded.next_try_at,
         tries = case when g.revision_id = excluded.revision_id then g.tries + 1 else 1 end, problem = null
         where g.revision_id <> excluded.revision_id or g.next_try_at <= $2
       returning item_id, revision_id, tries
     )
     select i.id, r.id as "revisionId", i.url, s.url as "sourceUrl", case when r.content_text = '' then r.summary else r.content_text end as text,
       c.tries
     from claimed c join throughline.items i on i.id = c.item_id join throughline.revisions r on r.id = c.revision_id
       join throughline.sources s on s.id = i.source_id
     where i.url is not null and r.page_url is null and s.full_text_since is not null`,
    [itemId, now.toISOString(), until.toISOString()],
  );
}

/** Why there is no text, and when to try again; null: not again, unless the publisher edits the item. */
export async function recordPageProblem(
  sql: Sql,
  itemId: number,
  problem: string,
  nextTryAt: Date | null,
): Promise<void> {
  await sql.run('update throughline.item_pages set problem = $2, next_try_at = $3 where item_id = $1', [
    itemId,
    problem,
    nextTryAt?.toISOString() ?? null,
  ]);
}

/** Its host had no time: that was no attempt. */
export async function postponeItemPage(sql: Sql, itemId: number, until: Date): Promise<void> {
  await sql.run(
    'update throughline.item_pages set tries = greatest(0, tries - 1), next_try_at = $2 where item_id = $1',
    [itemId, until.toISOString()],
  );
}

export interface PageText {
  itemId: number;
  /** The feed's revision that it belongs to. */
  revisionId: number;
  at: Date;
  url: string;
  contentHtml: string;
  contentText: string;
}

/**
 * Appends the page's text as a revision of its own, with the page's address and the moment of fetching: what was cited
 * from the feed's words stays, and what is cited from now on are words of the page. Title, summary, dates and hash
 * are the feed's, so that the next poll sees no edit.
 *
 * @returns false when the publisher edited the item meanwhile: its page is read again.
 */
export async function recordPageText(db: Database, found: PageText): Promise<boolean> {
  const page = { ...storable({ ...found, at: '' }), at: found.at };
  return db.transaction(async (sql) => {
    const row = await sql.row<{ sourceId: number }>(
      `with revision as (
         insert into throughline.revisions (item_id, number, hash, observed_at, title, summary, content_html,
           content_text, authors, published_at, updated_at, page_url)
         select r.item_id, i.revision_count + 1, r.hash, $3, r.title, r.summary, $5, $6, r.authors, r.published_at,
           r.updated_at, $4
         from throughline.items i join throughline.revisions r on r.id = i.current_revision_id
         where i.id = $1 and i.current_revision_id = $2
         returning id
       )
       update throughline.items i set current_revision_id = revision.id, revision_count = i.revision_count + 1,
         page_revision_count = i.page_revision_count + 1, tagged_epoch = 0
       from revision where i.id = $1 returning i.source_id as "sourceId"`,
      [page.itemId, page.revisionId, page.at.toISOString(), page.url, page.contentHtml, page.contentText],
    );
    await sql.run('update throughline.item_pages set next_try_at = null, problem = null where item_id = $1', [
      page.itemId,
    ]);
    if (row === null) return false;
    await emit(sql, { type: 'items.changed', sourceId: row.sourceId, count: 1 });
    return true;
  });
}
