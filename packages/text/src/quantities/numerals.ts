import { digitsValue } from './digits.ts';
import type { Lexicon } from './lexicon.ts';
import type { Token } from './scan.ts';
import { gluedScales, moneyScales } from './symbols.ts';
import { tidy } from './tidy.ts';
import { wordsValue } from './word-numbers.ts';

/** A number in tokens `first` up to, not including, `next`. */
export interface Numeral {
  first: number;
  next: number;
  value: number;
  /** Upper end, for words that name an order of magnitude. */
  high: number | null;
  form: 'digits' | 'words' | 'fraction' | 'vague';
  /** Digits without separators or decimals: may be a year or a name's number. */
  plain: boolean;
  /** The scale said after the digits or words (million: 1e6); 1 without one. */
  scale: number;
}

const singleFractions = new Map(
  Object.entries({
    '½': 1 / 2,
    '⅓': 1 / 3,
    '⅔': 2 / 3,
    '¼': 1 / 4,
    '¾': 3 / 4,
    '⅕': 1 / 5,
    '⅖': 2 / 5,
    '⅗': 3 / 5,
    '⅘': 4 / 5,
    '⅙': 1 / 6,
    '⅛': 1 / 8,
    '⅜': 3 / 8,
    '⅝': 5 / 8,
    '⅞': 7 / 8,
  }),
);

/** The number that starts at token `at`, if one does. `money`: a currency stands before it, so `m` means million. */
export function numeralAt(
  tokens: readonly Token[],
  at: number,
  lexicon: Lexicon,
  money: boolean,
): Numeral | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const single = singleFractions.get(token.text);
  if (single !== undefined)
    return { first: at, next: at + 1, value: single, high: null, form: 'fraction', plain: false, scale: 1 };
  if (token.kind === 'number') return digitNumeral(tokens, at, lexicon, money);
  if (token.kind !== 'word') return null;
  return (
    vagueNumeral(tokens, at, lexicon) ??
    fractionNumeral(tokens, at, lexicon) ??
    wordNumeral(tokens, at, lexicon)
  );
}

function digitNumeral(
  tokens: readonly Token[],
  at: number,
  lexicon: Lexicon,
  money: boolean,
): Numeral | null {
  const { text, next } = spacedDigits(tokens, at, lexicon);
  const value = digitsValue(text, lexicon.decimal);
  if (value === null) return null;
  const numeral: Numeral = {
    first: at,
    next,
    value,
    high: null,
    form: 'digits',
    plain: /^\p{Nd}+$/u.test(text),
    scale: 1,
  };
  return (
    slashFraction(tokens, numeral) ??
    powerOfTen(tokens, scaled(tokens, mixedFraction(tokens, numeral), lexicon, money))
  );
}

/** `1 234 567`: groups parted by spaces, where a language writes so or the space is a narrow or fixed one. */
function spacedDigits(
  tokens: readonly Token[],
  at: number,
  lexicon: Lexicon,
): { text: string; next: number } {
  const head = tokens[at];
  let text = head?.text ?? '';
  let next = at + 1;
  if (!/^[1-9]\d{0,2}$/.test(text) || lexicon.decimal !== ',') return { text, next };
  for (let token = tokens[next]; token !== undefined; token = tokens[++next]) {
    const before = tokens[next - 1];
    const parted = token.start - (before?.end ?? 0) === 1;
    if (token.kind !== 'number' || !parted || !/^\d{3}(?:,\d+)?$/.test(token.text)) break;
    text += token.text;
    if (token.text.includes(',')) return { text, next: next + 1 };
  }
  return { text, next };
}

/** `1/16`, `1⁄32`; not `9/11`, which names a day. */
function slashFraction(tokens: readonly Token[], numeral: Numeral): Numeral | null {
  const slash = tokens[numeral.next];
  const below = tokens[numeral.next + 1];
  if (slash === undefined || !/^[/⁄]$/.test(slash.text) || below?.kind !== 'number' || !numeral.plain)
    return null;
  const divisor = Number(below.text);
  const whole = tokens[numeral.next + 2]?.text === '/';
  if (!Number.isInteger(divisor) || divisor <= numeral.value || whole || numeral.value > 99) return null;
  const usual = [2, 3, 4, 5, 8, 10, 16, 32, 64, 100, 128].includes(divisor);
  if (!usual) return null;
  return {
    ...numeral,
    next: numeral.next + 2,
    value: numeral.value / divisor,
    form: 'fraction',
    plain: false,
  };
}

/** `2 ½`, `2½`. */
function mixedFraction(tokens: readonly Token[], numeral: Numeral): Numeral {
  const part = singleFractions.get(tokens[numeral.next]?.text ?? '');
  if (part === undefined || !numeral.plain) return numeral;
  return { ...numeral, next: numeral.next + 1, value: numeral.value + part, plain: false };
}

/** `1.99×10^30`, `3 x 10⁶`. */
function powerOfTen(tokens: readonly Token[], numeral: Numeral): Numeral {
  const [times, ten, power, sign, digits] = [0, 1, 2, 3, 4].map((i) => tokens[numeral.next + i]?.text ?? '');
  if (!/^[×xX*]$/.test(times ?? '') || ten !== '10') return numeral;
  const hat = power === '^' ? 1 : 0;
  const [first, second] = hat ? [sign, digits] : [power, sign];
  const negative = /^[-−–]$/.test(first ?? '');
  const exponent = negative ? second : first;
  if (!/^\d{1,3}$/.test(exponent ?? '')) return numeral;
  const value = numeral.value * 10 ** (Number(exponent) * (negative ? -1 : 1));
  return { ...numeral, value, next: numeral.next + 3 + hat + (negative ? 1 : 0), plain: false };
}

/** Scale words and letters after a number: `4.3M`, `1.2 billion`, `2 lakh crore`, `4 hundred million`. */
function scaled(tokens: readonly Token[], numeral: Numeral, lexicon: Lexicon, money: boolean): Numeral {
  let { next } = numeral;
  let factor = 1;
  const letters = tokens[next];
  const scales = money ? moneyScales : gluedScales;
  const glued = letters?.glued === true && letters.kind === 'word' && Object.hasOwn(scales, letters.text);
  if (glued) {
    factor *= scales[letters.text] ?? 1;
    next++;
  }
  for (;;) {
    const from = tokens[next]?.fold === '-' ? next + 1 : next;
    const scale = lexicon.scales.at(tokens, from);
    if (scale === null) break;
    factor *= scale.value;
    next = scale.next;
  }
  return next === numeral.next
    ? numeral
    : { ...numeral, value: tidy(numeral.value * factor), next, plain: false, scale: factor };
}

function vagueNumeral(tokens: readonly Token[], at: number, lexicon: Lexicon): Numeral | null {
  const found = lexicon.vague.at(tokens, at);
  if (found === null) return null;
  const [value, high] = found.value;
  return { first: at, next: found.next, value, high, form: 'vague', plain: false, scale: 1 };
}

/** `a third of`, `two-thirds`, `half of`: parts of a whole, not ordinals (`the third of May`). */
function fractionNumeral(tokens: readonly Token[], at: number, lexicon: Lexicon): Numeral | null {
  const fold = tokens[at]?.fold ?? '';
  const whole = lexicon.partNeedsOf ? null : lexicon.fractions.at(tokens, at);
  if (whole !== null)
    return {
      first: at,
      next: whole.next,
      value: whole.value,
      high: null,
      form: 'fraction',
      plain: false,
      scale: 1,
    };
  const count = lexicon.articles.has(fold) ? 1 : lexicon.cardinals.get(fold);
  const from = count === undefined ? at : tokens[at + 1]?.fold === '-' ? at + 2 : at + 1;
  const part = lexicon.fractions.at(tokens, from);
  if (part === null || count === 0 || (count !== undefined && count >= 20)) return null;
  const ofWhole = lexicon.of.has(tokens[part.next]?.fold ?? '');
  // "three quarters" without "of" may be nine months; one part of nothing is a place in a row.
  const several = count !== undefined && count > 1 && part.value !== 1 / 4;
  if (!ofWhole && !several) return null;
  if (count === undefined && (part.value !== 1 / 2 || lexicon.ordinalCues.has(tokens[at - 1]?.fold ?? '')))
    return null;
  const scale = wholeScale(tokens, part.next + 1, lexicon);
  const value = (count ?? 1) * part.value * (scale?.value ?? 1);
  const next = scale?.next ?? part.next;
  return { first: at, next, value, high: null, form: scale ? 'words' : 'fraction', plain: false, scale: 1 };
}

/** `a quarter of a million` */
function wholeScale(tokens: readonly Token[], at: number, lexicon: Lexicon) {
  return lexicon.articles.has(tokens[at]?.fold ?? '') ? lexicon.scales.at(tokens, at + 1) : null;
}

/** Numbers in words: `twenty-five`, `two hundred and fifty thousand`, `half a million`, `a hundred`. */
function wordNumeral(tokens: readonly Token[], at: number, lexicon: Lexicon): Numeral | null {
  const found = wordsValue(tokens, at, lexicon);
  if (found === null) return null;
  // "seventy-sixth", "twenty-first" are places in a row.
  if (
    /^[-‑]$/.test(tokens[found.next]?.fold ?? '') &&
    lexicon.ordinals.has(tokens[found.next + 1]?.fold ?? '')
  )
    return null;
  return {
    first: at,
    next: found.next,
    value: found.value,
    high: null,
    form: 'words',
    plain: false,
    scale: found.scale,
  };
}
