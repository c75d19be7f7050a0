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
const UNKNOWN = 0xffff;
/** Everything from here up is no folded letter. */
export const FIRST_SPECIAL = 0xfffc;

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

/** First and last unit of what is skipped inside words: soft hyphen, vowel signs, tatweel, joiners, directions. */
const IGNORED_RANGES: readonly (readonly [number, number])[] = [
  [0xad, 0xad],
  [0x300, 0x36f],
  [0x591, 0x5bd],
  [0x5bf, 0x5c7],
  [0x610, 0x61a],
  [0x640, 0x640],
  [0x64b, 0x65f],
  [0x670, 0x670],
  [0x6d6, 0x6dc],
  [0x6df, 0x6e4],
  [0x6e7, 0x6e8],
  [0x6ea, 0x6ed],
  [0x200b, 0x200b],
  [0x200d, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
  [0x2066, 0x2069],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
];
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
  if (isIgnored(unit)) return IGNORED;
  const folded = foldChar(char);
  if (folded === '') return SEPARATOR;
  if (folded.length === 1) return folded.charCodeAt(0);
  expansions.set(unit, folded);
  return EXPANDED;
}

function isIgnored(unit: number): boolean {
  return IGNORED_RANGES.some(([from, to]) => unit >= from && unit <= to);
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
    .replace(/\p{Mn}/gu, (mark) => (isIgnored(mark.charCodeAt(0)) ? '' : mark))
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
  let at = 0;
  let gap = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const folded = foldUnit(unit);
    if (folded === IGNORED) continue;
    let piece = '';
    if (folded === SURROGATE) {
      const codePoint = text.codePointAt(i) ?? 0;
      piece = foldPair(codePoint);
      if (codePoint > 0xffff) i++;
    } else if (folded === EXPANDED) piece = foldedUnits(unit);
    if (folded === SEPARATOR || (folded >= FIRST_SPECIAL && piece === '')) {
      gap = at > 0 || out !== '';
      continue;
    }
    if (at > BLOCK - LONGEST) {
      out += written(block, at);
      at = 0;
    }
    if (gap) block[at++] = SPACE;
    gap = false;
    if (folded < FIRST_SPECIAL) block[at++] = folded;
    else for (let k = 0; k < piece.length; k++) block[at++] = piece.charCodeAt(k);
  }
  return out + written(block, at);
}

const SPACE = 0x20;
/** Folded units are gathered here: to put a string together letter by letter costs ten times as much. */
const BLOCK = 2048;
/** More than any one unit folds to (the ligature U+FDFA gives 18), with the space before it. */
const LONGEST = 32;
const block = new Uint16Array(BLOCK);

function written(units: Uint16Array, count: number): string {
  return String.fromCharCode.apply(null, units.subarray(0, count) as unknown as number[]);
}
