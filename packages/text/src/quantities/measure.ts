import type { Lexicon } from './lexicon.ts';
import type { Numeral } from './numerals.ts';
import type { Token } from './scan.ts';
import { caseUnits, isoCodes } from './symbols.ts';

/** What a number measures, in tokens `first` up to `next` around it. */
export interface Measure {
  unit: string | null;
  /** The unit is money. */
  money: boolean;
  first: number;
  next: number;
}

/** A currency that stands right before token `at`: `$`, `US $`, `RM`, `Rs.`, `USD`. */
export function currencyBefore(
  tokens: readonly Token[],
  at: number,
  lexicon: Lexicon,
): { unit: string; first: number } | null {
  const dot = tokens[at - 1]?.text === '.' && tokens[at - 1]?.glued ? 1 : 0;
  const last = tokens[at - 1 - dot];
  if (last === undefined) return null;
  const gap = tokens[at]?.glued === false && last.kind === 'word' && dot === 0;
  if (isoCodes.has(last.text)) return { unit: last.text, first: at - 1 - dot };
  // As words these stand before an amount only in capitals or as a symbol: RM23, Rs 500, not "real 5".
  const symbol =
    last.kind === 'sign' || /^(?:Rs|Rp|RM|NIS|RMB|Tk)$/.test(last.text) || tokens[at - 2]?.text === '$';
  if (!symbol || (gap && !/^(?:Rs|Rp|RM|NIS|RMB)$/.test(last.text))) return null;
  const found = lexicon.currencies.endingAt(tokens, at - 1 - dot, 2);
  return found === null ? null : { unit: found.value, first: found.first };
}

/** Percent, currency or unit that follows a number, with `per` and a second unit where one follows. */
export function measureAfter(tokens: readonly Token[], numeral: Numeral, lexicon: Lexicon): Measure | null {
  const { first, next } = numeral;
  const hyphen = /^[-‑–]$/.test(tokens[next]?.fold ?? '') && tokens[next + 1]?.kind === 'word' ? 1 : 0;
  const from = ofMoney(tokens, next + hyphen, numeral, lexicon);
  const percent = lexicon.percent.at(tokens, from);
  if (percent !== null) return { unit: percent.value, money: false, first, next: percent.next };
  const money =
    codeAt(tokens, from) ?? (currencyWord(tokens, from) ? lexicon.currencies.at(tokens, from) : null);
  if (money !== null) return { unit: money.value, money: true, first, next: money.next };
  const unit = unitAt(tokens, from, lexicon, hyphen === 1);
  return unit === null ? null : { unit: unit.value, money: false, first, next: unit.next };
}

/** `3 millions d’euros`, `3 millones de dólares`: the currency after `of` where the number ends in a scale. */
function ofMoney(tokens: readonly Token[], at: number, numeral: Numeral, lexicon: Lexicon): number {
  if (numeral.scale < 1000 || !lexicon.of.has(tokens[at]?.fold ?? '')) return at;
  const from = /^['’]$/.test(tokens[at + 1]?.text ?? '') ? at + 2 : at + 1;
  return lexicon.currencies.at(tokens, from) !== null || lexicon.units.at(tokens, from) !== null ? from : at;
}

function codeAt(tokens: readonly Token[], at: number) {
  const text = tokens[at]?.text ?? '';
  return isoCodes.has(text) ? { value: text, next: at + 1 } : null;
}

/** Signs of prefix currencies do not follow their number, `$` excepted by some languages. */
const currencyWord = (tokens: readonly Token[], at: number) =>
  !/^(?:RM|Rp|NIS)$/.test(tokens[at]?.text ?? '');

function unitAt(tokens: readonly Token[], at: number, lexicon: Lexicon, hyphen: boolean) {
  const token = tokens[at];
  if (token === undefined) return null;
  const exact = Object.hasOwn(caseUnits, token.text) ? caseUnits[token.text] : undefined;
  if (exact !== undefined && (token.glued || /^(?:[mglVWL]|MW|TW|Nm|MP)$/.test(token.text)) && !hyphen)
    if (tokens[at + 1]?.text !== '.' || token.glued)
      return withRate(tokens, { value: exact, next: at + 1 }, lexicon);
  const found = lexicon.units.at(tokens, at);
  return found === null ? null : withRate(tokens, found, lexicon);
}

/** `km/h`, `barrels a day`, `metres per second` */
function withRate(tokens: readonly Token[], unit: { value: string; next: number }, lexicon: Lexicon) {
  const rate = rateAt(tokens, unit.next, lexicon);
  return rate === null ? unit : { value: `${unit.value} per ${rate.unit}`, next: rate.next };
}

/** "210 contracts a week earlier" tells when, not how often. */
const isMoment = (token: Token | undefined) =>
  /^(?:ago|earlier|later|before|after|from|of)$/.test(token?.fold ?? '');

/** A rate's second half at token `at`: `per square foot`, `a day`, `/kWh`. Null where none stands. */
export function rateAt(
  tokens: readonly Token[],
  at: number,
  lexicon: Lexicon,
): { unit: string; next: number } | null {
  const hyphen = /^[-‑]$/;
  const from = hyphen.test(tokens[at]?.fold ?? '') ? at + 1 : at;
  const token = tokens[from];
  if (token === undefined || !lexicon.per.has(token.fold)) return null;
  const second = hyphen.test(tokens[from + 1]?.fold ?? '') ? from + 2 : from + 1;
  const unit = lexicon.units.at(tokens, second);
  if (unit !== null) return isMoment(tokens[unit.next]) ? null : { unit: unit.value, next: unit.next };
  const noun = tokens[second];
  // "a" and "each" make a rate only of a unit; "per" of anything.
  const any = token.fold === 'per' || token.fold === '/';
  return any && noun?.kind === 'word' ? { unit: noun.fold, next: second + 1 } : null;
}
