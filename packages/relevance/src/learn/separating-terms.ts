import type { TaggableItem } from '@throughline/schema';
import { extractFeatures } from './features.ts';

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
 * prior from both sides together (Monroe, Colaresi and Quinn 2008). Counts items, not occurrences.
 */
export function separatingTerms(
  accepted: readonly TaggableItem[],
  rejected: readonly TaggableItem[],
  count = 20,
): SeparatingTerm[] {
  const a = documentCounts(accepted);
  const b = documentCounts(rejected);
  const total = accepted.length + rejected.length;
  const terms = new Set([...a.keys(), ...b.keys()]);
  const found: SeparatingTerm[] = [];
  for (const term of terms) {
    const inA = a.get(term) ?? 0;
    const inB = b.get(term) ?? 0;
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

function documentCounts(items: readonly TaggableItem[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { title, summary, text } of items) {
    for (const term of extractFeatures({ title, summary, text }).keys())
      counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}
