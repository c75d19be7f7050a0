import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { sampleItems } from '@throughline/sample-wire';
import { ItemRelation } from '@throughline/schema';
import { Clusterer, type StoryItem } from '@throughline/stories';
import { type DataItem, readDuplicateData, timeOf } from './duplicate-data.ts';

/**
 * How often the machine is right about copies: on the sample wire, and with --data DIR (may be repeated) on pairs of
 * real items that people read and labelled. The labels are in bench/labels/duplicate-pairs.tsv and name items by a hash
 * of what they say; the texts belong to their publishers and are not here, so pairs whose items are not in DIR are
 * passed over.
 *
 * Two figures: `pairs` shows the two items of a pair alone to the machine, so each label meets one answer; `stream`
 * runs all items of DIR in order of time and counts a pair as found when its items end in one chain of copies
 * (pairs within 14 days of each other, which is how long texts are kept).
 *
 * Usage: pnpm bench:duplicates [--data DIR] [--errors]
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string', multiple: true, default: [] },
    errors: { type: 'boolean', default: false },
  },
});
const PRECISION = 0.97;
const RECALL = 0.92;
/** What is further apart was forgotten when the later one came. Undated items stand before all others. */
const WINDOW = 14 * 24 * 3_600_000;

interface Pair {
  label: ItemRelation;
  items: [DataItem, DataItem];
}

let missed = 0;
onSampleWire();
if (values.data.length > 0) await onLabelledPairs();
process.exitCode = missed > 0 ? 1 : 0;

function onSampleWire(): void {
  const clusterer = new Clusterer();
  const original = new Map(sampleItems.map(({ key, gold }) => [key, gold.copyOf ?? key]));
  const inTime = sampleItems.toSorted(
    (a, b) => Date.parse(a.revisions[0].at) - Date.parse(b.revisions[0].at),
  );
  const pairs = inTime.flatMap(({ key, source, language, gold, revisions: [{ at, title, paragraphs }] }) => {
    const item = {
      id: key,
      title,
      text: paragraphs.join('\n\n'),
      publishedAt: at,
      language,
      publisher: source,
    };
    const { duplicateOf } = clusterer.add(item);
    const isCopy = gold.duplicateOf !== null;
    const found = duplicateOf !== null;
    if (!found || !isCopy || original.get(duplicateOf) === original.get(key))
      return [{ gold: isCopy, found }];
    return [
      { gold: true, found: false },
      { gold: false, found: true },
    ];
  });
  report('sample wire, copies and abridged copies', pairs);
}

async function onLabelledPairs(): Promise<void> {
  const items = await readDuplicateData(values.data);
  const pairs = readPairs(new Map(items.map((item, at) => [item.id, { item, at }])));
  const labels = ItemRelation.options;
  console.log(`\n${items.length} items; ${pairs.length} labelled pairs are among them`);
  const answers = pairs.map((pair) => ({ ...pair, answer: answerAlone(pair.items) }));
  console.log(`\nlabel \\ answer ${labels.map((name) => name.padStart(12)).join('')}`);
  for (const label of labels) {
    const row = answers.filter((pair) => pair.label === label);
    const counts = labels.map((answer) => String(row.filter((pair) => pair.answer === answer).length));
    console.log(`${label.padEnd(14)} ${counts.map((count) => count.padStart(12)).join('')}`);
  }
  report(
    'pairs',
    answers.map(({ label, answer }) => ({ gold: label === 'duplicate', found: answer === 'duplicate' })),
  );
  const root = chains(items);
  const inStream = answers.map((pair) => ({
    ...pair,
    found: root(pair.items[0].id) === root(pair.items[1].id),
  }));
  const near = inStream.filter(({ items: [a, b] }) => Math.abs(timeOf(a) - timeOf(b)) <= WINDOW);
  report(
    'stream',
    near.map(({ label, found }) => ({ gold: label === 'duplicate', found })),
  );
  if (values.errors) for (const pair of inStream) tellError(pair);
}

function readPairs(known: Map<string, { item: DataItem; at: number }>): Pair[] {
  const file = new URL('../labels/duplicate-pairs.tsv', import.meta.url);
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [label, ...ids] = line.split('\t');
      const [a, b] = ids.map((id) => known.get(id));
      if (a === undefined || b === undefined) return [];
      const items: [DataItem, DataItem] = a.at < b.at ? [a.item, b.item] : [b.item, a.item];
      return [{ label: ItemRelation.parse(label), items }];
    });
}

function answerAlone([earlier, later]: [StoryItem, StoryItem]): ItemRelation {
  const clusterer = new Clusterer();
  // An undated item of an archive is taken to be as old as the other.
  clusterer.add({ ...earlier, publishedAt: earlier.publishedAt ?? later.publishedAt });
  return clusterer.add(later).relation;
}

/** Runs all items through and tells the first of the chain of copies that an item ends in. */
function chains(items: DataItem[]): (id: string) => string {
  const clusterer = new Clusterer();
  const copyOf = new Map<string, string>();
  for (const item of items) {
    const { relation, duplicateOf } = clusterer.add(item);
    if (relation === 'duplicate' && duplicateOf !== null) copyOf.set(item.id, duplicateOf);
  }
  return (id) => {
    let root = id;
    for (let up = copyOf.get(root); up !== undefined; up = copyOf.get(root)) root = up;
    return root;
  };
}

function report(name: string, pairs: { gold: boolean; found: boolean }[]): void {
  const right = pairs.filter(({ gold, found }) => gold && found).length;
  const precision = right / pairs.filter(({ found }) => found).length;
  const recall = right / pairs.filter(({ gold }) => gold).length;
  const holds = precision >= PRECISION && recall >= RECALL;
  if (!holds) missed++;
  console.log(
    `${name}: precision ${precision.toFixed(3)} (bar ${PRECISION}), recall ${recall.toFixed(3)} (bar ${RECALL}) on ` +
      `${pairs.length}${holds ? '' : '  MISSED'}`,
  );
}

function tellError({ label, answer, items, found }: Pair & { answer: ItemRelation; found: boolean }): void {
  const gold = label === 'duplicate';
  if (gold === (answer === 'duplicate') && gold === found) return;
  console.log(`\n${label}, answered ${answer}; in the stream ${found ? 'one chain of copies' : 'apart'}`);
  for (const item of items)
    console.log(
      `  ${item.id} ${item.publishedAt ?? 'undated'} ${item.title.slice(0, 90)} | ${(item.text || item.summary || '').slice(0, 120)}`,
    );
}
