import Parser from 'rss-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleKeyOf } from './key.ts';
import { type SampleWire, startSampleWire } from './server.ts';
import { samplePublishers, sampleSources } from './sources.ts';
import { sampleItems, sampleWireNow } from './wire.ts';

const start = new Date('2026-01-05T08:00:00Z');
let now = start;
let wire: SampleWire;

beforeAll(async () => {
  wire = await startSampleWire({ clock: () => now, slowMs: 60_000 });
});
afterAll(() => wire.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${wire.origin}${path}`, { headers, redirect: 'manual' });

const visibleIn = (source: string) =>
  sampleItems.filter(
    (item) => item.source === source && Date.parse(item.revisions[0].at) <= sampleWireNow.getTime(),
  );

async function itemsOf(body: string, format: string): Promise<{ title: string; link: string }[]> {
  if (format === 'jsonfeed1') {
    const feed: { items: { title: string; url: string }[] } = JSON.parse(body);
    return feed.items.map(({ title, url }) => ({ title, link: url }));
  }
  const feed = await new Parser().parseString(body);
  return feed.items.map(({ title = '', link = '' }) => ({ title, link }));
}

describe('feeds', () => {
  it.each(sampleSources)('$path is read by another parser, item by item', async ({ path, key, format }) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    const items = await itemsOf(await response.text(), format);
    expect(items).toHaveLength(visibleIn(key).length);
    expect(items.length).toBeGreaterThan(2);
    for (const item of items) expect(item.title).not.toBe('');
    const article = await fetch(items[0]?.link ?? '');
    expect(article.status).toBe(200);
    expect(await article.text()).toContain('<article>');
  });

  it('names its format by content type', async () => {
    const types = await Promise.all(
      [
        '/meridian/feeds/world.rss',
        '/watershed/feeds/all.rdf',
        '/fanal/feeds/une.atom',
        '/loom/feeds/daily.json',
      ].map(async (path) => (await get(path)).headers.get('content-type')),
    );
    expect(types).toEqual([
      'application/rss+xml; charset=utf-8',
      'application/rdf+xml; charset=utf-8',
      'application/atom+xml; charset=utf-8',
      'application/feed+json; charset=utf-8',
    ]);
  });

  it('answers 304 to its own validators, and 200 to others', async () => {
    const first = await get('/indus/feeds/national.atom');
    const etag = first.headers.get('etag') ?? '';
    const modified = first.headers.get('last-modified') ?? '';
    const unchanged = await get('/indus/feeds/national.atom', { 'if-none-match': etag });
    expect([unchanged.status, await unchanged.text()]).toEqual([304, '']);
    expect((await get('/indus/feeds/national.atom', { 'if-modified-since': modified })).status).toBe(304);
    expect((await get('/indus/feeds/national.atom', { 'if-none-match': '"other"' })).status).toBe(200);
    const stale = { 'if-none-match': '"other"', 'if-modified-since': modified };
    expect((await get('/indus/feeds/national.atom', stale)).status).toBe(200);
  });
});

describe('replay', () => {
  const bodies = () => Promise.all(sampleSources.map(async ({ path }) => (await get(path)).text()));
  const changed = (before: string[], after: string[]) =>
    after.filter((body, index) => body !== before[index]).length;

  it('brings one arrival or edit every two minutes, the same for the same clock', async () => {
    const before = await bodies();
    now = new Date(start.getTime() + 119_000);
    expect(await bodies()).toEqual(before);
    now = new Date(start.getTime() + 121_000);
    const after = await bodies();
    expect(changed(before, after)).toBe(1);
    now = start;
    expect(await bodies()).toEqual(before);
  });

  it('shows everything in the end', async () => {
    now = new Date(start.getTime() + 365 * 86_400_000);
    const all = (await bodies()).join('\n');
    now = start;
    for (const item of sampleItems) expect(all).toContain(`:${item.key}`);
  });

  it('keeps an article hidden until it is published', async () => {
    const path = '/meridian/2025/04/12/mws-0412-phones-exempt.html';
    expect((await get(path)).status).toBe(404);
    now = new Date(start.getTime() + 365 * 86_400_000);
    expect((await get(path)).status).toBe(200);
    now = start;
  });
});

describe('dates', () => {
  it('stay those of spring 2025, or follow the clock when they are wanted live', async () => {
    const live = await startSampleWire({ clock: () => now, dates: 'live' });
    const newest = async (origin: string) => {
      const feed = await new Parser().parseString(
        await (await fetch(`${origin}/meridian/feeds/world.rss`)).text(),
      );
      return feed.items[0]?.isoDate ?? '';
    };
    expect(await newest(wire.origin)).toMatch(/^2025-04-09/);
    expect(await newest(live.origin)).toMatch(/^2026-01-04/);
    now = new Date(start.getTime() + 3_600_000 * 24);
    const last = await newest(live.origin);
    now = start;
    await live.close();
    expect(last > start.toISOString() && last < '2026-01-06').toBe(true);
  });
});

describe('keys', () => {
  it('are found again from what a reader stored of an item', async () => {
    const feed = await new Parser().parseString(await (await get('/pamir/feeds/all.rss')).text());
    const found = feed.items.map(({ guid = '', link = '' }) => [sampleKeyOf(guid), sampleKeyOf(link)]);
    expect(found).toEqual(
      visibleIn('pamir-all')
        .reverse()
        .map(({ key }) => [key, key]),
    );
    expect(sampleKeyOf('https://meridian.example/elsewhere.html')).toBeNull();
  });
});

describe('pages', () => {
  it('offers the feeds of a publisher for discovery', async () => {
    const page = await (await get('/meridian/')).text();
    for (const { path } of sampleSources.filter(({ publisher }) => publisher === 'meridian'))
      expect(page).toContain(`href="${path}"`);
  });

  it('writes right-to-left pages for right-to-left outlets', async () => {
    expect(await (await get('/subh/')).text()).toContain('<html lang="ur" dir="rtl">');
  });

  it('lists all sources as OPML', async () => {
    const opml = await (await get('/opml.xml')).text();
    for (const { path } of sampleSources) expect(opml).toContain(`xmlUrl="${wire.origin}${path}"`);
    expect(opml.match(/<outline text=/g)).toHaveLength(samplePublishers.length);
  });

  it('refuses to be written to', async () => {
    expect((await fetch(wire.origin, { method: 'POST' })).status).toBe(405);
  });
});

describe('trouble', () => {
  it.each([
    ['missing', 404],
    ['gone', 410],
    ['error', 500],
    ['busy', 429],
    ['page', 200],
    ['broken', 200],
    ['empty', 200],
    ['loop', 302],
    ['moved', 301],
  ])('%s.xml answers %i', async (name, status) => {
    expect((await get(`/trouble/${name}.xml`)).status).toBe(status);
  });

  it('ends a slow answer when the wire is closed', async () => {
    const other = await startSampleWire({ clock: () => start });
    const waiting = fetch(`${other.origin}/trouble/slow.xml`).then(
      () => 'answered',
      () => 'cut',
    );
    await fetch(`${other.origin}/`);
    await other.close();
    expect(await waiting).toBe('cut');
    await other.close();
  });
});
