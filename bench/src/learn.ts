import { parseArgs } from 'node:util';
import {
  calibrationError,
  compileTopics,
  extractFeatures,
  learn,
  newLearner,
  predict,
  simulatedTopic,
  simulateStream,
  starterTopics,
} from '@throughline/relevance';
import type { LearnerState, TaggableItem, TopicDraft } from '@throughline/schema';
import { byStory, readLabelled } from './learn-data.ts';

/**
 * What verdicts do, against the bars: F1 on stories that come after 300 verdicts, the error of scores that were given
 * before the verdict, and how much a curator who reviews by score has to read.
 *
 * Always on simulated streams in time order (see packages/relevance/src/learn/simulate.ts); with --data FILE.jsonl
 * (lines {title, summary?, text?, publishedAt?, labels: {topic: boolean | null}}, may be repeated) also on items that
 * people labelled, each story in one place of the stream, in the order of their dates or, without, in several orders.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string', multiple: true, default: [] },
    verdicts: { type: 'string', default: '300' },
    orders: { type: 'string', default: '5' },
  },
});
const VERDICTS = Number(values.verdicts);
const orders = Array.from({ length: Number(values.orders) }, (_, i) => i + 1);

interface Entry {
  item: TaggableItem;
  relevant: boolean;
}

interface Row extends Entry {
  rules: ReturnType<ReturnType<typeof compileTopics>['explain']>[number];
  features: ReturnType<typeof extractFeatures>;
}

function rowsOf(topic: TopicDraft, entries: readonly Entry[]): Row[] {
  const tagger = compileTopics([topic]);
  return entries.flatMap((entry) => {
    const [rules] = tagger.explain(entry.item);
    return rules === undefined
      ? []
      : [{ ...entry, rules, features: extractFeatures(entry.item, rules.evidence) }];
  });
}

const bars: { name: string; value: number; bar: number; atLeast: boolean }[] = [];

function against(name: string, value: number, bar: number, atLeast: boolean): string {
  bars.push({ name, value, bar, atLeast });
  const holds = atLeast ? value >= bar : value <= bar;
  return `${value.toFixed(3)} (bar ${atLeast ? '≥' : '≤'} ${bar}${holds ? '' : ', MISSED'})`;
}

interface Outcome {
  change: number;
  error: number;
}

/** Verdicts on what the rules put before a curator, at most two thirds of the stream; then what comes after. */
function stream(name: string, rows: readonly Row[], barred: boolean): Outcome {
  const blank = newLearner(name, 'bench');
  let state = blank;
  let given = 0;
  let at = 0;
  const shown: [number, 0 | 1][] = [];
  for (; at < rows.length * 0.66 && given < VERDICTS; at++) {
    const row = rows[at];
    if (row === undefined || row.rules.score === 0) continue;
    state = review(state, row, shown).state;
    given++;
  }
  const future = rows.slice(at);
  const [before, after] = [f1(blank, future), f1(state, future)];
  for (const row of future) if (row.rules.score > 0) state = review(state, row, shown).state;
  // Every score was given before its verdict; items without any hit have the score 0, and count.
  const silent = future.filter((row) => row.rules.score === 0);
  const pairs = [
    ...shown.slice(Math.min(given, 150)),
    ...silent.map((row): [number, 0 | 1] => [0, row.relevant ? 1 : 0]),
  ];
  const change = after - before;
  const error = calibrationError(pairs);
  const [moved, off] = barred ? judge(name, { change, error }) : [change.toFixed(3), error.toFixed(3)];
  console.log(
    `${name.padEnd(38)} ${String(given).padStart(4)} verdicts: F1 ${before.toFixed(3)} -> ${after.toFixed(3)}, change ${moved}; calibration error ${off}`,
  );
  return { change, error };
}

function judge(name: string, { change, error }: Outcome): [string, string] {
  return [
    against(`${name}: change of F1`, change, -0.01, true),
    against(`${name}: calibration error`, error, 0.05, false),
  ];
}

function review(state: LearnerState, row: Row, shown: [number, 0 | 1][]): { state: LearnerState } {
  const said = predict(state, row.features, row.rules);
  shown.push([said.score, row.relevant ? 1 : 0]);
  return { state: learn(state, { ...row, shown: said.logOdds }) };
}

function f1(state: LearnerState, rows: readonly Row[]): number {
  const said = rows.map((row) => predict(state, row.features, row.rules).relevant);
  const right = rows.filter((row, i) => row.relevant && said[i]).length;
  const wanted = rows.filter((row) => row.relevant).length + said.filter(Boolean).length;
  return wanted === 0 ? 1 : (2 * right) / wanted;
}

/** Reads the best scores first, a hundred at a time, and teaches with each; from nothing learned. */
function curator(name: string, rows: readonly Row[], bar: number): void {
  let state = newLearner(name, 'bench');
  const waiting = [...rows];
  const wanted = Math.ceil(0.95 * rows.filter((row) => row.relevant).length);
  let found = 0;
  let read = 0;
  while (found < wanted && waiting.length > 0) {
    const scored = waiting.map((row) => ({ row, score: predict(state, row.features, row.rules).score }));
    scored.sort((a, b) => b.score - a.score);
    for (const { row } of scored.slice(0, 100)) {
      if (found < wanted) read++;
      if (row.relevant) found++;
      // A hundred thousand features of items that no rule has found would teach nothing.
      if (row.rules.score > 0) state = review(state, row, []).state;
    }
    waiting.splice(0, waiting.length, ...scored.slice(100).map(({ row }) => row));
  }
  const share = read / rows.length;
  console.log(
    `${name.padEnd(34)} 95% of ${rows.filter((row) => row.relevant).length} relevant found after reading ${(100 * share).toFixed(1)}% of ${rows.length} items: WSS@95 ${against(`${name}: WSS@95`, 1 - share - 0.05, bar, true)}`,
  );
}

for (const seed of orders) {
  for (const pattern of [true, false]) {
    const entries = simulateStream({ seed, stories: 800, pattern });
    stream(
      `simulated ${seed}, ${pattern ? 'verdicts show a pattern' : 'chance alone'}`,
      rowsOf(simulatedTopic, entries),
      true,
    );
  }
}
const long = simulateStream({ seed: 6, stories: 7000, pattern: true, onTopic: 0.08 }).slice(0, 10_000);
curator('simulated curator', rowsOf(simulatedTopic, long), 0.8);

for (const file of values.data) {
  const labelled = readLabelled(file);
  console.log(`\n${file}: ${labelled.length} items`);
  for (const topic of starterTopics) {
    const entries = labelled.flatMap((row) => {
      const relevant = row.labels[topic.id];
      return typeof relevant === 'boolean' ? [{ ...row, relevant }] : [];
    });
    if (!entries.some((entry) => entry.relevant)) continue;
    const dated = entries.every((entry) => entry.item.publishedAt);
    // A small set is one item more or less in each order: the mean over the orders is what can be told.
    const outcomes = (dated ? [0] : orders).map((order) =>
      stream(`${topic.id}${dated ? '' : `, order ${order}`}`, rowsOf(topic, byStory(entries, order)), false),
    );
    const mean = (value: (outcome: Outcome) => number) =>
      outcomes.reduce((sum, outcome) => sum + value(outcome), 0) / outcomes.length;
    const [change, error] = judge(topic.id, { change: mean((o) => o.change), error: mean((o) => o.error) });
    console.log(`${topic.id}, mean: change of F1 ${change}; calibration error ${error}`);
  }
}

const missed = bars.filter(({ value, bar, atLeast }) => (atLeast ? value < bar : value > bar));
console.log(`\n${bars.length - missed.length} of ${bars.length} bars hold`);
for (const { name, value, bar } of missed) console.log(`missed: ${name} ${value.toFixed(3)}, bar ${bar}`);
process.exitCode = missed.length > 0 ? 1 : 0;
