import type { StoryItem } from './item.ts';
import { nameWords } from './names.ts';
import type { ClusterOptions } from './options.ts';
import type { Reading } from './story-state.ts';
import type { Vocabulary } from './vocabulary.ts';
import { contentWords } from './words.ts';

/** Characters of the text in which names are looked for; names matter most where the news is told. */
const NAME_REACH = 1500;
const DIGITS = /^\p{N}+$/u;

/** Turns an item into term numbers and weights. `time` is in milliseconds since 1970. */
export function readItem(
  item: StoryItem,
  time: number,
  vocabulary: Vocabulary,
  options: ClusterOptions,
): Reading {
  const body = [item.summary, item.text].filter(Boolean).join(' ');
  const counts = countWords(item.title, body, options);
  const names = nameWords(body.slice(0, NAME_REACH));
  const terms = new Int32Array(counts.size);
  const weights = new Float32Array(counts.size);
  let squares = 0;
  let at = 0;
  for (const [word, count] of counts) {
    const kind = (names.has(word) ? options.nameBoost : 1) * (DIGITS.test(word) ? options.numberBoost : 1);
    const weight = (1 + Math.log(count)) * kind;
    terms[at] = vocabulary.number(word);
    weights[at] = weight;
    squares += (weight * vocabulary.weight(terms[at] ?? 0)) ** 2;
    at++;
  }
  const scale = 1 / (Math.sqrt(squares) || 1);
  return { id: item.id, time, terms, weights: weights.map((weight) => weight * scale) };
}

/** Words of title and text with their counts; a word of the title counts twice. */
function countWords(title: string, body: string, options: ClusterOptions): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of contentWords(title)) counts.set(word, (counts.get(word) ?? 0) + 2);
  for (const word of contentWords(body, options.bodyWords)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
