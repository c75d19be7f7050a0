import { isStopWord } from './stop-words.ts';

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}]+)?/gu;
const LATIN = /^[a-z]+$/;

/** The words of a text that tell events apart: folded, stop words left out, English endings taken off. */
export function contentWords(text: string, limit = Number.POSITIVE_INFINITY): string[] {
  const words: string[] = [];
  for (const match of text.normalize('NFKC').toLowerCase().matchAll(WORD)) {
    if (words.length >= limit) break;
    const word = match[0].replace(/['’]s$/, '').replace(/['’]/, '');
    if (word.length >= 2 && !isStopWord(word)) words.push(LATIN.test(word) ? stem(word) : word);
  }
  return words;
}

/**
 * A light English stem: plural, -ed, -ing, final e and y. Wrong stems do little harm as long as they are the same
 * for all forms of one word; a strong stemmer would join words of different events.
 */
export function stem(word: string): string {
  if (word.length <= 3) return word;
  let root = withoutEnding(word);
  if (root.length > 4 && root.endsWith('e')) root = root.slice(0, -1);
  if (root.length > 4 && root.endsWith('y')) root = `${root.slice(0, -1)}i`;
  return root;
}

function withoutEnding(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (word.length > 5 && word.endsWith('ing')) return undoubled(word.slice(0, -3));
  if (word.length > 4 && word.endsWith('ed')) return undoubled(word.slice(0, -2));
  if (word.length > 4 && /(?:sh|ch|x|z|ss)es$/.test(word)) return word.slice(0, -2);
  return /(?:[^suiy]|[aeo]y)s$/.test(word) ? word.slice(0, -1) : word;
}

const undoubled = (root: string): string => (/([^aeioulsz])\1$/.test(root) ? root.slice(0, -1) : root);
