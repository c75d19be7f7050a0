import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  type StorylineProfile,
  storylineProfile,
  suggestionFor,
  type TrackedItem,
  termStatistics,
} from '@throughline/storylines';

/**
 * How well tracking proposes: each gold story plays a storyline that cites three of its items; all other items are
 * reviewed in the order of suggestion, in batches that grow by a tenth, and each batch is accepted and declined by the
 * gold before the next is ranked. Told are the precision of the first ten, and what share of the reading is saved
 * against reading at random when 95 % are found (WSS@95); `static` learns nothing on the way.
 *
 * usage: track --data FILE.jsonl (lines {title, gold}) [--starts 1] [--least 20]
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    starts: { type: 'string', default: '1' },
    least: { type: 'string', default: '20' },
  },
});
if (values.data === undefined) {
  process.stderr.write(
    'bench track: --data FILE.jsonl is needed: optional evaluation data with gold stories.\n',
  );
  process.exit(2);
}

const FIRST_BATCH = 10;
const RECALL = 0.95;
const CITED_AT_FIRST = 3;
const PRESUMED = 100;

interface Gold extends TrackedItem {
  gold: string;
}

const items: Gold[] = readFileSync(values.data, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line, id) => {
    const { title, gold } = JSON.parse(line) as { title: string; gold: string };
    return { id: id + 1, title, text: '', publishedAt: null, story: null, gold };
  });
const statistics = termStatistics(items.map(({ title }) => title));
const stories = new Map<string, Gold[]>();
for (const item of items) stories.set(item.gold, [...(stories.get(item.gold) ?? []), item]);
const enough = [...stories.values()].filter((members) => members.length >= Number(values.least));

const results: { first: number; saved: number; savedStatic: number }[] = [];
for (const [place, members] of enough.entries())
  for (let start = 1; start <= Number(values.starts); start++) {
    const shuffled = shuffle(members, place * 101 + start);
    const learning = review(shuffled, true);
    results.push({ ...learning, savedStatic: review(shuffled, false).saved });
  }
const mean = (pick: (result: (typeof results)[number]) => number) =>
  (results.reduce((sum, result) => sum + pick(result), 0) / results.length).toFixed(3);
console.log(`${enough.length} storylines, ${items.length} items, ${values.starts} start(s) each`);
console.log(
  `P@10 ${mean((r) => r.first)}   WSS@95 ${mean((r) => r.saved)}   static ${mean((r) => r.savedStatic)}`,
);

function review(members: readonly Gold[], learns: boolean): { first: number; saved: number } {
  const accepted = members.slice(0, CITED_AT_FIRST);
  const declined: Gold[] = [];
  const wanted = Math.ceil((members.length - CITED_AT_FIRST) * RECALL);
  const ids = new Set(accepted.map(({ id }) => id));
  let waiting = items.filter(({ id }) => !ids.has(id));
  const all = waiting.length;
  let profile = profileOf(accepted, declined);
  let found = 0;
  let first = 0;
  for (let size = FIRST_BATCH; found < wanted; size = Math.ceil(size * 1.1)) {
    if (learns || size === FIRST_BATCH) waiting = ranked(profile, waiting);
    for (const item of waiting.slice(0, size)) {
      const fits = item.gold === members[0]?.gold;
      (fits ? accepted : declined).push(item);
      if (fits && ++found >= wanted) {
        const read = accepted.length + declined.length - CITED_AT_FIRST;
        return {
          first: size === FIRST_BATCH ? found / FIRST_BATCH : first,
          saved: 1 - read / all - (1 - RECALL),
        };
      }
    }
    if (size === FIRST_BATCH) first = found / FIRST_BATCH;
    waiting = waiting.slice(size);
    if (learns) profile = profileOf(accepted, declined);
  }
  return { first, saved: 0 };
}

function profileOf(accepted: readonly Gold[], declined: readonly Gold[]): StorylineProfile {
  const step = Math.floor(items.length / PRESUMED);
  const others = items.filter((_item, place) => place % step === 0).map(({ title }) => title);
  const cited = accepted.map((item) => ({ ...item, citation: item.id, section: null }));
  return storylineProfile(cited, declined, statistics, others);
}

function ranked(profile: StorylineProfile, list: readonly Gold[]): Gold[] {
  return list
    .map((item) => ({ item, score: suggestionFor(profile, item).score }))
    .sort((a, b) => b.score - a.score || a.item.id - b.item.id)
    .map(({ item }) => item);
}

/** Always the same order for the same seed (Lehmer). */
function shuffle(list: readonly Gold[], seed: number): Gold[] {
  let state = seed;
  const next = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  return list
    .map((item) => ({ item, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
