import type { StoryItem } from './item.ts';
import type { ClusterOptions } from './options.ts';
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
  const terms = new Int32Array(counts.size);
  const weights = new Float32Array(counts.size);
  let at = 0;
  for (const [word, count] of counts) {
    const kind = (names.has(word) ? options.nameBoost : 1) * (DIGITS.test(word) ? options.numberBoost : 1);
    const weight = (1 + Math.log(count)) * kind;
    terms[at] = vocabulary.number(word);
    weights[at] = weight;
    at++;
  }
  let squares = 0;
  for (let i = 0; i < weights.length; i++) squares += (weights[i] ?? 0) ** 2;
  const scale = 1 / (Math.sqrt(squares) || 1);
  for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] ?? 0) * scale;
  return { reading: { terms, weights }, words: [...counts.keys()] };
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
