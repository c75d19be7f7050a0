/**
 * Folding of text for comparison, one UTF-16 unit at a time, so that every folded unit keeps its place in the source.
 *
 * Folded are: compatibility forms (NFKC), case, Latin, Greek and Cyrillic diacritics, the Arabic-script letters that
 * keyboards of different languages write differently (kaf, yeh, alef, heh), tatweel and vowel signs, and Eastern digits.
 * NFKC alone does not fold the Arabic variants, so a word typed on one keyboard would never match another's text.
 */

/** In the table: the unit separates words. */
export const SEPARATOR = 0;
/** In the table: the unit is skipped inside a word (vowel signs, soft hyphen, joiners). */
export const IGNORED = 0xfffe;
/** In the table: the unit folds to several units, see {@link foldedUnits}. */
export const EXPANDED = 0xfffd;
/** In the table: half of a surrogate pair; the pair is folded by {@link foldPair}. */
export const SURROGATE = 0xfffc;
/** In the table: not looked at yet; ask {@link foldUnit}. */
export const UNKNOWN = 0xffff;
/** Everything from here up is no folded letter. */
export const FIRST_SPECIAL = SURROGATE;

/** Folded unit for each UTF-16 unit, filled as units are met: building it whole costs 40 ms at start. */
export const foldTable: Uint16Array = new Uint16Array(0x10000).fill(UNKNOWN);

const expansions = new Map<number, string>();
const pairs = new Map<number, string>();

/** Letters without a decomposition, Arabic-script variants, and digits that NFKC leaves alone. */
const REPLACED = new Map<string, string>(
  Object.entries({
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ł: 'l',
    ħ: 'h',
    ı: 'i',
    أ: 'ا',
    إ: 'ا',
    آ: 'ا',
    ٱ: 'ا',
    ي: 'ی',
    ى: 'ی',
    ې: 'ی',
    ۍ: 'ی',
    ئ: 'ی',
    ێ: 'ی',
    ے: 'ی',
    ۓ: 'ی',
    ك: 'ک',
    ګ: 'گ',
    ڪ: 'ک',
    ة: 'ه',
    ۀ: 'ه',
    ۃ: 'ه',
    ہ: 'ه',
    ۂ: 'ه',
    ھ: 'ه',
    ە: 'ه',
    ؤ: 'و',
    ۇ: 'و',
    ڼ: 'ن',
    ں: 'ن',
  }),
);

const MARK_IGNORED =
  /[\u00ad\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]/;
const WORD = /^[\p{L}\p{N}\p{M}]+$/u;
const DIGIT = /^\p{Nd}$/u;

/**
 * Folds one UTF-16 unit and remembers the answer in {@link foldTable}.
 *
 * @returns the folded unit, or one of SEPARATOR, IGNORED, EXPANDED, SURROGATE.
 */
export function foldUnit(unit: number): number {
  const known = foldTable[unit] ?? SEPARATOR;
  if (known !== UNKNOWN) return known;
  const folded = computeUnit(unit);
  foldTable[unit] = folded;
  return folded;
}

function computeUnit(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return SURROGATE;
  const char = String.fromCharCode(unit);
  if (MARK_IGNORED.test(char)) return IGNORED;
  const folded = foldChar(char);
  if (folded === '') return SEPARATOR;
  if (folded.length === 1) return folded.charCodeAt(0);
  expansions.set(unit, folded);
  return EXPANDED;
}

/** What an EXPANDED unit folds to: "ß" to "ss". */
export function foldedUnits(unit: number): string {
  return expansions.get(unit) ?? '';
}

/** Folds a code point above the basic plane; '' when it is no letter or digit (emoji, a lone half). */
export function foldPair(codePoint: number): string {
  const known = pairs.get(codePoint);
  if (known !== undefined) return known;
  const lone = codePoint >= 0xd800 && codePoint <= 0xdfff;
  const folded = lone ? '' : foldChar(String.fromCodePoint(codePoint));
  // The bound keeps a hostile text from filling memory: there are a million code points.
  if (pairs.size < 4096) pairs.set(codePoint, folded);
  return folded;
}

function foldChar(char: string): string {
  const plain = char
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u064b-\u065f\u0670]/g, '')
    .normalize('NFC');
  let out = '';
  for (const c of plain) {
    if (!WORD.test(c)) continue;
    out += DIGIT.test(c) ? digitValue(c) : (REPLACED.get(c) ?? c);
  }
  return out;
}

/** Decimal digits of every script stand in runs of ten that start at a multiple Unicode fixes per script. */
function digitValue(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero--;
  return String(code - zero);
}

/**
 * Folds a whole string: words as they are compared, separated by one space. "L’État à São-Paulo" gives
 * "l etat a sao paulo". For keys and equality; offsets are lost, see tokens.ts where they matter.
 */
export function foldText(text: string): string {
  let out = '';
  let gap = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const folded = foldUnit(unit);
    let piece = '';
    if (folded === SURROGATE) {
      const codePoint = text.codePointAt(i) ?? 0;
      piece = foldPair(codePoint);
      if (codePoint > 0xffff) i++;
    } else if (folded === EXPANDED) piece = foldedUnits(unit);
    else if (folded === IGNORED) continue;
    else if (folded !== SEPARATOR) piece = String.fromCharCode(folded);
    if (piece === '') gap = out !== '';
    else {
      out += gap ? ` ${piece}` : piece;
      gap = false;
    }
  }
  return out;
}
