import type { TaggableItem, TopicDraft } from '@throughline/schema';
import type { Outcome } from '../rules/problem.ts';
import { asTopic } from '../tagger.ts';
import { type InSteps, mapInSteps } from './in-steps.ts';

/** An item with what a curator said of it for the topic, if anything. */
export interface JudgedItem {
  id: string;
  item: TaggableItem;
  relevant: boolean | null;
}

/** How a set of rules does on the verdicts. null where there is nothing to divide by. */
export interface Quality {
  relevant: number;
  precision: number | null;
  recall: number | null;
}

/** What a change of rules would do to stored items. */
export interface Comparison {
  items: number;
  gained: string[];
  lost: string[];
  /** Of the gained and lost, how many had a verdict: the change does right or wrong by a curator's word. */
  gainedRight: number;
  gainedWrong: number;
  lostRight: number;
  lostWrong: number;
  before: Quality;
  after: Quality;
}

/** Reads the items once with both versions of a topic, an item a step. Ids stand in the order of the items. */
export function* compareTopics(
  before: TopicDraft,
  after: TopicDraft,
  items: Iterable<JudgedItem>,
): InSteps<Outcome<Comparison>> {
  const one = asTopic(before);
  const two = asTopic(after);
  if (!one.ok) return one;
  if (!two.ok) return two;
  const same = before === after;
  const read = yield* mapInSteps(items, (judged) => {
    const was = one.value(judged.item);
    return { ...judged, was, is: same ? was : two.value(judged.item) };
  });
  return { ok: true, value: comparisonOf(read) };
}

/** What changes between two ways to tag items. */
export function comparisonOf(items: readonly (JudgedItem & { was: boolean; is: boolean })[]): Comparison {
  const result: Comparison = {
    items: 0,
    gained: [],
    lost: [],
    gainedRight: 0,
    gainedWrong: 0,
    lostRight: 0,
    lostWrong: 0,
    before: { relevant: 0, precision: null, recall: null },
    after: { relevant: 0, precision: null, recall: null },
  };
  const counts = { before: new Counts(), after: new Counts() };
  for (const { id, relevant, was, is } of items) {
    result.items++;
    counts.before.add(was, relevant);
    counts.after.add(is, relevant);
    if (was === is) continue;
    (is ? result.gained : result.lost).push(id);
    if (relevant !== null)
      result[is ? (relevant ? 'gainedRight' : 'gainedWrong') : relevant ? 'lostWrong' : 'lostRight']++;
  }
  return { ...result, before: counts.before.quality(), after: counts.after.quality() };
}

class Counts {
  private relevant = 0;
  private right = 0;
  private wrong = 0;
  private missed = 0;

  add(tagged: boolean, verdict: boolean | null): void {
    if (tagged) this.relevant++;
    if (tagged && verdict === true) this.right++;
    if (tagged && verdict === false) this.wrong++;
    if (!tagged && verdict === true) this.missed++;
  }

  quality(): Quality {
    const share = (of: number) => (of === 0 ? null : this.right / of);
    return {
      relevant: this.relevant,
      precision: share(this.right + this.wrong),
      recall: share(this.right + this.missed),
    };
  }
}
