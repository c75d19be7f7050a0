import { scanTokens, TokenBuffer } from '@throughline/text';
import { isStopWord } from './stop-words.ts';

const LATIN = /^[a-z]+$/;
const TITLE_CASE_SHARE = 0.6;
const LONG_WORD = 4;

/** The words of a text that tell events apart, and which of them stand in names. */
export interface ReadWords {
  words: string[];
  /** Whether the word begins with a capital inside a sentence. All false In Title Case and in scripts without case. */
  named: boolean[];
  /** UTF-16 offsets of each word in the text as given. */
  starts: number[];
  ends: number[];
}

const buffer = new TokenBuffer();

/** The content words of a text, folded, stop words left out, English endings taken off; at most `limit`. */
export function readWords(text: string, limit: number = Number.POSITIVE_INFINITY): ReadWords {
  buffer.clear();
  scanTokens(text, buffer);
  const words: string[] = [];
  const named: boolean[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let long = 0;
  let capitals = 0;
  let sentence = -1;
  for (let i = 0; i < buffer.count && words.length < limit; i++) {
    const start = buffer.starts[i] ?? 0;
    const capital = isCapital(text.charCodeAt(start));
    if ((buffer.ends[i] ?? 0) - start >= LONG_WORD) {
      long++;
      if (capital) capitals++;
    }
    const opens = buffer.sentences[i] !== sentence;
    sentence = buffer.sentences[i] ?? 0;
    const word = buffer.word(i);
    if (word.length < 2 || isStopWord(word)) continue;
    words.push(LATIN.test(word) ? stem(word) : word);
    named.push(capital && !opens);
    starts.push(start);
    ends.push(buffer.ends[i] ?? start);
  }
  if (capitals > long * TITLE_CASE_SHARE) named.fill(false);
  return { words, named, starts, ends };
}

/** The content words alone. */
export function contentWords(text: string): string[] {
  return readWords(text).words;
}

/** Latin, Greek and Cyrillic capitals; other scripts have none. */
function isCapital(unit: number): boolean {
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a;
  const char = String.fromCharCode(unit);
  return unit < 0x530 && char !== char.toLowerCase();
}

/**
 * A light English stem: plural, -ed, -ing, final e and y. Wrong stems do little harm as long as they are the same
 * for all forms of one word; a strong stemmer would join words of different events.
 */
function stem(word: string): string {
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
