import { beforeAll, describe, expect, it } from 'vitest';
import { type Asked, type FeedBehaviour, FeedHosts } from '../testing/feed-host.ts';
import { SmallDesk } from '../testing/small-desk.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A Monday. */
const START = Date.parse('2026-11-02T08:00:00Z');
const DAYS = 14;

/** A feed whose newest ten items appear in this rhythm. */
function feed(at: number, everyMs: number, extra = ''): string {
  const newest = Math.floor(at / everyMs);
  const items = Array.from({ length: 10 }, (_, index) => {
    const number = newest - index;
    return `<item><guid>${number}</guid><title>Item ${number}</title><link>https://a.example/${number}</link><pubDate>${new Date(number * everyMs).toUTCString()}</pubDate></item>`;
  });
  return `<rss version="2.0"><channel><title>t</title>${extra}${items.join('')}</channel></rss>`;
}

/** A well-kept feed: validators change with the content. */
const kept =
  (everyMs: number, change: object = {}): FeedBehaviour =>
  (at) => ({
    body: feed(at, everyMs),
    etag: `W/"${Math.floor(at / everyMs)}"`,
    lastModified: new Date(Math.floor(at / everyMs) * everyMs).toUTCString(),
    ...change,
  });

const day = (at: number): number => (at - START) / DAY;

const FEEDS: Record<string, FeedBehaviour> = {
  'https://hourly.example/feed': kept(3 * HOUR),
  'https://rare.example/feed': kept(4 * DAY),
  'https://welcome.example/feed': kept(10 * MINUTE, { headers: { 'cache-control': 'max-age=900' } }),
  'https://plain.example/feed': (at) => ({ body: feed(at, 5 * HOUR) }),
  'https://strange.example/feed': (at) => ({
    body: feed(at, 4 * HOUR),
    etag: `ÿ not "quoted", ${Math.floor(at / (4 * HOUR))} `.trim(),
    lastModified: 'Someday, 99 Foo 0000',
  }),
  'https://forgets.example/feed': (at) =>
    kept(3 * HOUR, day(at) > 5 && day(at) < 6 ? { etag: null, lastModified: null } : {})(at),
  'https://changing.example/feed': (at) => ({ body: feed(at, 6 * HOUR), etag: `"${at}"` }),
  'https://limits.example/a': (at) =>
    day(at) > 3 && day(at) < 3.5 ? { status: 429, headers: { 'retry-after': '21600' } } : kept(2 * HOUR)(at),
  'https://limits.example/b': kept(2 * HOUR),
  'https://gone.example/feed': (at) => (day(at) > 4 ? { status: 410 } : kept(3 * HOUR)(at)),
  'https://old.example/feed': (at) =>
    day(at) > 2 ? { status: 301, headers: { location: 'https://new.example/feed' } } : kept(3 * HOUR)(at),
  'https://new.example/feed': kept(3 * HOUR),
  'https://quiet.example/feed': (at) => ({
    ...kept(2 * HOUR)(at),
    body: feed(
      at,
      2 * HOUR,
      '<ttl>180</ttl><skipHours><hour>0</hour><hour>1</hour><hour>2</hour></skipHours><skipDays><day>Sunday</day></skipDays>',
    ),
  }),
  'https://down.example/feed': (at) => (day(at) > 6 && day(at) < 9 ? { status: 503 } : kept(3 * HOUR)(at)),
  'https://broken.example/feed': (at) =>
    day(at) > 6 && day(at) < 9 ? { body: '<html>Sign in</html>', etag: '"page"' } : kept(3 * HOUR)(at),
  ...Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [`https://many.example/${index}`, kept(6 * HOUR)]),
  ),
};

/** A repeatable stream of numbers (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

describe('fourteen days of polling, with restarts, deaths and impatient people', () => {
  let hosts: FeedHosts;
  let desk: SmallDesk;
  const of = (host: string): Asked[] => hosts.asked.filter((asked) => asked.host === host);
  const isConditional = (asked: Asked): boolean =>
    asked.headers['if-none-match'] !== undefined || asked.headers['if-modified-since'] !== undefined;
  const gaps = (list: Asked[]): number[] =>
    list.slice(1).map((asked, index) => asked.at - (list[index]?.at ?? 0));

  beforeAll(async () => {
    const random = seeded(7);
    desk = new SmallDesk(START, random);
    hosts = new FeedHosts(() => desk.now, FEEDS);
    desk.connect(hosts);
    for (const url of Object.keys(FEEDS)) if (!url.includes('new.example')) desk.add(url);
    const dies = seeded(99);
    for (let hour = 1; hour <= DAYS * 24; hour++) {
      await desk.runUntil(START + hour * HOUR, () => hour > 2 && dies() < 0.01);
      if (hour % 5 === 0) desk.restart();
      // Somebody presses "poll now" twice on everything, twice a day.
      if (hour % 12 === 0) for (const row of [...desk.rows, ...desk.rows]) desk.pollNow(row.url);
    }
  });

  it('asks unconditionally once in a feed’s life', () => {
    const strict = [
      'hourly',
      'rare',
      'welcome',
      'strange',
      'changing',
      'limits',
      'gone',
      'quiet',
      'down',
      'broken',
    ];
    for (const name of strict) {
      const paths = new Map<string, number>();
      for (const asked of of(`${name}.example`)) {
        if (!isConditional(asked)) paths.set(asked.path, (paths.get(asked.path) ?? 0) + 1);
      }
      for (const [path, count] of paths) expect(count, `${name} ${path}`).toBe(1);
    }
    const forgetful = of('forgets.example');
    const unasked = forgetful.filter((asked) => !isConditional(asked));
    expect(unasked.filter((asked) => day(asked.at) < 5 || day(asked.at) > 6.1)).toHaveLength(1);
  });

  it('never invents or mends a validator', () => {
    let checked = 0;
    for (const asked of hosts.asked) {
      const given = hosts.given.get(`https://${asked.host}${asked.path}`) ?? new Set();
      for (const name of ['if-none-match', 'if-modified-since']) {
        const value = asked.headers[name];
        if (value === undefined) continue;
        expect(given.has(value), `${asked.host} ${value}`).toBe(true);
        checked++;
      }
    }
    expect(checked).toBeGreaterThan(5_000);
  });

  it('comes at most hourly by itself, more often only where that is welcome, and minutes apart when pressed', () => {
    for (const name of ['hourly', 'rare', 'plain', 'strange', 'forgets', 'changing', 'down', 'broken']) {
      const list = of(`${name}.example`);
      const pressed = (asked: Asked): boolean => (asked.at - START) % (12 * HOUR) < 5 * MINUTE;
      const byItself = gaps(list).filter((_, index) => !pressed(list[index + 1] as Asked));
      expect(Math.min(...byItself), name).toBeGreaterThanOrEqual(15 * MINUTE);
      const deaths = desk.died.filter((host) => host === `${name}.example`).length;
      expect(byItself.filter((gap) => gap < HOUR).length, name).toBeLessThanOrEqual(deaths);
      expect(list.length, name).toBeLessThanOrEqual(DAYS * 24 + 28 + 5);
    }
    expect(Math.min(...gaps(of('welcome.example')))).toBeGreaterThanOrEqual(5 * MINUTE);
    expect(of('welcome.example').length).toBeGreaterThan(DAYS * 80);
    expect(of('rare.example').length).toBeLessThan(DAYS * 4);
  });

  it('never has two requests at one host, nor two within a second', () => {
    expect(hosts.busiest).toBe(1);
    for (const host of new Set(hosts.asked.map((asked) => asked.host))) {
      expect(Math.min(...gaps(of(host))), host).toBeGreaterThanOrEqual(1000);
    }
    expect(of('many.example').length).toBeGreaterThan(40 * DAYS);
  });

  it('leaves a host alone as long as it was told to, and every feed of it', () => {
    const told = of('limits.example').find((asked) => asked.status === 429);
    const next = of('limits.example').find((asked) => asked.at > (told?.at ?? 0));
    expect((next?.at ?? 0) - (told?.at ?? 0)).toBeGreaterThanOrEqual(6 * HOUR);
  });

  it('stops at 410', () => {
    expect(of('gone.example').filter((asked) => asked.status === 410)).toHaveLength(1);
    expect(of('gone.example').at(-1)?.status).toBe(410);
  });

  it('takes over a new address after a day, and then leaves the old one alone', () => {
    const old = of('old.example').filter((asked) => asked.status === 301);
    expect(old.length).toBeGreaterThanOrEqual(3);
    expect(day(old.at(-1)?.at ?? 0)).toBeLessThan(4.2);
    expect(desk.rows.some((row) => row.url === 'https://new.example/feed')).toBe(true);
    // The new address never gave out the old one's validators: it is asked once without any.
    expect(of('new.example').filter((asked) => !isConditional(asked))).toHaveLength(1);
  });

  it('keeps away from skipped hours and days', () => {
    for (const asked of of('quiet.example').slice(1)) {
      const at = new Date(asked.at);
      if ((asked.at - START) % (12 * HOUR) < 5 * MINUTE) continue;
      expect(at.getUTCHours(), at.toISOString()).toBeGreaterThanOrEqual(3);
      expect(at.getUTCDay(), at.toISOString()).not.toBe(0);
    }
    expect(of('quiet.example').length).toBeLessThan(DAYS * 8 + 28);
  });

  it('backs off from a host that is down, and comes back', () => {
    const during = of('down.example').filter((asked) => asked.status === 503);
    expect(during.length).toBeLessThan(16);
    expect(of('down.example').at(-1)?.status).toBeLessThan(400);
  });

  it('loses nothing to a sign-in page that came with a validator', () => {
    const sent = of('broken.example').map((asked) => asked.headers['if-none-match']);
    expect(sent).not.toContain('"page"');
    const row = desk.rows.find((candidate) => candidate.url.includes('broken'));
    const newest = Math.floor((START + DAYS * DAY - 3 * HOUR) / (3 * HOUR));
    expect(row?.seen.has(String(newest))).toBe(true);
  });
});
