import { foldText } from '@throughline/text';
import { hashText, wideHash } from '../hash.ts';

/** What a headline says, for comparing it with another. Hashes are of folded words. */
export interface Headline {
  /** Telling words of the main part, in order. */
  words: Uint32Array;
  /** Hash of the main part. */
  key: number;
  /** Hashes of the other parts, which mostly say who says it. */
  rest: readonly number[];
  /** Whether the end is missing ("Budget talks stall over new ..."). */
  cut: boolean;
}

/** Words that one desk writes and another leaves out. Not "could", "not" or "after": those change what is said. */
const SMALL = new Set(
  'a an the of on in at to for by and is are was were be been has have its his her their my our s'.split(' '),
);
/** "$1.8bn", "$1.8 billion" and "US$1.8B" are one. */
const SPELLINGS: [RegExp, string][] = [
  [/(\d)\s?(?:bn|b|billion)\b/gi, '$1 billion'],
  [/(\d)\s?(?:mn|mln|m|million)\b/gi, '$1 million'],
  [/(\d)\s?(?:percent|per cent|pct|pc)\b/gi, '$1%'],
  // Agencies' customers abroad add it: "US stocks fall", "US$2 million".
  [/(?:^|(?<=[:|–—-]\s))U\.?S\.?(?=\s)|\bU\.?S\.?\s?(?=\$)/g, ''],
  [/\(\s*\+?\s*(?:video|photos?|pictures?|audio)\s*\)/gi, ''],
];
/** Most headlines have nothing of these. */
const SPELT = /[\d(]|U\.?S/;
/** Marks of a section or of an unnamed source say nothing of their own. */
const MARK =
  /^(?:watch|video|photos?|pictures?|listen|audio|live|breaking|exclusive|reports?|sources?|officials?)$/i;
/** Who says it stands before or after: "Minister: it is late", "Minister says it is late", "It is late -minister". */
const PARTS = /\s*:\s+|\s+[-–—|]+\s*(?=\S)|,?\s+(?:says?|said)\s+(?:that\s+)?/i;
/** A shorter main part ("Review", "Results") says too little to stand for the whole. */
const MAIN_WORDS = 4;
const WHOLE_WORDS = 5;

const NO_PARTS: readonly number[] = [];

/** Reads a title from which the marks of agencies were taken; `cut` tells that its end is missing. */
export function readHeadline(title: string, cut: boolean): Headline {
  const plain = SPELT.test(title)
    ? SPELLINGS.reduce((text, [other, one]) => text.replace(other, one), title)
    : title;
  const parts = plain
    .split(PARTS)
    .filter((part) => !MARK.test(part.trim()))
    .map(tellingWords)
    .filter((words) => words.length > 0);
  const main = parts.reduce((most, words) => (words.length > most.length ? words : most), []);
  const apart = main.length >= MAIN_WORDS;
  const whole = apart ? main : parts.flat();
  const rest = apart ? parts.filter((words) => words !== main && !opens(main, words)) : [];
  return {
    words: Uint32Array.from(whole, (word) => hashText(word)),
    key: wideHash(whole.join(' ')),
    rest: rest.length === 0 ? NO_PARTS : rest.map((words) => hashText(words.join(' '))),
    cut,
  };
}

/**
 * Whether headlines say the same words in the same order, but for case, marks, small words, a cut end, and who says
 * it. In another order, or with one telling word more, somebody wrote anew.
 */
export function sameHeadline(a: Headline, b: Headline): boolean {
  if (a.words.length === 0 || !(a.key === b.key || isCutOf(a, b) || isCutOf(b, a))) return false;
  const [fewer, more] = a.rest.length <= b.rest.length ? [a.rest, b.rest] : [b.rest, a.rest];
  const mayLack = Math.min(a.words.length, b.words.length) >= WHOLE_WORDS;
  return (mayLack || fewer.length === more.length) && fewer.every((part) => more.includes(part));
}

/** A key that headlines share with what they are cut from; null for those too short to tell. */
export function openingKey({ words }: Headline): number | null {
  return words.length < WHOLE_WORDS ? null : wideHash(words.slice(0, WHOLE_WORDS).join(' '));
}

function tellingWords(part: string): string[] {
  return foldText(part)
    .split(' ')
    .filter((word) => word !== '' && !SMALL.has(word));
}

/** "Tara Lane - Tara Lane to wed": some feeds put the subject first. */
const opens = (main: string[], words: string[]): boolean => words.every((word, i) => main[i] === word);

const isCutOf = (short: Headline, long: Headline): boolean =>
  short.cut &&
  short.words.length >= WHOLE_WORDS &&
  short.words.length <= long.words.length &&
  short.words.every((word, i) => long.words[i] === word);
