import { countedAfter } from './counted.ts';
import type { Lexicon } from './lexicon.ts';
import { currencyBefore, measureAfter } from './measure.ts';
import { numeralAt } from './numerals.ts';
import type { Token } from './scan.ts';
import { isoCodes } from './symbols.ts';

/**
 * How many tokens from `at` name something rather than count it: scores (2-1), models (TA-35, S10, 5G),
 * labels (Section 301), ordinals (21st), telephone numbers. 0 where the number may be a quantity.
 */
export function nameLength(tokens: readonly Token[], at: number, lexicon: Lexicon): number {
  return (
    slashed(tokens, at) ||
    inWord(tokens, at, lexicon) ||
    suffixed(tokens, at) ||
    dashed(tokens, at, lexicon) ||
    labelled(tokens, at, lexicon)
  );
}

/** Prefixes after which a number is still a number: sub-7, minus-1.4, 0-to-60. */
const prefixes = /^(?:sub|minus|plus|over|under|to|near|about|around|than|a|of|and|or|at|by|mid)$/;

function inWord(tokens: readonly Token[], at: number, lexicon: Lexicon): number {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token?.glued || before === undefined) return 0;
  if (before.kind === 'word') return isMoneyWord(before, lexicon) ? 0 : 1;
  if (/^[#@_]$/.test(before.text)) return 1;
  const word = tokens[at - 2];
  const hyphened = /^[-‑–]$/.test(before.text) && before.glued && word?.kind === 'word';
  return hyphened &&
    !prefixes.test(word.fold) &&
    !lexicon.cardinals.get(word.fold) &&
    !lexicon.scales.get(word.fold) &&
    !lexicon.units.get(word.fold)
    ? 1
    : 0;
}

const isMoneyWord = (token: Token, lexicon: Lexicon) =>
  isoCodes.has(token.text) ||
  (/^(?:[A-Z]{2}|R[sp])$/.test(token.text) && lexicon.currencies.get(token.fold) !== undefined);

/** `9/11`, `24/7`, `6/58`: parted by a slash and no usual fraction. */
function slashed(tokens: readonly Token[], at: number): number {
  const [slash, below] = [tokens[at + 1], tokens[at + 2]];
  return slash?.text === '/' &&
    slash.glued &&
    below?.glued &&
    below.kind === 'number' &&
    !/^[12345]$/.test(tokens[at]?.text ?? '')
    ? 3
    : 0;
}

const suffix = /^(?:st|nd|rd|th|s|ers|er|ere|eme|e|º|ª|o|а|и|я|го|му|х|مه|م|مین|واں|ویں)$/;

/** `21st`, `20s`, `49ers`, `5G`, `3D` */
function suffixed(tokens: readonly Token[], at: number): number {
  const after = tokens[at + 1];
  return after?.glued && (suffix.test(after.fold) || /^[GD]$/.test(after.text)) ? 2 : 0;
}

/** `2-1`, `0345-123-4567`, `3:1`; a dash between two numbers that a unit follows is a range, seen to elsewhere. */
function dashed(tokens: readonly Token[], at: number, lexicon: Lexicon): number {
  let next = at + 1;
  while (
    /^[-‑–:]$/.test(tokens[next]?.text ?? '') &&
    tokens[next]?.glued &&
    tokens[next + 1]?.kind === 'number' &&
    tokens[next + 1]?.glued
  )
    next += 2;
  if (next - at < 3 || (next - at === 3 && isRange(tokens, at, lexicon))) return 0;
  return next - at;
}

/** `3-5 years`, `$3-5`, `10–15%`: something is counted or measured from one to the other. */
function isRange(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  if (tokens[at + 1]?.text === ':') return false;
  const high = numeralAt(tokens, at + 2, lexicon, false);
  if (high === null) return false;
  if (
    high.scale > 1 ||
    currencyBefore(tokens, at, lexicon) !== null ||
    measureAfter(tokens, high, lexicon) !== null
  )
    return true;
  // A score may go down ("2-1 thanks to"); numbers of things from one to another go up.
  const low = numeralAt(tokens, at, lexicon, false);
  return low !== null && low.value < high.value && countedAfter(tokens, high, lexicon) !== null;
}

function labelled(tokens: readonly Token[], at: number, lexicon: Lexicon): number {
  const token = tokens[at];
  if (token?.kind !== 'number' || !/^\p{Nd}+$/u.test(token.text)) return 0;
  const dot = tokens[at - 1]?.text === '.' ? 1 : 0;
  const label = tokens[at - 1 - dot];
  if (label === undefined || !lexicon.labels.has(label.fold)) return 0;
  // "no 5 per cent" does not occur; "no. 5" and "No 5" do.
  return dot === 1 && label.fold !== 'no' && label.fold !== 'nos' && label.fold.length > 4 ? 0 : 1;
}
