import type { Author, Enclosure, PollMemory, Said, SourceHealth } from '@throughline/schema';
import type { Database, Sql } from './database.ts';
import { isTaken } from './errors.ts';
import { emit } from './events.ts';
import { type JudgeHealth, sourceHistory, storeHealth } from './source-health.ts';
import { storable } from './storable.ts';
import { joinStream } from './stream-lock.ts';

/** An item as a check found it, ready to be stored. */
export interface IncomingItem {
  /** Identity within its source. */
  key: string;
  /** Of everything that counts as an edit. */
  hash: string;
  guid: string | null;
  url: string | null;
  language: string | null;
  categories: string[];
  enclosures: Enclosure[];
  commentsUrl: string | null;
  title: string;
  summary: string;
  contentHtml: string | null;
  contentText: string;
  authors: Author[];
  publishedAt: string | null;
  updatedAt: string | null;
}

/** Everything that one check of a source learned. */
export interface CheckResult {
  sourceId: number;
  at: string;
  durationMs: number;
  status: number | null;
  /** `body`, `unchanged`, `pushed`, or the failure's code. */
  outcome: string;
  /** Why it failed; null where it worked. */
  said: Said | null;
  bytes: number | null;
  /** Null: it worked. */
  failure: { code: string; said: Said; permanent: boolean } | null;
  /** Failures in a row, this one included. */
  failures: number;
  /** Null: not again by itself. */
  nextCheckAt: string | null;
  nextBecause: string | null;
  memory: PollMemory | null;
  /** The source's address from now on, unless another source has it; null leaves it. */
  moveTo: string | null;
  /** Set when a body was read: what the next conditional request sends back, exactly as received. */
  validators: { etag: string | null; lastModified: string | null; bodyHash: string | null } | null;
  feed: { title: string | null; siteUrl: string | null; language: string | null } | null;
  items: IncomingItem[];
}

export interface Ingested {
  newItemIds: number[];
  changedItemIds: number[];
}

/** What one transaction takes: a feed of 50,000 items would keep all others from the embedded database for long. */
const BATCH_ITEMS = 500;
/** UTF-16 units of texts; one item has half a million at most. */
const BATCH_UNITS = 4 * 1024 * 1024;

/**
 * Stores what a check found: long lists in several transactions, the last items in one with the validators. So a later
 * 304 can never hide an item that was not stored, and whoever dies in between leaves items that the next check finds
 * known. Doing it twice changes nothing: known items with the same hash are left alone.
 *
 * @param judge how the source is doing, from its history with this check in it.
 */
export async function recordCheck(
  db: Database,
  found: CheckResult,
  judge: JudgeHealth = () => plainHealth(found),
): Promise<Ingested> {
  const check = storable(found);
  const ingested: Ingested = { newItemIds: [], changedItemIds: [] };
  const batches = inBatches(check.items);
  const last = batches.pop() ?? [];
  for (const items of batches) await db.transaction((sql) => storeBatch(sql, { ...check, items }, ingested));
  await db.transaction(async (sql) => {
    if (!(await storeBatch(sql, { ...check, items: last }, ingested))) return;
    await updateSource(sql, check, ingested.newItemIds.length > 0);
    await insertFetch(sql, check, ingested);
    const history = await sourceHistory(sql, check.sourceId);
    if (history !== null) await storeHealth(sql, check.sourceId, judge(history));
    await emit(sql, { type: 'source.checked', sourceId: check.sourceId });
  });
  return ingested;
}

/** The same items in the same order; none for no items. */
function inBatches(items: readonly IncomingItem[]): IncomingItem[][] {
  const batches: IncomingItem[][] = [];
  let room = 0;
  for (const item of items) {
    const size =
      item.title.length + item.summary.length + item.contentText.length + (item.contentHtml?.length ?? 0);
    const batch = batches.at(-1);
    if (batch === undefined || batch.length >= BATCH_ITEMS || size > room) {
      batches.push([item]);
      room = BATCH_UNITS - size;
    } else {
      batch.push(item);
      room -= size;
    }
  }
  return batches;
}

/** Adds what was stored to `ingested`; false when there is no such source (any more). */
async function storeBatch(sql: Sql, check: CheckResult, ingested: Ingested): Promise<boolean> {
  // Two checks of one source at once (a job that ran twice) take turns here.
  const source = await sql.row('select id from throughline.sources where id = $1 for update', [
    check.sourceId,
  ]);
  if (source === null) return false;
  const { newItemIds, changedItemIds } = await storeItems(sql, check);
  await announce(sql, check.sourceId, { newItemIds, changedItemIds });
  ingested.newItemIds.push(...newItemIds);
  ingested.changedItemIds.push(...changedItemIds);
  return true;
}

async function storeItems(sql: Sql, check: CheckResult): Promise<Ingested> {
  if (check.items.length === 0) return { newItemIds: [], changedItemIds: [] };
  const known = await sql.rows<{ key: string; id: number; hash: string }>(
    `select i.key, i.id, r.hash from throughline.items i join throughline.revisions r on r.id = i.current_revision_id
     where i.source_id = $1 and i.key = any($2)`,
    [check.sourceId, check.items.map((item) => item.key)],
  );
  const byKey = new Map(known.map((row) => [row.key, row]));
  // Two keys may have become one when what cannot be stored was replaced in them.
  const items = [...new Map(check.items.map((item) => [item.key, item])).values()];
  const fresh = await neverSeen(
    sql,
    check.sourceId,
    items.filter((item) => !byKey.has(item.key)),
  );
  const edited = items.flatMap((item) => {
    const row = byKey.get(item.key);
    return row !== undefined && row.hash !== item.hash ? [{ ...item, itemId: row.id }] : [];
  });
  return {
    newItemIds: await insertItems(sql, check, fresh),
    changedItemIds: await appendRevisions(sql, check, edited),
  };
}

/** Without those that the desk had and that retention removed: they are not new. */
async function neverSeen(sql: Sql, sourceId: number, items: IncomingItem[]): Promise<IncomingItem[]> {
  if (items.length === 0) return [];
  const forgotten = await sql.rows<{ key: string }>(
    'select key from throughline.forgotten_items where source_id = $1 and key = any($2)',
    [sourceId, items.map((item) => item.key)],
  );
  const keys = new Set(forgotten.map((row) => row.key));
  return items.filter((item) => !keys.has(item.key));
}

/**
 * Revisions kept of an item besides its first and the cited ones. Some feeds change every item at every check (a
 * counter, a clock): without a bound each would grow for ever.
 */
const REVISIONS_KEPT = 100;

/** What both statements read of an item; column names are JSON keys. */
const RECORD = `
  ord bigint, key text, hash text, guid text, url text, language text, categories text[], enclosures jsonb, comments_url text,
  title text, summary text, content_html text, content_text text, authors jsonb,
  published_at timestamptz, updated_at timestamptz, item_id bigint`;

function toRecords(items: readonly (IncomingItem & { itemId?: number })[]): string {
  return JSON.stringify(
    items.map((item, index) => ({
      ord: index,
      key: item.key,
      hash: item.hash,
      guid: item.guid,
      url: item.url,
      language: item.language,
      categories: item.categories,
      enclosures: item.enclosures,
      comments_url: item.commentsUrl,
      title: item.title,
      summary: item.summary,
      content_html: item.contentHtml,
      content_text: item.contentText,
      authors: item.authors,
      published_at: item.publishedAt,
      updated_at: item.updatedAt,
      item_id: item.itemId ?? null,
    })),
  );
}

async function insertItems(sql: Sql, check: CheckResult, items: IncomingItem[]): Promise<number[]> {
  if (items.length === 0) return [];
  await joinStream(sql);
  // Item and revision name each other; ids are drawn first so that both rows are written whole.
  const rows = await sql.rows<{ id: number }>(
    `with incoming as materialized (
       select r.*, nextval('throughline.items_id_seq') as new_item_id, nextval('throughline.revisions_id_seq') as revision_id
       from (select * from jsonb_to_recordset($1::jsonb) as r(${RECORD}) order by ord) r
     ), item as (
       insert into throughline.items (id, source_id, key, guid, url, language, categories, enclosures, comments_url,
         first_seen_at, at, current_revision_id, search)
       overriding system value
       select new_item_id, $2, key, guid, url, language, coalesce(categories, '{}'), enclosures, comments_url,
         $3::timestamptz, least(coalesce(published_at, $3::timestamptz), $3::timestamptz), revision_id, ''
       from incoming order by ord
       returning id
     ), revision as (
       insert into throughline.revisions (id, item_id, number, hash, observed_at, title, summary, content_html,
         content_text, authors, published_at, updated_at)
       overriding system value
       select revision_id, new_item_id, 1, hash, $3::timestamptz, title, summary, content_html, content_text, authors,
         published_at, updated_at
       from incoming order by ord
     )
     select id from item order by id`,
    [toRecords(items), check.sourceId, check.at],
  );
  return rows.map((row) => row.id);
}

async function appendRevisions(
  sql: Sql,
  check: CheckResult,
  items: (IncomingItem & { itemId: number })[],
): Promise<number[]> {
  if (items.length === 0) return [];
  const rows = await sql.rows<{ id: number }>(
    `with incoming as materialized (
       select r.*, nextval('throughline.revisions_id_seq') as revision_id
       from jsonb_to_recordset($1::jsonb) as r(${RECORD})
     ), revision as (
       insert into throughline.revisions (id, item_id, number, hash, observed_at, title, summary, content_html,
         content_text, authors, published_at, updated_at)
       overriding system value
       select n.revision_id, n.item_id, i.revision_count + 1, n.hash, $2::timestamptz, n.title, n.summary, n.content_html,
         n.content_text, n.authors, n.published_at, n.updated_at
       from incoming n join throughline.items i on i.id = n.item_id
     )
     update throughline.items i
     set current_revision_id = n.revision_id, revision_count = i.revision_count + 1, url = n.url, language = n.language,
       categories = coalesce(n.categories, '{}'), enclosures = n.enclosures, comments_url = n.comments_url,
       tagged_epoch = 0
     from incoming n where i.id = n.item_id
     returning i.id`,
    [toRecords(items), check.at],
  );
  const ids = rows.map((row) => row.id);
  await forgetRevisions(sql, ids);
  return ids;
}

async function forgetRevisions(sql: Sql, itemIds: number[]): Promise<void> {
  await sql.run(
    `delete from throughline.revisions r using throughline.items i
     where i.id = any($1) and r.item_id = i.id and r.number > 1 and r.number <= i.revision_count - $2
       and not exists (select 1 from throughline.citations c where c.revision_id = r.id)`,
    [itemIds, REVISIONS_KEPT],
  );
}

/** Only whether it could be read. */
function plainHealth({ failure, at }: CheckResult): SourceHealth {
  if (failure === null) return { state: 'fine', cause: null, since: null, needsHand: false };
  const state = failure.permanent ? 'gone' : 'failing';
  return { state, cause: failure.said, since: at, needsHand: failure.permanent };
}

async function updateSource(sql: Sql, check: CheckResult, anyNew: boolean): Promise<void> {
  if (anyNew)
    await sql.run('update throughline.sources set last_new_item_at = $2 where id = $1', [
      check.sourceId,
      check.at,
    ]);
  // Nobody asked for a push: the source may still fail to answer, and is asked when it would have been.
  if (check.outcome !== 'pushed') await updateChecked(sql, check);
  if (check.feed !== null) await adoptFeedFacts(sql, check.sourceId, check.feed);
}

async function updateChecked(sql: Sql, check: CheckResult): Promise<void> {
  await sql.run(
    `update throughline.sources set
       cause_code = $2, failures = $3,
       last_check_at = $4::timestamptz,
       last_success_at = case when $2::text is null then $4::timestamptz else last_success_at end,
       next_check_at = case when state = 'paused' or removed_at is not null then null else $5::timestamptz end,
       next_because = $6, memory = coalesce($7::jsonb, memory)
     where id = $1`,
    [
      check.sourceId,
      check.failure?.code ?? null,
      check.failures,
      check.at,
      check.nextCheckAt,
      check.nextBecause,
      check.memory === null ? null : JSON.stringify(check.memory),
    ],
  );
  if (check.validators !== null) {
    await sql.run(
      'update throughline.sources set etag = $2, last_modified = $3, body_hash = $4 where id = $1',
      [check.sourceId, check.validators.etag, check.validators.lastModified, check.validators.bodyHash],
    );
  }
  if (check.moveTo !== null) await moveSource(sql, check.sourceId, check.moveTo);
}

/** Unless another source has the address, or is being given it at this moment: then this one stays where it is. */
async function moveSource(sql: Sql, sourceId: number, url: string): Promise<void> {
  await sql.run('savepoint moving');
  await sql
    .run(
      `update throughline.sources set url = $2
       where id = $1 and not exists (select 1 from throughline.sources other where other.url = $2)`,
      [sourceId, url],
    )
    .catch(async (error: unknown) => {
      if (!isTaken(error)) throw error;
      await sql.run('rollback to savepoint moving');
    });
}

/** What the feed says of itself fills gaps; what a person wrote stays. A title that is only the host counts as a gap. */
async function adoptFeedFacts(
  sql: Sql,
  sourceId: number,
  feed: NonNullable<CheckResult['feed']>,
): Promise<void> {
  await sql.run(
    `update throughline.sources set
       title = case when $2::text <> '' and url like '%//%' || title || '%' then $2 else title end,
       site_url = coalesce(site_url, $3), language = coalesce(language, $4)
     where id = $1`,
    [sourceId, feed.title?.slice(0, 300) ?? '', feed.siteUrl, feed.language],
  );
}

async function insertFetch(sql: Sql, check: CheckResult, ingested: Ingested): Promise<void> {
  await sql.run(
    `insert into throughline.fetches (source_id, at, status, outcome, said, bytes, duration_ms, new_items, changed_items)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      check.sourceId,
      check.at,
      check.status,
      check.outcome,
      check.said === null ? null : JSON.stringify(check.said),
      check.bytes,
      Math.round(check.durationMs),
      ingested.newItemIds.length,
      ingested.changedItemIds.length,
    ],
  );
}

async function announce(sql: Sql, sourceId: number, { newItemIds, changedItemIds }: Ingested): Promise<void> {
  if (newItemIds.length > 0) await emit(sql, { type: 'items.arrived', sourceId, count: newItemIds.length });
  if (changedItemIds.length > 0)
    await emit(sql, { type: 'items.changed', sourceId, count: changedItemIds.length });
}
