import type { StoryItem } from './item.ts';
import type { ClusterOptions } from './options.ts';
import { vectorOf } from './sparse-sum.ts';
import type { Reading } from './story-state.ts';
import type { Vocabulary } from './vocabulary.ts';
import { readWords } from './words.ts';

/** Content words with what lies between them are shorter than this on average. */
const UNITS_A_WORD = 20;
const DIGITS = /^\p{N}+$/u;

/** A reading, and its terms as words in the same order: they are needed for reasons, and not kept. */
export interface ReadItem {
  reading: Reading;
  words: readonly string[];
}

/** Turns an item into term numbers and weights. */
export function readItem(item: StoryItem, vocabulary: Vocabulary, options: ClusterOptions): ReadItem {
  const body = [item.summary, item.text].filter(Boolean).join(' ');
  const { counts, names } = countWords(item.title, body.slice(0, options.bodyWords * UNITS_A_WORD), options);
  const unsorted = [...counts].map(([word, count]) => {
    const kind = (names.has(word) ? options.nameBoost : 1) * (DIGITS.test(word) ? options.numberBoost : 1);
    return { word, term: vocabulary.number(word), weight: (1 + Math.log(count)) * kind };
  });
  const sorted = unsorted.sort((a, b) => a.term - b.term);
  let squares = 0;
  for (const { weight } of sorted) squares += weight ** 2;
  const scale = 1 / (Math.sqrt(squares) || 1);
  const reading = vectorOf(sorted.length);
  for (const [at, { term, weight }] of sorted.entries()) {
    reading.terms[at] = term;
    reading.weights[at] = weight * scale;
  }
  return { reading, words: sorted.map(({ word }) => word) };
}

/** Words of title and text with their counts; a word of the title counts twice. */
function countWords(title: string, body: string, options: ClusterOptions) {
  const counts = new Map<string, number>();
  const names = new Set<string>();
  for (const word of readWords(title).words) counts.set(word, (counts.get(word) ?? 0) + 2);
  const { words, named } = readWords(body, options.bodyWords);
  for (const [at, word] of words.entries()) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
    if (named[at] || (DIGITS.test(word) && word.length > 1)) names.add(word);
  }
  return { counts, names };
}
