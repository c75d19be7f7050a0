import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { sampleItems } from '@throughline/sample-wire';
import { Clusterer } from '@throughline/stories';
import { findEntities } from '@throughline/text';

/**
 * Items a processor-second for duplicates, grouping and entities, memory, and stories compared per item, as the
 * stream grows, and the cost of an item beside that at the first size. Long streams tell how they go on the way, beside
 * entities, which cost the same however much is live: where those get slower, so did the machine. The stream is real text
 * made larger: each copy of the base renames all but its 300 commonest words, so that it tells events of its own in the
 * same kind of sentences; copies are spread over `--days`.
 *
 * Usage: node bench/dist/stories.js [--items 10000,100000] [--days 30] [--data items.jsonl]
 * Without --data (lines of {title, text?}) the base is the sample wire, title and first paragraph.
 */
const { values } = parseArgs({
  options: {
    items: { type: 'string', default: '10000,100000' },
    days: { type: 'string', default: '30' },
    data: { type: 'string' },
  },
});

interface BaseItem {
  title: string;
  text: string;
}

const COMMON_WORDS = 300;
const HOUR = 3_600_000;
/** Within so many hours a copy of the base comes in, like one news cycle. */
const CYCLE_HOURS = 48;
const BATCH = 500;
const TELL_EVERY = 100_000;

const base = values.data === undefined ? fromSampleWire() : fromFile(values.data);
const common = commonWords(base);
console.log(`base: ${base.length} items; stream of ${values.days} days, window of 14`);
let firstRate: number | null = null;
for (const count of values.items.split(',').map(Number)) measure(count, Number(values.days));

function fromSampleWire(): BaseItem[] {
  return sampleItems.flatMap(({ revisions: [first] }) =>
    first === undefined ? [] : [{ title: first.title, text: first.paragraphs[0] ?? '' }],
  );
}

function fromFile(file: string): BaseItem[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => {
    const row = JSON.parse(line) as { title: string; text?: string };
    return { title: row.title, text: row.text ?? '' };
  });
}

function commonWords(items: BaseItem[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { title, text } of items)
    for (const [word] of `${title} ${text}`.toLowerCase().matchAll(/\p{L}+/gu))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  return new Set(ranked.slice(0, COMMON_WORDS).map(([word]) => word));
}

function renamed(text: string, copy: number): string {
  if (copy === 0) return text;
  const suffix = copy
    .toString(26)
    .replace(/[0-9a-p]/g, (digit) => 'bcdfghjklmnpqrstvwxzaeiouy'[Number.parseInt(digit, 26)] ?? '');
  return text.replace(/\p{L}+/gu, (word) => (common.has(word.toLowerCase()) ? word : `${word}${suffix}`));
}

/**
 * The stream by time: `order` are numbers of items, `times` their milliseconds. Item n is item n % base of the base in
 * copy n / base. Typed arrays, so that the stream itself hardly counts in the memory that is measured.
 */
function streamOrder(count: number, days: number): { order: Uint32Array; times: Float64Array } {
  const copies = Math.ceil(count / base.length);
  const random = randomFrom(20_140_310);
  const times = new Float64Array(count);
  for (let at = 0; at < count; at++) {
    const opens = (Math.floor(at / base.length) / copies) * Math.max(0, days * 24 - CYCLE_HOURS);
    times[at] = (opens + random() * CYCLE_HOURS) * HOUR;
  }
  const order = Uint32Array.from(times, (_, at) => at);
  return { order: order.sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0)), times };
}

function measure(count: number, days: number): void {
  const { order, times } = streamOrder(count, days);
  const clusterer = new Clusterer();
  const start = Date.UTC(2026, 0, 1);
  let grouping = 0;
  let entities = 0;
  let named = 0;
  let peak = 0;
  let told = { grouping: 0, entities: 0 };
  for (let at = 0; at < count; at += BATCH) {
    const batch = [...order.subarray(at, at + BATCH)].map((place, n) => {
      const item = place % base.length;
      const copy = Math.floor(place / base.length);
      return {
        id: String(at + n),
        title: renamed(base[item]?.title ?? '', copy),
        text: renamed(base[item]?.text ?? '', copy),
        publishedAt: new Date(start + (times[place] ?? 0)).toISOString(),
        publisher: `publisher ${item % 50}`,
      };
    });
    const begun = cpuMs();
    for (const item of batch) clusterer.add(item);
    const grouped = cpuMs();
    for (const { title, text } of batch) named += findEntities(`${title}\n${text}`).length;
    grouping += grouped - begun;
    entities += cpuMs() - grouped;
    if (at % (20 * BATCH) === 0) peak = Math.max(peak, process.memoryUsage().rss);
    const done = at + batch.length;
    if (done % TELL_EVERY !== 0 || done === count) continue;
    const since = (ms: number) => Math.round((1000 * TELL_EVERY) / ms);
    console.log(
      `  ${done}: the last ${TELL_EVERY} at ${since(grouping + entities - told.grouping - told.entities)} ` +
        `(entities alone ${since(entities - told.entities)}), ${megabytes(peak)} MB, ${clusterer.size.items} live`,
    );
    told = { grouping, entities };
  }
  const { stories, items, terms, compared } = clusterer.size;
  const rate = (ms: number) => Math.round((1000 * count) / ms);
  const whole = rate(grouping + entities);
  firstRate ??= whole;
  console.log(
    [
      `${count} items: ${whole} items a CPU second`,
      `${(firstRate / whole).toFixed(2)} times the cost an item of the first size`,
      `(duplicates and stories ${rate(grouping)}, entities ${rate(entities)})`,
      `${(compared / count).toFixed(0)} stories compared an item`,
      `${megabytes(Math.max(peak, process.memoryUsage().rss))} MB`,
      `live at the end: ${stories} stories of ${items} items, ${terms} terms; ${(named / count).toFixed(1)} names an item`,
    ].join(', '),
  );
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e6);
}

/** Processor time of this process, garbage collection included: a busy machine does not change it much. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Small and fast, good enough for an order of arrival (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
