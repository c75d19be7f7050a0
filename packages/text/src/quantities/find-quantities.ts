import { countedAfter, isPlural } from './counted.ts';
import { type DateSpan, dateAt } from './dates.ts';
import type { Lexicon } from './lexicon.ts';
import { nameLength } from './masks.ts';
import { currencyBefore, measureAfter } from './measure.ts';
import { type Numeral, numeralAt } from './numerals.ts';
import { joinRanges } from './ranges.ts';
import type { Token } from './scan.ts';
import { comparatorAround, completed, type TokenQuantity } from './token-quantity.ts';

/** All numbers of a text that count or measure, and its dates, each in order. */
export function quantitiesAndDates(
  tokens: readonly Token[],
  lexicon: Lexicon,
): { quantities: TokenQuantity[]; dates: DateSpan[] } {
  const raw: TokenQuantity[] = [];
  const dates: DateSpan[] = [];
  for (let at = 0; at < tokens.length; ) {
    const date = dateAt(tokens, at, lexicon);
    const quantity = date !== null && date.weak !== true ? null : quantityAt(tokens, at, lexicon);
    if (date !== null && (quantity === null || !outweighs(tokens, quantity, lexicon))) {
      dates.push(date);
      at = date.next;
    } else if (quantity !== null) {
      raw.push(quantity);
      at = quantity.next;
    } else at += tokens[at]?.kind === 'number' ? Math.max(1, nameLength(tokens, at, lexicon)) : 1;
  }
  const joined = joinRanges(tokens, raw, lexicon);
  return { quantities: joined.flatMap((quantity) => completed(tokens, quantity, lexicon) ?? []), dates };
}

/** What might be a year is a quantity where it has money, a unit, a comparator or something to count. */
function outweighs(tokens: readonly Token[], quantity: TokenQuantity, lexicon: Lexicon): boolean {
  if (quantity.unit === 'year') return false;
  if (rangeWithUnit(tokens, quantity, lexicon)) return true;
  if (quantity.unit !== null || comparedNumber(tokens, quantity, lexicon)) return true;
  const counted = countedAfter(tokens, quantity.numeral, lexicon);
  if (counted === null || counted.next - counted.first > 1 || lexicon.language !== 'en') return false;
  const noun = tokens[counted.first];
  return isPlural(noun) && /^\p{Ll}/u.test(noun?.text ?? '');
}

/** `2000 - 2500 calories` */
function rangeWithUnit(tokens: readonly Token[], quantity: TokenQuantity, lexicon: Lexicon): boolean {
  const link = tokens[quantity.next];
  if (
    !/^[-–—]$/.test(link?.text ?? '') &&
    lexicon.rangeTo.at(tokens, quantity.next)?.next !== quantity.next + 1
  )
    return false;
  const high = quantityAt(tokens, quantity.next + 1, lexicon);
  return high !== null && high.unit !== null && high.unit !== '%' && high.value > quantity.value;
}

/** "more than 2000, but not "around 2030", "surpassing 2022" or "above 2019 levels". */
function comparedNumber(tokens: readonly Token[], quantity: TokenQuantity, lexicon: Lexicon): boolean {
  const { comparator } = comparatorAround(tokens, quantity, lexicon);
  const before = tokens[quantity.first - 1]?.fold ?? '';
  return comparator !== '=' && comparator !== '~' && !/^(?:above|below|beyond|.+ing|.+ed)$/.test(before);
}

/** `sixfold`, `عامين`: one word says number and unit. */
function wordWithUnit(at: number, next: number, value: number, unit: string): TokenQuantity {
  const numeral: Numeral = { first: at, next, value, high: null, form: 'words', plain: false, scale: 1 };
  return { first: at, next, numeral, value, high: null, unit, money: false, of: null, comparator: '=' };
}

function quantityAt(tokens: readonly Token[], at: number, lexicon: Lexicon): TokenQuantity | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const times = token.kind === 'word' ? lexicon.multiples.at(tokens, at) : null;
  if (times !== null) return wordWithUnit(at, times.next, times.value, 'times');
  const dual = token.kind === 'word' ? lexicon.duals.at(tokens, at) : null;
  if (dual !== null) return wordWithUnit(at, dual.next, 2, dual.value);
  const before = token.kind === 'number' ? currencyBefore(tokens, at, lexicon) : null;
  const numeral = numeralAt(tokens, at, lexicon, before !== null);
  if (numeral === null) return null;
  if (token.kind === 'number' && before === null && nameLength(tokens, at, lexicon) > 0) return null;
  const measure = before === null ? measureAfter(tokens, numeral, lexicon) : null;
  return {
    first: before?.first ?? at,
    next: measure?.next ?? numeral.next,
    numeral,
    value: numeral.value,
    high: numeral.high,
    unit: before?.unit ?? measure?.unit ?? null,
    money: before !== null || measure?.money === true,
    of: null,
    comparator: '=',
  };
}
