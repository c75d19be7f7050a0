import { foldText, isFunctionWord } from '@throughline/text';

/** How many texts of the desk hold each term; what is rare tells more. */
export interface TermStatistics {
  texts: number;
  holding: ReadonlyMap<string, number>;
}

export type TermVector = ReadonlyMap<string, number>;

/** The words of a text that carry a subject, folded. */
export function termsOf(text: string): string[] {
  return foldText(text)
    .split(' ')
    .filter((word) => word.length > 2 && !isFunctionWord(word));
}

/** Counts the texts that hold each term, e.g. over the last weeks' items. */
export function termStatistics(texts: Iterable<string>): TermStatistics {
  const holding = new Map<string, number>();
  let count = 0;
  for (const text of texts) {
    count++;
    for (const term of new Set(termsOf(text))) holding.set(term, (holding.get(term) ?? 0) + 1);
  }
  return { texts: count, holding };
}

/** tf-idf of a text, of length 1: (1 + ln tf) * ln(1 + (N + 1) / (df + 0.5)). The title counts twice. */
export function vectorOf(title: string, text: string, statistics: TermStatistics): TermVector {
  const counts = new Map<string, number>();
  for (const term of [...termsOf(title), ...termsOf(title), ...termsOf(text)])
    counts.set(term, (counts.get(term) ?? 0) + 1);
  const weights = new Map<string, number>();
  for (const [term, count] of counts) weights.set(term, (1 + Math.log(count)) * rarity(term, statistics));
  return scaled(weights, 1 / (norm(weights) || 1));
}

export const rarity = (term: string, { texts, holding }: TermStatistics): number =>
  Math.log(1 + (texts + 1) / ((holding.get(term) ?? 0) + 0.5));

const norm = (vector: TermVector) =>
  Math.sqrt([...vector.values()].reduce((sum, weight) => sum + weight * weight, 0));

const scaled = (vector: TermVector, factor: number): TermVector =>
  new Map([...vector].map(([term, weight]) => [term, weight * factor]));

/** Rocchio: the mean of what was accepted minus a quarter of the mean of what was declined, of length 1. */
export function rocchio(accepted: readonly TermVector[], declined: readonly TermVector[]): TermVector {
  const sum = new Map<string, number>();
  const add = (vectors: readonly TermVector[], weight: number) => {
    for (const vector of vectors)
      for (const [term, value] of vector)
        sum.set(term, (sum.get(term) ?? 0) + (weight * value) / vectors.length);
  };
  add(accepted, 1);
  add(declined, -0.25);
  return scaled(sum, 1 / (norm(sum) || 1));
}

/** Cosine of two vectors of length 1. */
export function cosine(a: TermVector, b: TermVector): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of few) sum += weight * (many.get(term) ?? 0);
  return sum;
}
