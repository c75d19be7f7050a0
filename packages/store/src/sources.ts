import type { FetchRecord, NewSource, Source } from '@throughline/schema';
import type { Database, Sql } from './database.ts';
import { emit } from './events.ts';

const SOURCE = `
  select s.id, s.url, s.title, s.site_url as "siteUrl", s.language, s.folders, s.state, s.cause,
    s.cause_code as "causeCode", s.state_since as since, s.needs_hand as "needsHand", s.failures,
    s.last_check_at as "lastCheckAt", s.last_success_at as "lastSuccessAt", s.last_new_item_at as "lastNewItemAt",
    case when s.next_check_at is not null then greatest(s.next_check_at, b.until) end as "nextCheckAt",
    case when b.until is null then s.next_because else 'retry-after' end as "nextBecause", s.interval_seconds as "intervalSeconds",
    s.full_text_since is not null as "fullText", s.created_at as "createdAt",
    (select count(*)::int from throughline.items i where i.source_id = s.id) as items,
    (select jsonb_build_object('state', w.state, 'leaseUntil', w.subscription->'leaseUntil')
      from throughline.push_subscriptions w where w.source_id = s.id) as push,
    jsonb_build_object('id', p.id, 'name', p.name, 'siteUrl', p.site_url) as publisher
  from throughline.sources s join throughline.publishers p on p.id = s.publisher_id
    -- Its host asked all of us for a pause (429); the second between two requests is none.
    left join lateral (select h.not_before as until from throughline.hosts h where h.host = s.host
      and h.not_before > greatest(s.next_check_at, now() + interval '1 minute')) b on true`;

/** All sources but the removed ones, those that need a hand first. */
export async function listSources(sql: Sql): Promise<Source[]> {
  return sql.rows<Source>(`${SOURCE} where s.removed_at is null
    order by s.needs_hand desc, array_position(array['gone', 'failing'], s.state) nulls last, lower(p.name),
      lower(s.title), s.id`);
}

/** Also one that was removed: its items still name it. */
export async function sourceById(sql: Sql, id: number): Promise<Source | null> {
  return sql.row<Source>(`${SOURCE} where s.id = $1`, [id]);
}

/** Which of these addresses are sources already: address -> id. */
export async function sourceIdsByUrl(sql: Sql, urls: readonly string[]): Promise<Map<string, number>> {
  const rows = await sql.rows<{ id: number; url: string }>(
    'select id, url from throughline.sources where url = any($1) and removed_at is null',
    [urls],
  );
  return new Map(rows.map(({ id, url }) => [url, id]));
}

/** Those that a person should look at, the longest in trouble first. */
export async function sourcesInTrouble(sql: Sql): Promise<Source[]> {
  return sql.rows<Source>(
    `${SOURCE} where s.needs_hand and s.removed_at is null order by s.state_since nulls last, s.id limit 50`,
  );
}

/** The last checks of a source, newest first. */
export async function fetchHistory(sql: Sql, sourceId: number, limit = 50): Promise<FetchRecord[]> {
  return sql.rows<FetchRecord>(
    `select id, at, status, outcome, said, bytes, duration_ms as "durationMs", new_items as "newItems",
       changed_items as "changedItems"
     from throughline.fetches where source_id = $1 order by id desc limit $2`,
    [sourceId, limit],
  );
}

export type AddSource = NewSource & {
  siteUrl?: string | null;
  intervalSeconds?: number;
  /** Seconds until the first check. */
  firstCheckSeconds?: number;
};

/**
 * Adds a source, due at once, or finds the one that has this address already.
 * Its publisher is found by name, else made: by default the name is the address's host.
 */
export async function addSource(db: Database, source: AddSource): Promise<{ id: number; added: boolean }> {
  return db.transaction(async (sql) => {
    const result = await insertSource(sql, source, source.firstCheckSeconds);
    if (result.added) await emit(sql, { type: 'sources.changed' });
    return result;
  });
}

/** The same for many, in one transaction. Their first checks are spread over `spreadSeconds`. */
export async function addSources(
  db: Database,
  sources: readonly AddSource[],
  spreadSeconds: number,
): Promise<{ added: number; alreadyThere: number }> {
  const addedIds = await db.transaction((sql) => insertSources(sql, sources, spreadSeconds));
  return { added: addedIds.length, alreadyThere: sources.length - addedIds.length };
}

/**
 * In a handful of queries, however many there are.
 *
 * @returns the ids of those that were not there, in order; an address that stands in the list twice is added once.
 */
export async function insertSources(
  sql: Sql,
  sources: readonly AddSource[],
  spreadSeconds: number,
): Promise<number[]> {
  const delayOf = new Map<string, number>();
  for (const [index, { url }] of sources.entries())
    if (!delayOf.has(url)) delayOf.set(url, Math.floor((index * spreadSeconds) / sources.length));
  const removed = await sql.rows<{ id: number; url: string }>(
    'select id, url from throughline.sources where url = any($1) and removed_at is not null',
    [[...delayOf.keys()]],
  );
  for (const { id, url } of removed) await restoreRow(sql, id, delayOf.get(url));
  // Of two with one address the first counts.
  const first = new Map(sources.toReversed().map((source) => [source.url, source]));
  const rows = [...delayOf].flatMap(([url, delay]) => {
    const source = first.get(url);
    return source === undefined ? [] : [rowOf(source, delay)];
  });
  await sql.run(
    `insert into throughline.publishers (name, site_url)
     select distinct on (lower(publisher)) publisher, "siteUrl"
     from jsonb_to_recordset($1::jsonb) as s (publisher text, "siteUrl" text, url text)
     where not exists (select 1 from throughline.sources k where k.url = s.url)
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );
  const added = await sql.rows<{ id: number; url: string }>(
    `insert into throughline.sources
       (publisher_id, url, title, site_url, language, folders, interval_seconds, next_check_at)
     select p.id, s.url, s.title, s."siteUrl", s.language,
       array(select jsonb_array_elements_text(s.folders)), s."intervalSeconds", now() + make_interval(secs => s.delay)
     from jsonb_to_recordset($1::jsonb) as s (publisher text, url text, title text, "siteUrl" text, language text,
         folders jsonb, "intervalSeconds" int, delay int)
       join throughline.publishers p on lower(p.name) = lower(s.publisher)
     on conflict (url) do nothing returning id, url`,
    [JSON.stringify(rows)],
  );
  const order = new Map([...delayOf.keys()].map((url, index) => [url, index]));
  const placeOf = ({ url }: { url: string }) => order.get(url) ?? 0;
  const addedIds = [...removed, ...added].sort((a, b) => placeOf(a) - placeOf(b)).map(({ id }) => id);
  if (addedIds.length > 0) await emit(sql, { type: 'sources.changed' });
  return addedIds;
}

function rowOf(source: AddSource, delay: number) {
  const host = hostOf(source.url);
  return {
    publisher: source.publisher ?? host,
    url: source.url,
    title: source.title || host,
    siteUrl: source.siteUrl ?? null,
    language: source.language ?? null,
    folders: source.folders,
    intervalSeconds: source.intervalSeconds ?? null,
    delay,
  };
}

/** The host without what says only that feeds are there. */
const hostOf = (url: string): string => new URL(url).hostname.replace(/^(www|feeds?|rss)\./, '');

/** A source that was removed comes back as it was. */
async function insertSource(sql: Sql, source: AddSource, delaySeconds = 0) {
  const existing = await sql.row<{ id: number; removed: boolean }>(
    'select id, removed_at is not null as removed from throughline.sources where url = $1',
    [source.url],
  );
  if (existing?.removed) await restoreRow(sql, existing.id, delaySeconds);
  if (existing !== null) return { id: existing.id, added: existing.removed };
  const host = hostOf(source.url);
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

/** Takes a removed source up again; what the publisher forbade stays forbidden. */
export async function restoreRow(sql: Sql, id: number, delaySeconds = 0): Promise<void> {
  await sql.run(
    `update throughline.sources set removed_at = null,
       next_check_at = case when state = 'paused' then null
         else greatest(now() + make_interval(secs => $2), (memory->>'notBefore')::timestamptz,
           last_check_at + make_interval(secs => $3)) end
     where id = $1 and removed_at is not null`,
    [id, delaySeconds, MINIMUM_GAP_SECONDS],
  );
}

export async function publisherNamed(sql: Sql, name: string, siteUrl: string | null): Promise<number> {
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
    `update throughline.sources set url = $2 || substr(url, length($1) + 1),
       next_check_at = case when next_check_at is null then null else now() end
     where left(url, length($1) + 1) = $1 || '/'`,
    [fromOrigin, toOrigin],
  );
}

/** Seconds that must pass between two checks of a source, whoever asks. */
const MINIMUM_GAP_SECONDS = 60;

export async function setPaused(db: Database, id: number, paused: boolean): Promise<Source | null> {
  return db.transaction(async (sql) => {
    await sql.run(
      `update throughline.sources set
         state = case when $2 then 'paused' when last_check_at is null then 'new' else 'fine' end,
         cause = null, cause_code = null, state_since = now(), needs_hand = false,
         next_check_at = case when $2 then null
           else greatest(now(), (memory->>'notBefore')::timestamptz, last_check_at + make_interval(secs => $3)) end
       where id = $1 and removed_at is null and (state = 'paused') <> $2`,
      [id, paused, MINIMUM_GAP_SECONDS],
    );
    await emit(sql, { type: 'sources.changed' });
    return sourceById(sql, id);
  });
}

/** An item as a later reading of its source recognises it. */
export interface KnownItem {
  key: string;
  guid: string | null;
  url: string | null;
  title: string;
}

/** The `limit` items of a source that were seen last, those that retention removed since among them. */
export async function knownItems(sql: Sql, sourceId: number, limit: number): Promise<KnownItem[]> {
  return sql.rows<KnownItem>(
    `select key, guid, url, title from (
       (select i.id, i.key, i.guid, i.url, r.title
        from throughline.items i join throughline.revisions r on r.id = i.current_revision_id
        where i.source_id = $1 order by i.id desc limit $2)
       union all
       (select f.item_id, f.key, f.guid, f.url, f.title
        from throughline.forgotten_items f where f.source_id = $1 order by f.item_id desc limit $2)) seen
     order by id desc limit $2`,
    [sourceId, limit],
  );
}
