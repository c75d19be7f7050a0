import { countedAfter } from './counted.ts';
import type { Comparison, Lexicon } from './lexicon.ts';
import { rateAt } from './measure.ts';
import type { Numeral } from './numerals.ts';
import type { Token } from './scan.ts';

/** A number with what it measures or counts, in tokens `first` up to `next`. */
export interface TokenQuantity {
  first: number;
  next: number;
  numeral: Numeral;
  value: number;
  high: number | null;
  unit: string | null;
  money: boolean;
  /** Tokens of what is counted. */
  of: { first: number; next: number } | null;
  comparator: Comparison;
}

/** The quantity with sign, age, rate, counted thing and comparator; null where it says nothing checkable. */
export function completed(
  tokens: readonly Token[],
  raw: TokenQuantity,
  lexicon: Lexicon,
): TokenQuantity | null {
  const signed = withSign(tokens, raw);
  const measured = withAge(tokens, signed, lexicon) ?? withRateOrThing(tokens, signed, lexicon);
  const { comparator, first, next } = comparatorAround(tokens, measured, lexicon);
  const quantity = { ...measured, comparator, first, next: Math.max(next, measured.next) };
  return saysNothing(tokens, raw, quantity, lexicon) ? null : quantity;
}

function withSign(tokens: readonly Token[], quantity: TokenQuantity): TokenQuantity {
  const before = tokens[quantity.first - 1];
  const dash = /^[-−–]$/.test(before?.text ?? '');
  const minus = before?.fold === 'minus' || (dash && tokens[quantity.first - 2]?.fold === 'minus');
  const sign = dash && !before?.glued && tokens[quantity.first]?.glued && quantity.numeral.form === 'digits';
  if (!minus && !sign) return quantity;
  const first = quantity.first - (minus && dash ? 2 : 1);
  return { ...quantity, first, value: -quantity.value, high: quantity.high === null ? null : -quantity.high };
}

/** `50-year-old`, `aged 50`, `Maddon, 66,` */
function withAge(tokens: readonly Token[], quantity: TokenQuantity, lexicon: Lexicon): TokenQuantity | null {
  const { numeral } = quantity;
  const hyphen = /^[-‑]$/.test(tokens[numeral.next]?.fold ?? '') ? 1 : 0;
  const old = lexicon.old.at(tokens, numeral.next + hyphen);
  if (old !== null) return { ...quantity, next: old.next, unit: 'year of age' };
  if (quantity.unit !== null || quantity.value < 1 || quantity.value > 115) return null;
  if (lexicon.aged.endingAt(tokens, quantity.first - 1) !== null) return { ...quantity, unit: 'year of age' };
  const [name, comma, after] = [tokens[numeral.first - 2], tokens[numeral.first - 1], tokens[numeral.next]];
  const inCommas = /^[,،]$/.test(comma?.text ?? '') && /^[,،]$/.test(after?.text ?? '');
  const person = name?.kind === 'word' && (/^\p{Lu}/u.test(name.text) || /^\p{Lo}/u.test(name.text));
  if (!inCommas || !person || !numeral.plain || lexicon.months.get(name.fold) !== undefined) return null;
  return { ...quantity, unit: 'year of age' };
}

/** Money and counted things may be rates; a number without a unit counts the noun that follows. */
function withRateOrThing(tokens: readonly Token[], quantity: TokenQuantity, lexicon: Lexicon): TokenQuantity {
  if (quantity.unit !== null) {
    const rate = quantity.money ? rateAt(tokens, quantity.next, lexicon) : null;
    const of = quantity.unit === '%' || !quantity.money ? ofPhrase(tokens, quantity, lexicon) : null;
    if (rate === null) return { ...quantity, of };
    return { ...quantity, next: rate.next, unit: `${quantity.unit} per ${rate.unit}` };
  }
  const bareRate = rateAt(tokens, quantity.next, lexicon);
  if (bareRate !== null) return { ...quantity, unit: `per ${bareRate.unit}`, next: bareRate.next };
  const counted = countedAfter(tokens, quantity.numeral, lexicon);
  if (counted === null) return quantity;
  const rate = rateAt(tokens, counted.next, lexicon);
  const next = rate?.next ?? counted.next;
  return { ...quantity, of: { first: counted.first, next }, next };
}

/** `3 percent of voters`, `2 million barrels of oil`: what is measured. */
function ofPhrase(tokens: readonly Token[], quantity: TokenQuantity, lexicon: Lexicon): TokenQuantity['of'] {
  if (!lexicon.of.has(tokens[quantity.next]?.fold ?? '')) return null;
  const numeral = { ...quantity.numeral, next: quantity.next };
  return countedAfter(tokens, numeral, lexicon);
}

/** The comparator before or after a quantity, with the span that includes it. */
export function comparatorAround(
  tokens: readonly Token[],
  quantity: TokenQuantity,
  lexicon: Lexicon,
): { comparator: Comparison; first: number; next: number } {
  const { first, next } = quantity;
  const hyphen = tokens[first - 1]?.text === '-' && tokens[first - 1]?.glued ? 1 : 0;
  const before = lexicon.before.endingAt(tokens, first - 1 - hyphen);
  if (before !== null) return { comparator: before.value, first: before.first, next };
  const after = lexicon.after.at(tokens, next) ?? lexicon.after.at(tokens, quantity.numeral.next);
  if (after !== null && !startsNumber(tokens[after.next], lexicon))
    return { comparator: after.value, first, next: Math.max(next, after.next) };
  return { comparator: quantity.numeral.form === 'vague' ? '~' : '=', first, next };
}

/** "13 soldiers and over 170 civilians": what follows belongs to the next number. */
const startsNumber = (token: Token | undefined, lexicon: Lexicon) =>
  token?.kind === 'number' ||
  lexicon.of.has(token?.fold ?? '') ||
  lexicon.cardinals.starts(token?.fold ?? '') ||
  lexicon.scales.starts(token?.fold ?? '');

/** Pronouns (`the one`), vague words without a thing, and the numbers of names (`Stoxx 50`) claim nothing. */
function saysNothing(
  tokens: readonly Token[],
  raw: TokenQuantity,
  quantity: TokenQuantity,
  lexicon: Lexicon,
): boolean {
  const { numeral, unit, of, comparator } = quantity;
  const before = tokens[raw.first - 1];
  const bare = unit === null && of === null;
  if (numeral.form === 'vague') return bare && comparator === '~';
  if (bare && quantity.value === 0 && numeral.form === 'words') return true;
  if (numeral.form === 'words' && quantity.value === 1 && quantity.high === null)
    return bare || lexicon.notOne.has(before?.fold ?? '');
  if (numeral.form !== 'digits' || !numeral.plain || unit !== null || quantity.high !== null) return false;
  if (before === undefined || comparator !== '=') return before === undefined && bare;
  const after = tokens[raw.next];
  // "(4)" after a player's name, "49 Zorro Ranch Road" in a list of addresses.
  if (bare && before.text === '(' && after?.text === ')') return true;
  if (bare && /^[,;(]$/.test(before.text) && /^\p{Lu}/u.test(after?.text ?? '')) return true;
  return inName(tokens, raw.first - 1, lexicon);
}

/** A capitalised word, not the first of its sentence, right before a plain number makes the number part of a name. */
function inName(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || !/\p{Lu}/u.test(token.text) || lexicon.stop.has(token.fold)) return false;
  const before = tokens[at - 1];
  return before !== undefined && !/^[.!?:;"“”‘([—–-]$/.test(before.text);
}
