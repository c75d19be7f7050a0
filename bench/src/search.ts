import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseSearch } from '@throughline/relevance';
import { sampleItems } from '@throughline/sample-wire';
import {
  addSource,
  addUser,
  type Database,
  listItems,
  listSources,
  migrateServer,
  openDatabase,
  openEmbedded,
} from '@throughline/store';
import { searchWords } from '@throughline/text';

/**
 * Milliseconds that a search takes, first and second page of 50, as the API asks for it: the query is read, and the
 * page is found. Items are those of the sample wire over and over, in six languages, each with words of its own drawn
 * by a power law from 50,000, an hour's worth of them at a time over five years.
 *
 * Usage: node bench/dist/search.js [--items 100000] [--rounds 5] [--database postgres://... (an empty one, or one of an earlier run)]
 * Without --database it measures the embedded database, on disk.
 */
const { values } = parseArgs({
  options: {
    items: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '5' },
    database: { type: 'string' },
  },
});
const COUNT = Number(values.items);
const ROUNDS = Number(values.rounds);
const BATCH = 2_000;
/** So many are made; the rest are copies of them, spread over the years. */
const MADE = 50_000;
const SPAN_MS = 5 * 365 * 86_400_000;
const NOW = Date.UTC(2026, 0, 1);
const TOPICS = ['tariffs', 'unsc', 'climate', 'isis-k'];

/** What curators type: words common and rare, phrases, scripts, fields, and conditions that hardly anything fits. */
const QUERIES = [
  'tariff',
  'pakistan',
  'the',
  'trump tariffs',
  '"loss and damage"',
  '"security council" pakistan',
  'w7 w9',
  'w31 w4711',
  'w49000',
  'w12000 OR w13000',
  'tarif*',
  'title:council',
  'ٹیرف',
  'پاکستان',
  'الرسوم',
  'пошлины',
  'entity:Afghanistan',
  'topic:tariffs score:>0.6',
  'topic:tariffs -source:1 score:>0.6 after:2025-04-01 "loss and damage" lang:ur',
  'topic:unsc tariff',
  'lang:ur after:2025-06',
  'lang:ur w300',
  'tariff -pakistan before:2023',
  'is:unreviewed council',
  'is:starred',
  'is:relevant tariff',
  'score:>0.95 is:queued',
  'nothinglikeitanywhere',
  '-the -tariff lang:en',
];

let seed = 7;
/** The same numbers every time. */
function random(): number {
  seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
  return seed / 4_294_967_296;
}
const ownWord = () => `w${Math.floor(50_000 ** random())}`;
const ownWords = (n: number) => Array.from({ length: n }, ownWord).join(' ');

interface Opened {
  db: Database;
  close(): Promise<void>;
}

async function open(): Promise<Opened> {
  if (values.database !== undefined) {
    await migrateServer(values.database);
    const db = openDatabase(values.database);
    return { db, close: () => db.close() };
  }
  const directory = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
  const server = await openEmbedded(join(directory, 'data'), { directory });
  const db = openDatabase(server.url);
  return {
    db,
    close: async () => {
      await db.close();
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

const base = sampleItems.flatMap(({ revisions: [first], language }) =>
  first === undefined ? [] : [{ title: first.title, summary: first.paragraphs[0] ?? '', language }],
);

async function fill(db: Database): Promise<void> {
  await db.run('drop index throughline.items_search');
  for (const [n, id] of TOPICS.entries())
    await db.run(
      `insert into throughline.topics (id, name, colour, position, definition) values ($1, $1, '#888888', $2, '{}')`,
      [id, n],
    );
  const sources: number[] = [];
  for (let n = 0; n < 200; n++)
    sources.push((await addSource(db, { url: `https://paper${n}.example/feed`, folders: [] })).id);
  const made = Math.min(COUNT, MADE);
  for (let from = 0; from < made; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, made - from) }, (_, n) => rowAt(from + n, sources));
    await db.transaction(async (sql) => {
      await sql.run(
        `insert into throughline.revisions (id, item_id, number, hash, observed_at, title, summary, content_text)
         overriding system value select id, id, 1, '', at, title, summary, ''
         from jsonb_to_recordset($1::jsonb) as r(id bigint, at timestamptz, title text, summary text)`,
        [JSON.stringify(rows)],
      );
      await sql.run(
        `insert into throughline.items (id, source_id, key, language, first_seen_at, at, current_revision_id,
           search, tagged_epoch, queued, top_score)
         overriding system value
         select r.id, source, r.id::text, r.language, at, at, r.id,
           setweight(to_tsvector(c.config, words), 'A') || to_tsvector(c.config, body) || grams::tsvector,
           1000, score is not null, coalesce(score, 0)
         from jsonb_to_recordset($1::jsonb) as r(id bigint, source bigint, at timestamptz, language text, words text,
           body text, grams text, score real)
         left join throughline.search_languages l on l.language = r.language
         cross join lateral (select coalesce(l.config, 'pg_catalog.simple')::regconfig as config) c`,
        [JSON.stringify(rows)],
      );
      await sql.run(
        `insert into throughline.tags (item_id, topic_id, revision_id, topic_version, score, relevant, queued, evidence, at)
         select id, topic, id, 1, score, score > 0.5, true, '[]', at
         from jsonb_to_recordset($1::jsonb) as r(id bigint, at timestamptz, topic text, score real)
         where score is not null`,
        [JSON.stringify(rows)],
      );
    });
  }
  for (let from = made; from < COUNT; from += made) await copy(db, from, Math.min(made, COUNT - from));
  await db.run('create index items_search on throughline.items using gin (search)');
  await db.run('analyze');
}

/** The first items again, as later ones. */
async function copy(db: Database, by: number, count: number): Promise<void> {
  const moment = `$3::timestamptz + (id + $1) * $4 * interval '1 millisecond'`;
  const params = [by, count, new Date(NOW - SPAN_MS).toISOString(), SPAN_MS / COUNT];
  await db.transaction(async (sql) => {
    await sql.run(
      `insert into throughline.revisions (id, item_id, number, hash, observed_at, title, summary, content_text)
       overriding system value select id + $1, item_id + $1, 1, '', ${moment}, title, summary, ''
       from throughline.revisions where id <= $2`,
      params,
    );
    await sql.run(
      `insert into throughline.items (id, source_id, key, language, first_seen_at, at, current_revision_id, search,
         tagged_epoch, queued, top_score)
       overriding system value select id + $1, source_id, (id + $1)::text, language, ${moment}, ${moment}, id + $1,
         search, 1000, queued, top_score
       from throughline.items where id <= $2`,
      params,
    );
    await sql.run(
      `insert into throughline.tags (item_id, topic_id, revision_id, topic_version, score, relevant, queued, evidence, at)
       select t.item_id + $1, t.topic_id, t.item_id + $1, 1, t.score, t.relevant, t.queued, '[]', i.at
       from throughline.tags t join throughline.items i on i.id = t.item_id + $1 where t.item_id <= $2`,
      [by, count],
    );
  });
}

function rowAt(n: number, sources: readonly number[]) {
  const item = base[n % base.length] ?? { title: '', summary: '', language: 'en' };
  const title = `${item.title} ${ownWords(3)}`;
  const summary = `${item.summary} ${ownWords(25)}`;
  const { title: words, body, grams } = searchWords({ title, summary, language: item.language });
  return {
    id: n + 1,
    source: sources[Math.floor(sources.length * random() ** 2)],
    at: new Date(NOW - SPAN_MS + (SPAN_MS * n) / COUNT).toISOString(),
    language: item.language,
    title,
    summary: summary.slice(0, 300),
    words,
    body,
    grams,
    topic: TOPICS[n % TOPICS.length],
    score: random() < 0.12 ? Math.round(random() * 100) / 100 : null,
  };
}

async function decideSome(db: Database, userId: number): Promise<void> {
  await db.run(
    `with logged as (
       insert into throughline.verdicts (command_id, item_id, topic_id, user_id, value)
       select gen_random_uuid(), id, '', $1, case when id % 3 = 0 then 'relevant' else 'not_relevant' end
       from throughline.items where queued and id % 2 = 0 returning id, item_id, value)
     insert into throughline.current_verdicts (item_id, topic_id, verdict_id, user_id, value, at)
     select item_id, '', id, $1, value, now() from logged`,
    [userId],
  );
}

async function search(db: Database, userId: number, query: string, cursor?: string) {
  const sources = query.includes('source:') ? await listSources(db) : [];
  const condition = parseSearch(query, {
    topics: TOPICS.map((id) => ({ id, name: id })),
    sources,
    now: new Date(NOW),
  });
  if (condition !== null && 'message' in condition) throw new Error(`${query}: ${condition.message}`);
  const view = { queued: false, unreviewed: false, sort: 'newest' as const, condition };
  return listItems(db, view, { userId, limit: 50, cursor });
}

const quantile = (times: number[], q: number) =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))] ?? 0;

const { db, close } = await open();
try {
  const begun = performance.now();
  const before = await db.row<{ id: number }>('select id from throughline.users limit 1');
  const { id: userId } = before ?? (await addUser(db, 'Curator', 'curator'));
  // A database that was filled by an earlier run is measured again.
  if (before === null) {
    await fill(db);
    await decideSome(db, userId);
  }
  const seconds = (performance.now() - begun) / 1000;
  console.log(`${COUNT} items stored and indexed in ${seconds.toFixed(0)} s`);
  const all: number[] = [];
  for (const query of QUERIES) {
    const times: number[] = [];
    let found = '';
    for (let round = 0; round < ROUNDS; round++) {
      const first = performance.now();
      const page = await search(db, userId, query);
      times.push(performance.now() - first);
      found = `${page.rows.length}${page.nextCursor === null ? '' : '+'}`;
      if (page.nextCursor === null) continue;
      const second = performance.now();
      await search(db, userId, query, page.nextCursor);
      times.push(performance.now() - second);
    }
    all.push(...times);
    console.log(
      `${quantile(times, 0.5).toFixed(0).padStart(6)} ${quantile(times, 0.95).toFixed(0).padStart(6)} ms  ${found.padStart(4)}  ${query}`,
    );
  }
  console.log(
    `${quantile(all, 0.5).toFixed(0).padStart(6)} ${quantile(all, 0.95).toFixed(0).padStart(6)} ms  median and p95 of ${all.length} searches`,
  );
} finally {
  await close();
}
