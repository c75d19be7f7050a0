import type { FetchRecord, NewSource, Source } from '@throughline/schema';
import type { Database, Sql } from './database.ts';
import { emit } from './events.ts';

const SOURCE = `
  select s.id, s.url, s.title, s.site_url as "siteUrl", s.language, s.folders, s.state, s.cause,
    s.cause_code as "causeCode", s.failures, s.last_check_at as "lastCheckAt",
    s.last_success_at as "lastSuccessAt", s.last_new_item_at as "lastNewItemAt",
    s.next_check_at as "nextCheckAt", s.created_at as "createdAt",
    (select count(*)::int from throughline.items i where i.source_id = s.id) as items,
    jsonb_build_object('id', p.id, 'name', p.name, 'siteUrl', p.site_url) as publisher
  from throughline.sources s join throughline.publishers p on p.id = s.publisher_id`;

/** All sources, those that need a hand first. */
export async function listSources(sql: Sql): Promise<Source[]> {
  return sql.rows<Source>(`${SOURCE}
    order by array_position(array['gone', 'failing'], s.state) nulls last, lower(p.name), lower(s.title), s.id`);
}

export async function sourceById(sql: Sql, id: number): Promise<Source | null> {
  return sql.row<Source>(`${SOURCE} where s.id = $1`, [id]);
}

export async function sourcesInTrouble(sql: Sql): Promise<Source[]> {
  return sql.rows<Source>(
    `${SOURCE} where s.state in ('failing', 'gone') order by s.failures desc, s.id limit 50`,
  );
}

/** The last checks of a source, newest first. */
export async function fetchHistory(sql: Sql, sourceId: number, limit = 50): Promise<FetchRecord[]> {
  return sql.rows<FetchRecord>(
    `select id, at, status, outcome, message, bytes, duration_ms as "durationMs", new_items as "newItems",
       changed_items as "changedItems"
     from throughline.fetches where source_id = $1 order by id desc limit $2`,
    [sourceId, limit],
  );
}

export type AddSource = NewSource & { siteUrl?: string | null; intervalSeconds?: number };

/**
 * Adds a source, due at once, or finds the one that has this address already.
 * Its publisher is found by name, else made: by default the name is the address's host.
 */
export async function addSource(db: Database, source: AddSource): Promise<{ id: number; added: boolean }> {
  return db.transaction(async (sql) => {
    const result = await insertSource(sql, source);
    if (result.added) await emit(sql, { type: 'sources.changed' });
    return result;
  });
}

/** The same for many (an OPML import), in one transaction. Their first checks are spread over `spreadSeconds`. */
export async function addSources(
  db: Database,
  sources: readonly AddSource[],
  spreadSeconds: number,
): Promise<{ added: number; alreadyThere: number }> {
  return db.transaction(async (sql) => {
    let added = 0;
    for (const [index, source] of sources.entries()) {
      const delay = Math.floor((index * spreadSeconds) / sources.length);
      if ((await insertSource(sql, source, delay)).added) added++;
    }
    if (added > 0) await emit(sql, { type: 'sources.changed' });
    return { added, alreadyThere: sources.length - added };
  });
}

async function insertSource(sql: Sql, source: AddSource, delaySeconds = 0) {
  const existing = await sql.row<{ id: number }>('select id from throughline.sources where url = $1', [
    source.url,
  ]);
  if (existing !== null) return { id: existing.id, added: false };
  const host = new URL(source.url).hostname.replace(/^(www|feeds?|rss)\./, '');
  const publisherId = await publisherNamed(sql, source.publisher ?? host, source.siteUrl ?? null);
  const row = await sql.row<{ id: number }>(
    `insert into throughline.sources
       (publisher_id, url, title, site_url, language, folders, interval_seconds, next_check_at)
     values ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(secs => $8)) on conflict (url) do nothing returning id`,
    [
      publisherId,
      source.url,
      source.title || host,
      source.siteUrl ?? null,
      source.language ?? null,
      source.folders,
      source.intervalSeconds ?? null,
      delaySeconds,
    ],
  );
  if (row !== null) return { id: row.id, added: true };
  const raced = await sql.row<{ id: number }>('select id from throughline.sources where url = $1', [
    source.url,
  ]);
  if (raced === null) throw new Error(`source ${source.url} was removed while it was added`);
  return { id: raced.id, added: false };
}

async function publisherNamed(sql: Sql, name: string, siteUrl: string | null): Promise<number> {
  await sql.run(
    'insert into throughline.publishers (name, site_url) values ($1, $2) on conflict do nothing',
    [name, siteUrl],
  );
  const row = await sql.row<{ id: number }>(
    'select id from throughline.publishers where lower(name) = lower($1)',
    [name],
  );
  if (row === null) throw new Error(`publisher ${name} was removed while it was used`);
  return row.id;
}

/** A source's address moved with its server (the sample wire's port): items stay, the address changes. */
export async function moveSources(sql: Sql, fromOrigin: string, toOrigin: string): Promise<number> {
  return sql.run(
    `update throughline.sources set url = $2 || substr(url, length($1) + 1), next_check_at = now()
     where left(url, length($1) + 1) = $1 || '/'`,
    [fromOrigin, toOrigin],
  );
}

/** Seconds that must pass between two checks of a source, whoever asks. */
const MINIMUM_GAP_SECONDS = 60;

/**
 * Makes a source due as soon as politeness allows. Asking twice never makes two requests.
 * A paused source stays paused; one that was gone is tried again.
 */
export async function pollNow(sql: Sql, id: number): Promise<{ nextCheckAt: string | null } | null> {
  return sql.row(
    `update throughline.sources
     set next_check_at = case when state = 'paused' then null
       else least(coalesce(next_check_at, 'infinity'),
         greatest(now(), not_before, last_check_at + make_interval(secs => $2))) end
     where id = $1 returning next_check_at as "nextCheckAt"`,
    [id, MINIMUM_GAP_SECONDS],
  );
}

export async function setPaused(db: Database, id: number, paused: boolean): Promise<Source | null> {
  return db.transaction(async (sql) => {
    await sql.run(
      `update throughline.sources set
         state = case when $2 then 'paused' when last_check_at is null then 'new' else 'fine' end,
         cause = null, cause_code = null,
         next_check_at = case when $2 then null
           else greatest(now(), not_before, last_check_at + make_interval(secs => $3)) end
       where id = $1 and (state = 'paused') <> $2`,
      [id, paused, MINIMUM_GAP_SECONDS],
    );
    await emit(sql, { type: 'sources.changed' });
    return sourceById(sql, id);
  });
}

export interface DueSource {
  id: number;
  /** The moment it became due: names the check, so that one check is queued only once. */
  dueAt: string;
}

/** Sources whose next check has come, longest waiting first. */
export async function dueSources(sql: Sql, limit: number): Promise<DueSource[]> {
  return sql.rows<DueSource>(
    `select id, next_check_at as "dueAt" from throughline.sources
     where next_check_at <= now() order by next_check_at, id limit $1`,
    [limit],
  );
}

/** What a check needs to know of its source; null when it is not due (any more). */
export interface SourceToCheck {
  id: number;
  url: string;
  language: string | null;
  intervalSeconds: number | null;
  etag: string | null;
  lastModified: string | null;
  bodyHash: string | null;
  failures: number;
  hints: unknown;
  freshMs: number | null;
  /** When its last items appeared, newest first; milliseconds since 1970. */
  arrivals: number[];
}

/** Enough items to know a source's rhythm. */
const ARRIVALS = 30;

export async function sourceToCheck(sql: Sql, id: number): Promise<SourceToCheck | null> {
  return sql.row<SourceToCheck>(
    `select id, url, language, interval_seconds as "intervalSeconds", etag, last_modified as "lastModified",
       body_hash as "bodyHash", failures, hints, fresh_ms as "freshMs",
       array(select extract(epoch from at)::float8 * 1000 from throughline.items where source_id = $1
         order by at desc, id desc limit $2) as arrivals
     from throughline.sources where id = $1 and next_check_at <= now()`,
    [id, ARRIVALS],
  );
}

/** An item as a later reading of its source recognises it. */
export interface KnownItem {
  key: string;
  guid: string | null;
  url: string | null;
  title: string;
}

/** More than any feed lists at a time. */
const KNOWN_ITEMS = 1_000;

/** The items of a source that were seen last. */
export async function knownItems(sql: Sql, sourceId: number): Promise<KnownItem[]> {
  return sql.rows<KnownItem>(
    `select i.key, i.guid, i.url, r.title
     from throughline.items i join throughline.revisions r on r.id = i.current_revision_id
     where i.source_id = $1 order by i.id desc limit $2`,
    [sourceId, KNOWN_ITEMS],
  );
}
