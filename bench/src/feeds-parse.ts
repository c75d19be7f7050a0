import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseFeed } from '@throughline/feeds';
import { parseFeed as parseWithFeedsmith } from 'feedsmith';
import Parser from 'rss-parser';
import sanitizeHtml from 'sanitize-html';
import { type CorpusFeed, makeCorpus } from './feed-corpus.ts';

/**
 * Feeds and items a second from bytes to the sanitised normal form, beside plain readers in the same run.
 * Every contender reads every feed once a round; rounds alternate, and the best round of each counts, so that a
 * busy machine disturbs all alike.
 */
const { values } = parseArgs({
  options: { feeds: { type: 'string', default: '300' }, rounds: { type: 'string', default: '7' } },
});
const corpus = makeCorpus(Number(values.feeds));
const decoder = new TextDecoder();

const FEEDPARSER = `
import feedparser, pathlib, sys, time
bodies = [path.read_bytes() for path in pathlib.Path(sys.argv[1]).iterdir()]
best = None
for _ in range(2):
    started = time.perf_counter()
    items = sum(len(feedparser.parse(body).entries) for body in bodies)
    seconds = time.perf_counter() - started
    best = seconds if best is None else min(best, seconds)
print(best, items)
`;

type Contender = { name: string; run(feeds: CorpusFeed[]): Promise<number> };

const BASE = 'rss-parser parseString';
const contenders: Contender[] = [
  { name: BASE, run: (feeds) => inTurn(feeds, readPlain) },
  { name: 'rss-parser + sanitize-html', run: (feeds) => inTurn(feeds, readAndSanitise) },
  { name: 'feedsmith', run: (feeds) => inTurn(feeds, readWithFeedsmith) },
  { name: 'throughline, one after another', run: (feeds) => inTurn(feeds, readOurs) },
  { name: 'throughline, all at once', run: readOursTogether },
];

const best = new Map<string, { seconds: number; items: number }>();
for (let round = 0; round < Number(values.rounds); round++) {
  for (const { name, run } of contenders) {
    const started = performance.now();
    const items = await run(corpus);
    const seconds = (performance.now() - started) / 1000;
    if (round > 0 && seconds < (best.get(name)?.seconds ?? Number.POSITIVE_INFINITY))
      best.set(name, { seconds, items });
  }
}
const python = byFeedparser();
print();

/** Runs one after another; a feed that a contender refuses counts as no items. */
async function inTurn(feeds: CorpusFeed[], read: (feed: CorpusFeed) => Promise<number>): Promise<number> {
  let items = 0;
  for (const feed of feeds) items += await read(feed).catch(() => 0);
  return items;
}

async function readPlain({ bytes }: CorpusFeed): Promise<number> {
  return (await new Parser().parseString(decoder.decode(bytes))).items.length;
}

async function readAndSanitise({ bytes }: CorpusFeed): Promise<number> {
  const { items } = await new Parser().parseString(decoder.decode(bytes));
  for (const item of items) {
    const encoded: unknown = item['content:encoded'];
    sanitizeHtml(typeof encoded === 'string' ? encoded : (item.content ?? ''));
  }
  return items.length;
}

async function readWithFeedsmith({ bytes }: CorpusFeed): Promise<number> {
  const { feed } = parseWithFeedsmith(decoder.decode(bytes));
  if ('items' in feed) return feed.items?.length ?? 0;
  return 'entries' in feed ? (feed.entries?.length ?? 0) : 0;
}

async function readOurs({ bytes, url }: CorpusFeed): Promise<number> {
  const result = await parseFeed(bytes, { url });
  return result.ok ? result.items.length : 0;
}

async function readOursTogether(feeds: CorpusFeed[]): Promise<number> {
  const counts = await Promise.all(feeds.map(readOurs));
  return counts.reduce((sum, count) => sum + count, 0);
}

/**
 * Python's feedparser, which sanitises too, in a process of its own: the better of two rounds over the same bytes, without
 * its start.
 *
 * @returns null where no Python has it.
 */
function byFeedparser(): { seconds: number; items: number } | null {
  const folder = mkdtempSync(join(tmpdir(), 'bench-feedparser-'));
  try {
    for (const [n, { bytes }] of corpus.entries()) writeFileSync(join(folder, `${n}.xml`), bytes);
    for (const program of ['python3', '/usr/bin/python3']) {
      const { status, stdout } = spawnSync(program, ['-c', FEEDPARSER, folder], { encoding: 'utf8' });
      const [seconds, items] = stdout?.split(' ').map(Number) ?? [];
      if (status === 0 && seconds !== undefined && items !== undefined) return { seconds, items };
    }
    return null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function print(): void {
  const bytes = corpus.reduce((sum, feed) => sum + feed.bytes.length, 0);
  const all = corpus.reduce((sum, feed) => sum + feed.items, 0);
  console.log(
    `${corpus.length} feeds, ${all} items, ${(bytes / 1e6).toFixed(1)} MB, ${availableParallelism()} cores`,
  );
  const base = best.get(BASE);
  const baseRate = base === undefined ? Number.NaN : base.items / base.seconds;
  if (python === null) console.log("Python's feedparser is not installed (python3-feedparser): left out.");
  else best.set('python3-feedparser', python);
  for (const [name, { seconds, items }] of best) {
    const rate = items / seconds;
    const row = [
      name.padEnd(32),
      `${Math.round(corpus.length / seconds)} feeds/s`.padStart(14),
      `${Math.round(rate)} items/s`.padStart(16),
      `${(rate / baseRate).toFixed(2)}x`.padStart(8),
      items === all ? '' : `   read ${items} of ${all} items`,
    ];
    console.log(row.join(''));
  }
}
