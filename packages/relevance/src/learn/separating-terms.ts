import type { TaggableItem } from '@throughline/schema';
import { extractFeatures } from './features.ts';
import type { InSteps } from './in-steps.ts';

/** A word or pair of words, in how many items of each kind it stands, and how surely it tells them apart. */
export interface SeparatingTerm {
  term: string;
  accepted: number;
  rejected: number;
  /** z of the log-odds; above 0 speaks for the topic. Beyond 2 it is hardly chance. */
  z: number;
}

/** Weight of the prior, in items: a term that stood in one item proves nothing. */
const PRIOR = 10;

/**
 * Terms that separate accepted from rejected items, the surest first: weighted log-odds with an informative Dirichlet
 * prior from both sides together (Monroe, Colaresi and Quinn 2008). Counts items, not occurrences;
 * an item a step.
 */
export function* separatingTerms(
  accepted: readonly TaggableItem[],
  rejected: readonly TaggableItem[],
  count = 20,
): InSteps<SeparatingTerm[]> {
  const counts = new Map<string, { accepted: number; rejected: number }>();
  for (const [side, items] of Object.entries({ accepted, rejected }) as [Side, readonly TaggableItem[]][]) {
    for (const item of items) {
      for (const term of termsOf(item)) {
        const known = counts.get(term);
        if (known === undefined) counts.set(term, { accepted: 0, rejected: 0, [side]: 1 });
        else known[side]++;
      }
      yield;
    }
  }
  const total = accepted.length + rejected.length;
  const found: SeparatingTerm[] = [];
  for (const [term, { accepted: inA, rejected: inB }] of counts) {
    yield;
    if (inA + inB < 2) continue;
    const prior = (PRIOR * (inA + inB)) / total;
    const absent = PRIOR - prior;
    const oddsA = Math.log((inA + prior) / (accepted.length - inA + absent));
    const oddsB = Math.log((inB + prior) / (rejected.length - inB + absent));
    const z = (oddsA - oddsB) / Math.sqrt(1 / (inA + prior) + 1 / (inB + prior));
    found.push({ term, accepted: inA, rejected: inB, z: Math.round(z * 100) / 100 });
  }
  return found.sort((x, y) => Math.abs(y.z) - Math.abs(x.z)).slice(0, count);
}

type Side = 'accepted' | 'rejected';

/** The same items are asked for several times, for other reasons of rejection. */
const known = new WeakMap<TaggableItem, readonly string[]>();

function termsOf(item: TaggableItem): readonly string[] {
  const before = known.get(item);
  if (before !== undefined) return before;
  const { title, summary, text } = item;
  const terms = [...extractFeatures({ title, summary, text }).keys()];
  known.set(item, terms);
  return terms;
}
