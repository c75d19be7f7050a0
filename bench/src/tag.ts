import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { AhoCorasick as MonyoneAhoCorasick } from '@monyone/aho-corasick/fast';
import { compileTopics, starterTopics } from '@throughline/relevance';
import type { TaggableItem, TopicDraft } from '@throughline/schema';
import AhoCorasick from 'ahocorasick';
import { manyTopics, newsItems, plainTerms } from './tag-corpus.ts';

/**
 * Items a second of one core: tagging with evidence, beside plain matchers that only find the same words.
 * Contenders take turns, and the best round of each counts, so that a busy machine disturbs all alike.
 */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '6' }, milliseconds: { type: 'string', default: '700' } },
});
const items = newsItems();
const letters = items.reduce((sum, item) => sum + item.title.length + (item.text ?? '').length, 0);
const plain = items.map((item) => `${item.title}\n${item.text ?? ''}`);

interface Contender {
  name: string;
  run(index: number): void;
}

const OURS = 'throughline, the 4 starter topics';
const CLASSIC = 'ahocorasick, words of the 4';
const contenders: Contender[] = [];
const terms = plainTerms(starterTopics);
tagger(OURS, starterTopics);
tagger('throughline, 100 topics', [...starterTopics, ...manyTopics(96)]);
tagger('throughline, 500 topics', [...starterTopics, ...manyTopics(496)]);
const classic = new AhoCorasick(terms);
contenders.push({ name: CLASSIC, run: (i) => void classic.search((plain[i] ?? '').toLowerCase()) });
const modern = new MonyoneAhoCorasick(terms);
contenders.push({
  name: '@monyone/aho-corasick/fast, the 4',
  run: (i) => void modern.matchInText((plain[i] ?? '').toLowerCase()),
});
const escaped = [...terms]
  .sort((a, b) => b.length - a.length)
  .map((term) => term.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
contenders.push({ name: 'one RegExp, words of the 4', run: (i) => void (plain[i] ?? '').match(pattern) });

function tagger(name: string, topics: readonly TopicDraft[]): void {
  const before = memory();
  const compiled = compileTopics(topics);
  const used = (memory() - before) / 2 ** 20;
  if (compiled.problems.length > 0) throw new Error(JSON.stringify(compiled.problems[0]));
  console.log(`${name}: compiled in memory ${used.toFixed(1)} MB`);
  contenders.push({ name, run: (i) => void compiled.tag(items[i] as TaggableItem) });
}

/** Bytes in use after a collection. */
function memory(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const best = new Map<string, number>();
for (let round = 0; round < Number(values.rounds); round++) {
  for (const { name, run } of contenders) best.set(name, Math.max(best.get(name) ?? 0, measure(run)));
}

/** Items a second of processor time, so that others on the machine do not count. */
function measure(run: (index: number) => void): number {
  const started = performance.now();
  const before = process.cpuUsage();
  let count = 0;
  while (performance.now() - started < Number(values.milliseconds)) {
    for (let k = 0; k < 10; k++) run(count++ % items.length);
  }
  const { user, system } = process.cpuUsage(before);
  return count / ((user + system) / 1e6);
}

const classicRate = best.get(CLASSIC) ?? 1;
const oursRate = best.get(OURS) ?? 1;
console.log(
  `${items.length} items of ${Math.round(letters / items.length)} letters; ${terms.length} terms in the 4 topics`,
);
for (const [name, rate] of best) {
  console.log(
    `${name.padEnd(40)} ${rate.toFixed(0).padStart(7)} items/s   ${(rate / classicRate).toFixed(2)} x ahocorasick`,
  );
}
const large = best.get('throughline, 500 topics') ?? 1;
console.log(`500 topics cost ${(oursRate / large).toFixed(2)} x what 4 cost`);
