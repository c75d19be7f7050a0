import type { CitableItem } from '@throughline/schema';
import type { Database, Sql } from './database.ts';
import { type IncomingItem, recordCheck } from './ingest.ts';
import { publisherNamed } from './sources.ts';

/** Items that no feed brought: a curator pasted the address of their page. */

/** The desk's item at one of these spellings of an address, the newest first; null when there is none. */
export async function itemAtUrl(sql: Sql, spellings: readonly string[]): Promise<CitableItem | null> {
  return sql.row<CitableItem>(
    `select i.id, r.title, p.name as publisher from throughline.items i
     join throughline.revisions r on r.id = i.current_revision_id
     join throughline.sources s on s.id = i.source_id join throughline.publishers p on p.id = s.publisher_id
     where i.url = any($1) order by i.id desc limit 1`,
    [spellings],
  );
}

/**
 * Stores a page as an item. Its source is one for all pages of a host that came by hand: it is never polled, and
 * stands in no list of sources.
 * @returns the item's id
 */
export async function storePage(
  db: Database,
  page: IncomingItem & { url: string },
  at: Date,
): Promise<number> {
  const sourceId = await sourceByHand(db, new URL(page.url));
  // A person asks for it: that retention removed it once does not keep it away.
  await db.run('delete from throughline.forgotten_items where source_id = $1 and key = $2', [
    sourceId,
    page.key,
  ]);
  await recordCheck(db, {
    sourceId,
    at: at.toISOString(),
    durationMs: 0,
    status: 200,
    outcome: 'body',
    said: null,
    bytes: null,
    failure: null,
    failures: 0,
    nextCheckAt: null,
    nextBecause: null,
    memory: null,
    moveTo: null,
    validators: null,
    feed: null,
    items: [page],
  });
  const row = await db.row<{ id: number }>(
    `update throughline.revisions r set page_url = $3 from throughline.items i
     where i.source_id = $1 and i.key = $2 and r.id = i.current_revision_id returning i.id`,
    [sourceId, page.key, page.url],
  );
  if (row === null) throw new Error('the page was not stored');
  return row.id;
}

async function sourceByHand(db: Database, { origin, hostname }: URL): Promise<number> {
  return db.transaction(async (sql) => {
    const url = `${origin}/#pages-by-hand`;
    const host = hostname.replace(/^www\./, '');
    await sql.run(
      `insert into throughline.sources (publisher_id, url, title, site_url, folders, state, next_check_at, removed_at)
       values ($1, $2, $3, $4, '{}', 'paused', null, now()) on conflict (url) do nothing`,
      [await publisherNamed(sql, host, origin), url, host, origin],
    );
    const row = await sql.row<{ id: number }>('select id from throughline.sources where url = $1', [url]);
    if (row === null) throw new Error('the source was not stored');
    return row.id;
  });
}
