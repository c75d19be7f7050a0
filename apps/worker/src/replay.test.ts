import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FetchedBody } from '@throughline/feeds';
import { addSource, recordCheck, sourceToRead } from '@throughline/store';
import { openTestDatabase, type TestDatabase } from '@throughline/store/testing';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { checkResult } from './check-result.ts';
import { read } from './read.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A directory of successive snapshots of feeds (optional evaluation data), one folder a feed; null = none. */
    replayData: string | null;
  }
}

interface Replay {
  name: string;
  snapshots: Buffer[];
  /** How many items there are in all, and of how many of them the title was edited. */
  distinctItems: number;
  itemsWhoseTitleChanged: number;
}

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

/** An item that goes and comes back, one that is edited, one whose link gains a tracking parameter. */
const small = (items: [string, string][]) =>
  Buffer.from(
    `<rss version="2.0"><channel><title>t</title>${items
      .map(([link, title]) => `<item><title>${title}</title><link>https://n.example/${link}</link></item>`)
      .join('')}</channel></rss>`,
  );
const OWN: Replay = {
  name: 'a small feed',
  snapshots: [
    small([
      ['1', 'One is here'],
      ['2', 'Two is here'],
    ]),
    small([['2?utm_source=x', 'Two is here now']]),
    small([
      ['3', 'Three is here'],
      ['1', 'One is here'],
    ]),
  ],
  distinctItems: 3,
  itemsWhoseTitleChanged: 1,
};

function replaysIn(directory: string | null): Replay[] {
  if (directory === null) return [];
  return readdirSync(directory).map((name) => {
    const folder = join(directory, name);
    const files = readdirSync(folder).filter((file) => file !== 'expected.json');
    const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Replay;
    return { ...expected, name, snapshots: files.sort().map((file) => readFileSync(join(folder, file))) };
  });
}

const data = inject('replayData');
if (data === null)
  test.skip(
    'real feeds, snapshot after snapshot (left out: needs optional evaluation data, TEST_REPLAY_DATA)',
  );

test.each([OWN, ...replaysIn(data)])(
  '$name, snapshot after snapshot: every item once, edits as revisions',
  { timeout: 300_000 },
  async ({ name, snapshots, distinctItems, itemsWhoseTitleChanged }) => {
    const url = `https://replay.example/${encodeURIComponent(name)}`;
    const { id } = await addSource(db, { url, folders: [] });
    for (const body of snapshots) await ingest(id, url, body);
    // All of it once more: nothing new.
    const last = snapshots.at(-1) ?? Buffer.alloc(0);
    expect(await ingest(id, url, last)).toEqual({ newItemIds: [], changedItemIds: [] });
    const found = await db.row<{ items: number; retitled: number; unlike: number }>(
      `select count(*)::int as items, count(*) filter (where titles > 1)::int as retitled,
         count(*) filter (where numbers <> revision_count)::int as unlike
       from (select i.revision_count, count(distinct r.title) as titles, count(*) as numbers
         from throughline.items i join throughline.revisions r on r.item_id = i.id
         where i.source_id = $1 group by i.id) counted`,
      [id],
    );
    expect(found?.items).toBe(distinctItems);
    expect(found?.retitled).toBe(itemsWhoseTitleChanged);
    expect(found?.unlike).toBe(0);
  },
);

async function ingest(sourceId: number, url: string, body: Buffer) {
  const source = await sourceToRead(db, sourceId);
  if (source === null) throw new Error('the source is missing');
  const outcome: FetchedBody = {
    kind: 'body',
    url,
    finalUrl: url,
    status: 200,
    freshness: { cacheControl: null, expires: null, date: null, age: null, retryAfter: null },
    movedTo: null,
    durationMs: 1,
    bytes: body.length,
    body,
    bodyHash: '',
    contentType: null,
    validators: { etag: null, lastModified: null },
    link: [],
  };
  const reading = await read({ db }, source, outcome);
  const clock = { now: new Date(), random: () => 0.5, pushedUntil: null };
  return recordCheck(db, checkResult(source, reading, clock).result);
}
