import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readFeedWith } from '@throughline/feeds';
import { makeCorpus } from './feed-corpus.ts';

/**
 * How often the second reader is needed, and what each costs: the share of feeds, and the time for the same feeds by
 * the reader that was chosen and by the second one. Reads every file below the folders that are named, or made feeds.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' } },
});
const bodies =
  positionals.length === 0 ? makeCorpus(300).map(({ bytes }) => bytes) : positionals.flatMap(filesBelow);

interface Row {
  feeds: number;
  items: number;
  bytes: number;
  chosenMs: number;
  secondMs: number;
}
const rows = new Map<string, Row>();
for (const bytes of bodies) {
  const { reader, result } = await readFeedWith(bytes, {});
  const row = rows.get(reader) ?? { feeds: 0, items: 0, bytes: 0, chosenMs: 0, secondMs: 0 };
  rows.set(reader, row);
  row.feeds++;
  row.items += result.ok ? result.items.length : 0;
  row.bytes += bytes.length;
  row.chosenMs += await fastest(() => readFeedWith(bytes, {}));
  row.secondMs += await fastest(() => readFeedWith(bytes, {}, 'tolerant'));
}

console.log(
  'reader        feeds   share    items        MB   ms/feed   items/s   by the second: ms/feed   items/s',
);
for (const [reader, { feeds, items, bytes, chosenMs, secondMs }] of rows) {
  const share = `${((100 * feeds) / bodies.length).toFixed(1)}%`;
  const cost = (ms: number): string =>
    `${(ms / feeds).toFixed(2).padStart(8)}${String(Math.round((1000 * items) / ms)).padStart(10)}`;
  console.log(
    `${reader.padEnd(12)}${String(feeds).padStart(7)}${share.padStart(8)}${String(items).padStart(9)}` +
      `${(bytes / 1e6).toFixed(1).padStart(10)}  ${cost(chosenMs)}                ${cost(secondMs)}`,
  );
}

async function fastest(run: () => Promise<unknown>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < Number(values.rounds); i++) {
    const started = performance.now();
    await run();
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

function filesBelow(folder: string): Uint8Array[] {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path));
}
