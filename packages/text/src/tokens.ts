import {
  EXPANDED,
  FIRST_SPECIAL,
  foldedUnits,
  foldPair,
  foldTable,
  foldUnit,
  IGNORED,
  SEPARATOR,
  SURROGATE,
} from './normalise.ts';

/** A word of a text. `start`/`end` are UTF-16 offsets into the text as given, `text` is folded for comparison. */
export interface Token {
  text: string;
  start: number;
  end: number;
  /** Which sentence of the text it stands in, from 0. */
  sentence: number;
}

const FULL_STOP = 0x2e;
const NEWLINE = 0x0a;
const SPACE = 0x20;

/**
 * The words of one text, in flat arrays that are used again for the next text: making an object for each word costs
 * more than finding it. Read index i < count: source span starts[i]..ends[i], folded units
 * folded[foldedStarts[i]..foldedStarts[i + 1]], and their hash (see hashUnit) in hashes[i].
 */
export class TokenBuffer {
  count = 0;
  sentence = 0;
  starts: Int32Array = new Int32Array(1024);
  ends: Int32Array = new Int32Array(1024);
  sentences: Int32Array = new Int32Array(1024);
  hashes: Int32Array = new Int32Array(1024);
  foldedStarts: Int32Array = new Int32Array(1025);
  folded: Uint16Array = new Uint16Array(8192);
  /** The text that was scanned last, unit by unit; the bytes are the same memory. */
  private units: Uint16Array = new Uint16Array(8192);
  private bytes: Buffer = Buffer.from(this.units.buffer);

  /** Forgets the words, keeps the memory unless one huge text has grown it beyond 1 MB. */
  clear(): void {
    this.count = 0;
    this.sentence = 0;
    this.foldedStarts[0] = 0;
    if (this.folded.length <= 524_288) return;
    this.starts = new Int32Array(1024);
    this.ends = new Int32Array(1024);
    this.sentences = new Int32Array(1024);
    this.hashes = new Int32Array(1024);
    this.foldedStarts = new Int32Array(1025);
    this.folded = new Uint16Array(8192);
    this.units = new Uint16Array(8192);
    this.bytes = Buffer.from(this.units.buffer);
  }

  /**
   * The units of a text with a 0 behind them, and room for its words: one copy of all is ten times faster than asking
   * for each.
   */
  load(text: string): Uint16Array {
    this.reserve(text.length);
    if (text.length >= this.units.length) {
      this.units = new Uint16Array(text.length * 2);
      this.bytes = Buffer.from(this.units.buffer);
    }
    this.bytes.write(text, 0, 'utf16le');
    this.units[text.length] = 0;
    return this.units;
  }

  /** The folded word at i, as a string. */
  word(i: number): string {
    const from = this.foldedStarts[i] ?? 0;
    const to = this.foldedStarts[i + 1] ?? 0;
    const slot = (this.hashes[i] ?? 0) & (MET_WORDS - 1);
    const met = metWords[slot] ?? '';
    if (isWritten(met, this.folded, from, to)) return met;
    const word = written(this.folded, from, to);
    if (word.length <= LONG_WORD) metWords[slot] = word;
    return word;
  }

  /** Makes room for a text of `length` units: at most so many words, and a few units more where letters expand. */
  private reserve(length: number): void {
    const words = this.count + length + 1;
    if (words >= this.starts.length) {
      const size = words * 2;
      this.starts = grown(this.starts, new Int32Array(size));
      this.ends = grown(this.ends, new Int32Array(size));
      this.sentences = grown(this.sentences, new Int32Array(size));
      this.hashes = grown(this.hashes, new Int32Array(size));
      this.foldedStarts = grown(this.foldedStarts, new Int32Array(size + 1));
    }
    // No unit folds to more than 18 (the ligature U+FDFA); those are rare, so room is checked where they expand.
    const units = (this.foldedStarts[this.count] ?? 0) + length + 32;
    if (units >= this.folded.length) this.folded = grown(this.folded, new Uint16Array(units * 2));
  }
}

/** Most words of a text were met a moment ago: comparing with that string is five times faster than making it anew. */
const MET_WORDS = 1 << 14;
const LONG_WORD = 32;
const metWords = new Array<string>(MET_WORDS).fill('');

function isWritten(word: string, units: Uint16Array, from: number, to: number): boolean {
  if (word.length !== to - from) return false;
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== units[from + i]) return false;
  return true;
}

/** Unit by unit: for the length of a word that is faster than any one call. */
function written(units: Uint16Array, from: number, to: number): string {
  let word = '';
  for (let i = from; i < to; i++) word += String.fromCharCode(units[i] ?? 0);
  return word;
}

function grown<T extends Int32Array | Uint16Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** The hash of no units. */
export const NO_UNITS: number = 0x811c9dc5 | 0;

/** Takes one more folded unit into the hash of a word (FNV-1a over UTF-16 units). */
export function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/**
 * Appends the words of `text` to `into`. Words are runs of letters, digits and marks; "U.N." is the one word "un";
 * every ideograph or kana stands alone, so that terms of such scripts are found without guessing where words end.
 * Hyphens and apostrophes separate. Linear in the text; a lone surrogate separates.
 */
export function scanTokens(text: string, into: TokenBuffer): void {
  const units = into.load(text);
  const { starts, ends, sentences, hashes, foldedStarts } = into;
  let folded = into.folded;
  let count = into.count;
  let sentence = into.sentence;
  let at = foldedStarts[count] ?? 0;
  let wordAt = at;
  let hash = NO_UNITS;
  let start = 0;
  let end = 0;
  const length = text.length;

  let i = 0;
  for (; i < length; i++) {
    if (at === wordAt) {
      // Most of a text is plain letters up to a space: stay here while they last.
      for (;;) {
        let fold = foldTable[units[i] as number] as number;
        if (!isPlain(fold)) break;
        start = i;
        hash = NO_UNITS;
        do {
          folded[at++] = fold;
          hash = hashUnit(hash, fold);
          // No need to look for the end: `load` has put a unit there that is not plain.
          fold = foldTable[units[++i] as number] as number;
        } while (isPlain(fold));
        end = i;
        if (i >= length || units[i] !== SPACE) break;
        starts[count] = start;
        ends[count] = end;
        sentences[count] = sentence;
        hashes[count] = hash;
        foldedStarts[++count] = wordAt = at;
        if (++i >= length) break;
      }
      if (i >= length) break;
    }
    const unit = units[i] as number;
    let fold = foldTable[unit] as number;
    if (fold >= FIRST_SPECIAL) {
      fold = foldUnit(unit);
      if (fold === IGNORED) {
        if (at > wordAt) end = i + 1;
        continue;
      }
      if (fold === SURROGATE || fold === EXPANDED) {
        const codePoint = fold === SURROGATE ? (text.codePointAt(i) ?? 0) : unit;
        const piece = fold === SURROGATE ? foldPair(codePoint) : foldedUnits(unit);
        const width = codePoint > 0xffff ? 2 : 1;
        if (piece !== '') {
          if (at + piece.length + (length - i) >= folded.length) {
            into.folded = folded = grown(folded, new Uint16Array(folded.length * 2 + piece.length));
          }
          if (at === wordAt) {
            start = i;
            hash = NO_UNITS;
          }
          for (let k = 0; k < piece.length; k++) {
            folded[at] = piece.charCodeAt(k);
            hash = hashUnit(hash, folded[at++] as number);
          }
          end = i + width;
          i += width - 1;
          continue;
        }
        fold = SEPARATOR;
        i += width - 1;
      }
    }
    if (fold !== SEPARATOR) {
      if (fold >= 0x0e00 && standsAlone(fold)) {
        if (at > wordAt) {
          starts[count] = start;
          ends[count] = end;
          sentences[count] = sentence;
          hashes[count] = hash;
          foldedStarts[++count] = at;
        }
        folded[at++] = fold;
        starts[count] = i;
        ends[count] = i + 1;
        sentences[count] = sentence;
        hashes[count] = hashUnit(NO_UNITS, fold);
        foldedStarts[++count] = wordAt = at;
        continue;
      }
      if (at === wordAt) {
        start = i;
        hash = NO_UNITS;
      }
      folded[at++] = fold;
      hash = hashUnit(hash, fold);
      end = i + 1;
      continue;
    }
    const open = at > wordAt;
    if (unit === FULL_STOP && open && insideAcronym(units, length, start, i)) {
      continue;
    }
    if (open) {
      starts[count] = start;
      ends[count] = end;
      sentences[count] = sentence;
      hashes[count] = hash;
      foldedStarts[++count] = wordAt = at;
    }
    if (unit <= SPACE && unit !== NEWLINE) continue;
    if (!endsSentence(text, units, i) || count === 0) continue;
    const word = { folded, from: foldedStarts[count - 1] as number, to: foldedStarts[count] as number };
    if (!abbreviated(word, units, i, start, end)) sentence++;
  }
  if (at > wordAt) {
    starts[count] = start;
    ends[count] = end;
    sentences[count] = sentence;
    hashes[count] = hash;
    foldedStarts[++count] = at;
  }
  into.count = count;
  into.sentence = sentence + 1;
}

/** A letter or digit of a script that writes with spaces; one comparison, as it is asked for every letter. */
function isPlain(fold: number): boolean {
  return (fold - 1) >>> 0 < 0x0dff;
}

/** Scripts that write without spaces (Thai and its kin, kana, ideographs) are compared letter by letter. From U+0E00 up. */
function standsAlone(unit: number): boolean {
  return (
    unit <= 0x0eff ||
    (unit >= 0x1000 && unit <= 0x109f) ||
    (unit >= 0x1780 && unit <= 0x17ff) ||
    (unit >= 0x3040 && unit <= 0x30ff) ||
    (unit >= 0x3400 && unit <= 0x9fff) ||
    (unit >= 0xf900 && unit <= 0xfaff)
  );
}

/** The stop in "U.N." when the next letter is single too: then the letters make one word. */
function insideAcronym(units: Uint16Array, length: number, start: number, stop: number): boolean {
  const single = stop - start === 1 || units[stop - 2] === FULL_STOP;
  const letterAt = (i: number) => i < length && isLetter(units[i] as number);
  return single && letterAt(stop + 1) && !letterAt(stop + 2);
}

function isLetter(unit: number): boolean {
  if (unit < 0x80) return (unit | 32) >= 0x61 && (unit | 32) <= 0x7a;
  const fold = foldUnit(unit);
  return fold !== SEPARATOR && fold < FIRST_SPECIAL;
}

/** Quotes and brackets may close after the stop; then white space or the end must follow, and no small letter. */
function endsSentence(text: string, units: Uint16Array, i: number): boolean {
  const mark = MARKS[units[i] as number] as number;
  if (mark !== STOPS_MAYBE) return mark === STOPS_ALWAYS;
  const { length } = text;
  let next = i + 1;
  while (next < length && MARKS[units[next] as number] === CLOSES) next++;
  if (next >= length) return true;
  if (!isSpace(units[next] as number)) return false;
  while (next < length && isSpace(units[next] as number)) next++;
  const unit = next < length ? (units[next] as number) : SPACE;
  if (unit < 0x80) return unit < 0x61 || unit > 0x7a;
  const char = text[next] ?? '';
  return !(char !== char.toUpperCase() && char === char.toLowerCase());
}

const [STOPS_ALWAYS, STOPS_MAYBE, CLOSES] = [1, 2, 3];
/** By unit: stops that end a sentence whatever follows, those for which it counts, and what may close after them. */
const MARKS = new Uint8Array(0x10000);
for (const [mark, units] of [
  [STOPS_ALWAYS, '؟۔。！？।\n'],
  [STOPS_MAYBE, '.!?…'],
  [CLOSES, `"'’”»)]`],
] as const)
  for (const unit of units) MARKS[unit.charCodeAt(0)] = mark;

function isSpace(unit: number): boolean {
  return (
    unit === SPACE || (unit >= 0x09 && unit <= 0x0d) || (unit > 0x80 && /\s/.test(String.fromCharCode(unit)))
  );
}

/** Folded, as numbers: cutting a string out of the text for each stop costs more than all else about it. */
const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof gen sen rep gov lt col sgt capt st jr sr vs no inc corp co ltd dept est jan feb mar apr jun jul aug sep sept oct nov dec mme mm sra sres srta art num'
    .split(' ')
    .map((word) => [...word].reduce((number, letter) => shortWord(number, letter.charCodeAt(0)), 0)),
);
const LONGEST_ABBREVIATION = 4;

/** One letter more of a word of at most four ASCII letters, as a small number. */
function shortWord(number: number, letter: number): number {
  return number * 128 + letter;
}

/** Does the word at `start` .. `end` of the text, folded in `word`, end with a stop only because it is cut short? */
function abbreviated(
  word: { folded: Uint16Array; from: number; to: number },
  units: Uint16Array,
  stop: number,
  start: number,
  end: number,
): boolean {
  if (units[stop] !== FULL_STOP) return false;
  // An initial or an acronym ("U.S. tariffs", "J. Smith") rarely ends a sentence in news.
  if (end - start === 1 || (end - start <= 9 && units[end - 2] === FULL_STOP)) return true;
  if (word.to - word.from > LONGEST_ABBREVIATION) return false;
  let number = 0;
  for (let at = word.from; at < word.to; at++) {
    const letter = word.folded[at] as number;
    if (letter >= 0x80) return false;
    number = shortWord(number, letter);
  }
  return ABBREVIATIONS.has(number);
}

/** Compiling topics asks for thousands of short texts: a buffer for each would cost more than the words. */
const shared = new TokenBuffer();

/** The words of a text as objects; for code that is not in the hot path. */
export function tokens(text: string): Token[] {
  const buffer = shared;
  buffer.clear();
  scanTokens(text, buffer);
  const found: Token[] = [];
  for (let i = 0; i < buffer.count; i++)
    found.push({
      text: buffer.word(i),
      start: buffer.starts[i] ?? 0,
      end: buffer.ends[i] ?? 0,
      sentence: buffer.sentences[i] ?? 0,
    });
  return found;
}
