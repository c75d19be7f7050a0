import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  calibrationError,
  compileTopics,
  extractFeatures,
  learn,
  newLearner,
  predict,
  starterTopics,
} from '@throughline/relevance';
import { TaggableItem } from '@throughline/schema';

/**
 * What 300 verdicts do to each starter topic on labelled items that nobody wrote for it, over several orders of the
 * stream: F1 on the items after the verdicts, before and after learning, and the calibration error of predictions.
 * usage: learn --data FILE.jsonl (lines {title, summary?, text?, labels: {topic: boolean | null}})
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    verdicts: { type: 'string', default: '300' },
    orders: { type: 'string', default: '5' },
  },
});
if (values.data === undefined) {
  process.stderr.write('bench learn: --data FILE.jsonl is needed: optional evaluation data with labels.\n');
  process.exit(2);
}

interface Labelled {
  item: TaggableItem;
  labels: Record<string, unknown>;
}

const labelled: Labelled[] = readFileSync(values.data, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => {
    const row: unknown = JSON.parse(line);
    const labels = typeof row === 'object' && row !== null && 'labels' in row ? row.labels : {};
    return { item: TaggableItem.parse(row), labels: (labels ?? {}) as Record<string, unknown> };
  });

const tagger = compileTopics(starterTopics);
for (const { id } of tagger.topics) {
  const rows = labelled.flatMap(({ item, labels }) => {
    const relevant = labels[id];
    const [rules] = tagger.explain(item, id);
    if (typeof relevant !== 'boolean' || rules === undefined) return [];
    return [{ relevant, rules, features: extractFeatures(item, rules.evidence) }];
  });
  if (rows.length === 0) continue;
  for (let order = 1; order <= Number(values.orders); order++) report(id, shuffled(rows, order));
}

interface Row {
  relevant: boolean;
  rules: ReturnType<typeof tagger.explain>[number];
  features: ReturnType<typeof extractFeatures>;
}

function report(id: string, rows: readonly Row[]): void {
  let state = newLearner(id, 'bench');
  const blank = state;
  let at = 0;
  let given = 0;
  // At most two thirds of the items are reviewed, and of those the ones that the rules put before a curator.
  for (; at < rows.length * 0.66 && given < Number(values.verdicts); at++) {
    const row = rows[at];
    if (row === undefined || row.rules.score === 0) continue;
    const shown = predict(state, row.features, row.rules).logOdds;
    state = learn(state, { ...row, shown });
    given++;
  }
  const rest = rows.slice(at);
  const answers = (model: typeof state) =>
    rest.map((row) => ({ row, said: predict(model, row.features, row.rules) }));
  const before = answers(blank);
  const after = answers(state);
  const error = calibrationError(after.map(({ row, said }) => [said.score, row.relevant ? 1 : 0]));
  console.log(
    `${id.padEnd(9)} ${String(given).padStart(4)} verdicts: F1 ${f1(before)} -> ${f1(after)}, calibration error ${error.toFixed(3)}`,
  );
}

function f1(answers: readonly { row: Row; said: ReturnType<typeof predict> }[]): string {
  const right = answers.filter(({ row, said }) => row.relevant && said.relevant).length;
  const said = answers.filter((answer) => answer.said.relevant).length;
  const wanted = answers.filter((answer) => answer.row.relevant).length;
  return said + wanted === 0 ? '-' : ((2 * right) / (said + wanted)).toFixed(3);
}

function shuffled<T>(list: readonly T[], seed: number): T[] {
  let state = seed * 2654435761;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
  return list
    .map((value) => [random(), value] as const)
    .sort(([a], [b]) => a - b)
    .map(([, value]) => value);
}
