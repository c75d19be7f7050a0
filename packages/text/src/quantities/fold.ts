import { foldText } from '../normalise.ts';

const cache = new Map<string, string>();

/** A word as it is looked up, folded as everywhere in this package; signs stay as they are. */
export function foldWord(word: string): string {
  if (/^[a-z]+$/.test(word)) return word;
  const known = cache.get(word);
  if (known !== undefined) return known;
  const folded = /\p{L}/u.test(word) ? foldText(word) : word.replace('’', "'");
  // Bounded: a stream of nonsense words must not grow the heap.
  if (cache.size > 20_000) cache.clear();
  cache.set(word, folded);
  return folded;
}
