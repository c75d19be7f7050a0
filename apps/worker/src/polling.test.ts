import { pollNowAt } from '@throughline/feeds';
import { addSource, fetchHistory, listSources, makeDue, pollFacts } from '@throughline/store';
import { openTestDatabase, type TestDatabase } from '@throughline/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, TestWorker } from './testing/test-worker.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const DAYS = 3;

/** Ten items, the newest of them in this rhythm. */
function feed(at: number, everyMs: number, name: string): string {
  const newest = Math.floor(at / everyMs);
  const items = Array.from({ length: 10 }, (_, index) => {
    const number = newest - index;
    const date = new Date(number * everyMs).toUTCString();
    return `<item><guid>${name}-${number}</guid><title>Item ${number}</title><pubDate>${date}</pubDate></item>`;
  });
  return `<rss version="2.0"><channel><title>${name}</title>${items.join('')}</channel></rss>`;
}

const kept =
  (everyMs: number, name: string) =>
  (at: number): Answer => ({
    body: feed(at, everyMs, name),
    headers: { etag: `"${Math.floor(at / everyMs)}"` },
  });

let db: TestDatabase;
let worker: TestWorker;
let start: number;
const day = (at: number) => (at - start) / DAY;
const of = (host: string) => worker.asked.filter((asked) => new URL(asked.url).hostname === host);
const gapsOf = (host: string) =>
  of(host)
    .slice(1)
    .map((asked, index) => asked.at - (of(host)[index]?.at ?? 0));
const source = async (title: string) =>
  (await listSources(db)).find((found) => found.title === `Feed ${title}`);

beforeAll(async () => {
  db = await openTestDatabase();
  // A little ahead of the clock of the database, which names the moment at which the sources were added.
  start = Date.now() + 5_000;
  worker = new TestWorker(db, start, {
    'https://steady.example/feed': kept(6 * HOUR, 'steady'),
    'https://one.many.example/a': kept(12 * HOUR, 'a'),
    'https://one.many.example/b': kept(12 * HOUR, 'b'),
    'https://one.many.example/c': kept(12 * HOUR, 'c'),
    'https://limits.example/a': (at) =>
      day(at) > 1 && day(at) < 1.2
        ? { status: 429, headers: { 'retry-after': '14400' } }
        : kept(8 * HOUR, 'la')(at),
    'https://limits.example/b': kept(8 * HOUR, 'lb'),
    'https://gone.example/feed': (at) => (day(at) > 1 ? { status: 410 } : kept(6 * HOUR, 'gone')(at)),
    'https://old.example/feed': (at) =>
      day(at) > 0.5 ? { movedTo: 'https://new.example/feed' } : kept(6 * HOUR, 'old')(at),
    'https://new.example/feed': kept(6 * HOUR, 'old'),
    'https://broken.example/feed': (at) =>
      day(at) > 1
        ? { body: '<html>Sign in</html>', headers: { etag: '"page"' } }
        : kept(6 * HOUR, 'broken')(at),
  });
  const urls = ['steady', 'gone', 'old', 'broken'].map((name) => `https://${name}.example/feed`);
  urls.push('https://limits.example/a', 'https://limits.example/b');
  for (const name of ['a', 'b', 'c']) urls.push(`https://one.many.example/${name}`);
  for (const url of urls) await addSource(db, { url, title: `Feed ${url.slice(8)}`, folders: [] });
  for (let hour = 12; hour <= DAYS * 24; hour += 12) {
    await worker.runUntil(start + hour * HOUR);
    worker.restart();
    await pressPollNowTwice('steady.example/feed');
  }
}, 120_000);
afterAll(() => db.close());

async function pressPollNowTwice(title: string): Promise<void> {
  const id = (await source(title))?.id ?? 0;
  for (const _ of [1, 2]) {
    const facts = await pollFacts(db, id);
    const at = pollNowAt({
      now: new Date(worker.now),
      lastCheckAt: facts?.lastCheckAt == null ? null : new Date(facts.lastCheckAt),
      notBefore: facts?.notBefore == null ? null : new Date(facts.notBefore),
      ownIntervalMs: null,
    });
    await makeDue(db, id, at);
  }
}

describe('days of polling through the database, with restarts and an impatient person', () => {
  test('one unconditional request in a feed’s life', () => {
    for (const host of ['steady.example', 'gone.example', 'limits.example', 'broken.example']) {
      const urls = new Set(of(host).map((asked) => asked.url));
      const bare = of(host).filter((asked) => !asked.conditional);
      expect(bare.length, host).toBe(urls.size);
    }
  });

  test('no burst: an hour apart by itself, minutes apart when pressed, however often', () => {
    expect(of('steady.example').length).toBeGreaterThan(15);
    expect(Math.min(...gapsOf('steady.example'))).toBeGreaterThanOrEqual(5 * MINUTE);
    const short = gapsOf('steady.example').filter((gap) => gap < HOUR);
    expect(short.length).toBeLessThanOrEqual(DAYS * 2);
  });

  test('sources of one host are at least a second apart', () => {
    expect(of('one.many.example').length).toBeGreaterThan(10);
    expect(Math.min(...gapsOf('one.many.example'))).toBeGreaterThanOrEqual(1000);
  });

  test('429 holds for the whole host', () => {
    const limited = of('limits.example').findIndex((asked) => asked.status === 429);
    expect(limited).toBeGreaterThan(0);
    const list = of('limits.example');
    expect((list[limited + 1]?.at ?? 0) - (list[limited]?.at ?? 0)).toBeGreaterThanOrEqual(4 * HOUR);
  });

  test('410 stops it, and says so', async () => {
    expect(of('gone.example').filter((asked) => asked.status === 410)).toHaveLength(1);
    expect(await source('gone.example/feed')).toMatchObject({
      state: 'gone',
      needsHand: true,
      nextCheckAt: null,
      causeCode: 'http-410',
    });
  });

  test('a permanent redirect is believed after a day of agreeing polls; no item is doubled', async () => {
    const moved = await source('old.example/feed');
    expect(moved?.url).toBe('https://new.example/feed');
    const rows = await db.row<{ n: number }>(
      'select count(*) - count(distinct guid) as n from throughline.items where source_id = $1',
      [moved?.id ?? 0],
    );
    expect(rows?.n).toBe(0);
  });

  test('a page instead of the feed is a failure with cause, since when and next try', async () => {
    const broken = await source('broken.example/feed');
    expect(broken).toMatchObject({ state: 'failing', causeCode: 'not-a-feed', needsHand: true });
    expect(day(Date.parse(broken?.since ?? ''))).toBeLessThan(1.2);
    expect(Date.parse(broken?.nextCheckAt ?? '')).toBeGreaterThan(worker.now);
    const gaps = gapsOf('broken.example').slice(-3);
    expect(gaps.at(-1)).toBeGreaterThan(4 * HOUR);
    const [last] = await fetchHistory(db, broken?.id ?? 0);
    expect(last).toMatchObject({ outcome: 'not-a-feed', status: 200, newItems: 0 });
  });
});
