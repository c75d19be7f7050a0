import { type TaggableItem, TextField } from '@throughline/schema';
import { foldText, hashUnit, NO_UNITS, scanTokens, TokenBuffer } from '@throughline/text';
import type { PackedPatterns, PatternSet } from './pattern-set.ts';

/** The fields of an item in the order in which their words are numbered. */
export const FIELDS: readonly TextField[] = TextField.options;

/** Where a pattern was found: words `first`..`last` of the item, all in one sentence of one field. */
export interface Hit {
  pattern: number;
  first: number;
  last: number;
  /** Folded letters of the first word that do not belong to the match (Arabic "and", "to", "the"). */
  skip: number;
}

/** A walk over more ways to read the same words than this is cut: no text of people comes near it. */
const MAX_HITS = 200_000;
/** Lists that one huge text has made longer than this are given back. */
const MOST_KEPT = 100_000;

/** Reads items against a set of patterns. One instance serves one item at a time and uses its memory again. */
export class Matcher {
  readonly words: TokenBuffer = new TokenBuffer();
  readonly hits: Hit[] = [];
  /** Number of words up to the end of each field. */
  readonly fieldEnds: Int32Array = new Int32Array(FIELDS.length);
  readonly texts: string[] = ['', '', ''];
  private readonly set: PatternSet;
  private packed: PackedPatterns;
  /** By word: its entry among the whole words, -1 for none, or NOT_ASKED where it can only go on with a pattern. */
  private whole: Int32Array = new Int32Array(1024);
  /** The other ways to read word i stand at wayStarts[i] .. wayStarts[i + 1]: words of patterns, and letters skipped. */
  private wayStarts: Int32Array = new Int32Array(1025);
  private wayWords: number[] = [];
  private waySkips: number[] = [];
  /** Words with which a pattern may begin. */
  private readonly beginnings: number[] = [];

  constructor(set: PatternSet) {
    this.set = set;
    this.packed = set.packed();
  }

  /** Finds every pattern in the item; the answer stands in `hits`, until the next item. */
  read(item: TaggableItem): void {
    this.words.clear();
    this.hits.length = 0;
    for (const [i, field] of FIELDS.entries()) {
      const text = item[field] ?? '';
      this.texts[i] = text;
      if (text !== '') scanTokens(text, this.words);
      this.fieldEnds[i] = this.words.count;
    }
    this.findWords();
    this.findPhrases();
  }

  /** 0 title, 1 summary, 2 text. */
  fieldOf(word: number): number {
    const [title = 0, summary = 0] = this.fieldEnds;
    return word < title ? 0 : word < summary ? 1 : 2;
  }

  /** UTF-16 offset at which the hit begins in its field, after the letters that are skipped. */
  startOf(hit: Hit): number {
    let at = this.words.starts[hit.first] ?? 0;
    if (hit.skip === 0) return at;
    const text = this.texts[this.fieldOf(hit.first)] ?? '';
    // A letter folds to itself; its vowel signs fold to nothing and go with it.
    for (let skipped = 0; skipped < hit.skip; at++) skipped += foldText(text[at] ?? ' ').length;
    while (at < this.endOf(hit) - 1 && foldText(text[at] ?? '') === '') at++;
    return at;
  }

  endOf(hit: Hit): number {
    return this.words.ends[hit.last] ?? 0;
  }

  private findWords(): void {
    const { count, folded, foldedStarts, hashes } = this.words;
    this.packed = this.set.packed();
    if (this.whole.length < count || (this.whole.length > MOST_KEPT && count < MOST_KEPT))
      this.makeRoom(count);
    const { whole, wayStarts } = this;
    const wholeWords = this.packed.whole;
    if (this.wayWords.length > 0) {
      this.wayWords = [];
      this.waySkips = [];
    }
    this.beginnings.length = 0;
    let ways = 0;
    for (let i = 0; i < count; i++) {
      const from = foldedStarts[i] as number;
      const hash = hashes[i] as number;
      const arabic = isArabic(folded[from] as number);
      const opens = this.set.mayOpen(folded, from);
      wayStarts[i] = ways;
      whole[i] = NOT_ASKED;
      // One question for three: most words end here, and a processor guesses that.
      if ((wholeWords.mayBegin(hash) | opens | arabic) === 0) continue;
      const to = foldedStarts[i + 1] as number;
      const entry = wholeWords.mayBegin(hash) === 1 ? wholeWords.find(hash, folded, from, to) : NOT_ASKED;
      whole[i] = entry;
      if (opens === 1) this.walkPrefixes(from, to, 0);
      if (arabic === 1) this.walkProclitics(from, to);
      if (entry >= 0 || this.wayWords.length > ways) this.beginnings.push(i);
      ways = this.wayWords.length;
    }
    wayStarts[count] = ways;
  }

  private makeRoom(count: number): void {
    const size = Math.max(1024, count * 2);
    this.whole = new Int32Array(size);
    this.wayStarts = new Int32Array(size + 1);
  }

  private walkPrefixes(from: number, to: number, skip: number): void {
    const { folded } = this.words;
    const { set } = this;
    let node = 0;
    for (let at = from + skip; at < to; at++) {
      node = set.nextLetter(node, folded[at] as number);
      if (node === -1) return;
      const complete = set.prefixesAt(node);
      for (let i = 0; i < complete.length; i++) this.addWay(complete[i] as number, skip);
    }
  }

  /** The same word without its first letters. */
  private tryWithout(skip: number, from: number, to: number): void {
    if (to - from - skip < 3) return;
    const { folded } = this.words;
    const wholeWords = this.packed.whole;
    const { numbers, numberStarts } = wholeWords;
    let hash = NO_UNITS;
    for (let at = from + skip; at < to; at++) hash = hashUnit(hash, folded[at] as number);
    const entry = wholeWords.find(hash, folded, from + skip, to);
    if (entry !== -1) {
      for (let at = numberStarts[entry] as number; at < (numberStarts[entry + 1] as number); at++) {
        this.addWay(numbers[at] as number, skip);
      }
    }
    if (this.set.mayOpen(folded, from + skip) === 1) this.walkPrefixes(from, to, skip);
  }

  private addWay(word: number, skip: number): void {
    this.wayWords.push(word);
    this.waySkips.push(skip);
  }

  /** Arabic writes "and", "so", "by", "for", "as", "the" onto the next word: و ف ب ل ك ال لل. */
  private walkProclitics(from: number, to: number): void {
    const { folded } = this.words;
    const first = folded[from] as number;
    const leads = first === WAW || first === FEH;
    if (!leads && first !== ALEF && !isJoined(first)) return;
    this.walkArticles(from, to, 0);
    if (!leads) return;
    this.tryWithout(1, from, to);
    this.walkArticles(from, to, 1);
  }

  private walkArticles(from: number, to: number, lead: number): void {
    const { folded } = this.words;
    // A word too short for what it would lose is refused by `tryWithout`.
    const at = from + lead;
    const letter = folded[at] as number;
    const joined = isJoined(letter);
    if (joined) this.tryWithout(lead + 1, from, to);
    if (letter === LAM && folded[at + 1] === LAM) this.tryWithout(lead + 2, from, to);
    if (letter === ALEF && folded[at + 1] === LAM) this.tryWithout(lead + 2, from, to);
    if (joined && folded[at + 1] === ALEF && folded[at + 2] === LAM) this.tryWithout(lead + 3, from, to);
  }

  private findPhrases(): void {
    const { whole, wayStarts, wayWords, waySkips } = this;
    const { roots } = this.packed;
    const { numbers, numberStarts } = this.packed.whole;
    for (const i of this.beginnings) {
      const entry = whole[i] as number;
      if (entry >= 0) {
        const to = numberStarts[entry + 1] as number;
        for (let at = numberStarts[entry] as number; at < to; at++) {
          const node = roots[numbers[at] as number] as number;
          if (node !== -1) this.arrive(node, i, i, 0);
        }
      }
      const to = wayStarts[i + 1] as number;
      for (let way = wayStarts[i] as number; way < to; way++) {
        const node = roots[wayWords[way] as number] as number;
        if (node !== -1) this.arrive(node, i, i, waySkips[way] as number);
      }
    }
  }

  /** Takes what is complete at a phrase node, and goes on with the next word of the sentence. */
  private arrive(node: number, first: number, last: number, skip: number): void {
    const { accepted, acceptedStarts, goesOn } = this.packed;
    const end = acceptedStarts[node + 1] as number;
    for (let at = acceptedStarts[node] as number; at < end; at++) {
      this.accept(accepted[at] as number, first, last, skip);
    }
    if (goesOn[node] === 1) this.goOn(node, first, last, skip);
  }

  private goOn(node: number, first: number, last: number, skip: number): void {
    const { phrases } = this.set;
    const { sentences, count } = this.words;
    const next = last + 1;
    if (next >= count || sentences[next] !== sentences[last]) return;
    const entry = this.entryOf(next);
    if (entry !== -1) {
      const { numbers, numberStarts } = this.packed.whole;
      const to = numberStarts[entry + 1] as number;
      for (let at = numberStarts[entry] as number; at < to; at++) {
        const onward = phrases.get(node, numbers[at] as number);
        if (onward !== -1) this.arrive(onward, first, next, skip);
      }
    }
    const to = this.wayStarts[next + 1] as number;
    for (let way = this.wayStarts[next] as number; way < to; way++) {
      const onward = phrases.get(node, this.wayWords[way] as number);
      if (onward !== -1) this.arrive(onward, first, next, skip);
    }
  }

  private entryOf(word: number): number {
    const known = this.whole[word] as number;
    if (known !== NOT_ASKED) return known;
    const { folded, foldedStarts, hashes } = this.words;
    const [from, to] = [foldedStarts[word] as number, foldedStarts[word + 1] as number];
    const entry = this.packed.whole.find(hashes[word] as number, folded, from, to);
    this.whole[word] = entry;
    return entry;
  }

  private accept(pattern: number, first: number, last: number, skip: number): void {
    if (this.packed.particular[pattern] === 1 && !this.isAsAsked(pattern, first)) return;
    if (this.hits.length < MAX_HITS) this.hits.push({ pattern, first, last, skip });
  }

  private isAsAsked(pattern: number, first: number): boolean {
    const { term, written } = this.set.patterns[pattern] as PatternSet['patterns'][number];
    if (term.field !== null && FIELDS[this.fieldOf(first)] !== term.field) return false;
    return written.length === 0 || this.asWritten(written, first);
  }

  /** Case counts for this term; in a text of capitals only, nothing can be told from them. */
  private asWritten(written: readonly { text: string; open: boolean }[], first: number): boolean {
    const text = this.texts[this.fieldOf(first)] ?? '';
    for (const [i, word] of written.entries()) {
      const asGiven = text.slice(this.words.starts[first + i], this.words.ends[first + i]);
      const slice = asGiven.includes('.') ? asGiven.replaceAll('.', '') : asGiven;
      if (word.open ? !slice.startsWith(word.text) : slice !== word.text) return false;
    }
    const start = this.words.starts[first] ?? 0;
    const end = this.words.ends[first + written.length - 1] ?? 0;
    const around = text.slice(Math.max(0, start - 40), start) + text.slice(end, end + 40);
    return /\p{Ll}/u.test(around) || !/\p{Lu}/u.test(around);
  }
}

/** "by", "for", "as". */
function isJoined(letter: number): boolean {
  return letter === BEH || letter === LAM || letter === KAF;
}

/** 1 for a letter of the Arabic script, else 0. */
function isArabic(unit: number): number {
  return unit >> 8 === 0x06 ? 1 : 0;
}

const NOT_ASKED = -2;
const ALEF = 0x0627;
const BEH = 0x0628;
const FEH = 0x0641;
const KAF = 0x06a9;
const LAM = 0x0644;
const WAW = 0x0648;
