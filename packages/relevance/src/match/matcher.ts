import { type TaggableItem, TextField } from '@throughline/schema';
import { foldText, scanTokens, TokenBuffer } from '@throughline/text';
import { opening, type PatternSet } from './pattern-set.ts';

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

/** Reads items against a set of patterns. One instance serves one item at a time and uses its memory again. */
export class Matcher {
  readonly words: TokenBuffer = new TokenBuffer();
  readonly hits: Hit[] = [];
  /** Number of words up to the end of each field. */
  readonly fieldEnds: Int32Array = new Int32Array(FIELDS.length);
  readonly texts: string[] = ['', '', ''];
  private readonly set: PatternSet;
  /** The ways to read word i stand at wayStarts[i] .. wayStarts[i + 1]: a list of word ids, and letters skipped. */
  private readonly wayWords: (readonly number[])[] = [];
  private readonly waySkips: number[] = [];
  private wayStarts: Int32Array = new Int32Array(1024);

  constructor(set: PatternSet) {
    this.set = set;
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
    const { count, folded, foldedStarts } = this.words;
    const { openings } = this.set;
    if (this.wayStarts.length <= count + 1) this.wayStarts = new Int32Array((count + 2) * 2);
    const { wayStarts, wayWords } = this;
    wayWords.length = 0;
    this.waySkips.length = 0;
    let from = 0;
    for (let i = 0; i < count; i++) {
      wayStarts[i] = wayWords.length;
      const to = foldedStarts[i + 1] as number;
      const first = folded[from] as number;
      const second = from + 1 < to ? (folded[from + 1] as number) : 0;
      const third = from + 2 < to ? (folded[from + 2] as number) : 0;
      if (openings[opening(first, second, third)] === 1) this.walkLetters(from, to, 0);
      if (first >= 0x0600 && first <= 0x06ff) this.walkProclitics(from, to);
      from = to;
    }
    wayStarts[count] = wayWords.length;
  }

  private walkLetters(from: number, to: number, skip: number): void {
    const { folded } = this.words;
    const { letters, marks } = this.set;
    let node = 0;
    for (let at = from + skip; at < to; at++) {
      node = letters.get(node, folded[at] as number);
      if (node === -1) return;
      // Past the end of the marks there is none.
      const mark = marks[node] ?? 0;
      if (mark > 1) this.addWay(this.set.prefixesAt(node), skip);
      if ((mark & 1) === 1 && at + 1 === to) this.addWay(this.set.endsAt(node), skip);
    }
  }

  private addWay(words: readonly number[], skip: number): void {
    this.wayWords.push(words);
    this.waySkips.push(skip);
  }

  /** Arabic writes "and", "so", "by", "for", "as", "the" onto the next word: و ف ب ل ك ال لل. */
  private walkProclitics(from: number, to: number): void {
    const { folded } = this.words;
    const length = to - from;
    const at = (i: number) => (i < length ? (folded[from + i] as number) : 0);
    const tried = (skip: number) => length - skip >= 3 && this.walkLetters(from, to, skip);
    for (const lead of at(0) === WAW || at(0) === FEH ? [0, 1] : [0]) {
      const letter = at(lead);
      const joined = letter === BEH || letter === LAM || letter === KAF;
      if (lead > 0) tried(lead);
      if (joined) tried(lead + 1);
      if (letter === LAM && at(lead + 1) === LAM) tried(lead + 2);
      for (const article of joined ? [lead, lead + 1] : [lead]) {
        if (at(article) === ALEF && at(article + 1) === LAM) tried(article + 2);
      }
    }
  }

  private findPhrases(): void {
    const { count } = this.words;
    for (let i = 0; i < count; i++) {
      const to = this.wayStarts[i + 1] as number;
      for (let way = this.wayStarts[i] as number; way < to; way++) {
        this.walkPhrases(0, this.wayWords[way] as readonly number[], i, i, this.waySkips[way] as number);
      }
    }
  }

  private walkPhrases(
    node: number,
    words: readonly number[],
    first: number,
    last: number,
    skip: number,
  ): void {
    const { phrases } = this.set;
    const { sentences, count } = this.words;
    for (const word of words) {
      const next = phrases.get(node, word);
      if (next === -1) continue;
      for (const pattern of this.set.acceptedAt(next)) this.accept(pattern, first, last, skip);
      const following = last + 1;
      if (following >= count || sentences[following] !== sentences[last]) continue;
      const to = this.wayStarts[following + 1] as number;
      for (let way = this.wayStarts[following] as number; way < to; way++) {
        this.walkPhrases(next, this.wayWords[way] as readonly number[], first, following, skip);
      }
    }
  }

  private accept(pattern: number, first: number, last: number, skip: number): void {
    const { term, written } = this.set.patterns[pattern] as PatternSet['patterns'][number];
    if (term.field !== null && FIELDS[this.fieldOf(first)] !== term.field) return;
    if (written.length > 0 && !this.asWritten(written, first)) return;
    if (this.hits.length < MAX_HITS) this.hits.push({ pattern, first, last, skip });
  }

  /** Case counts for this term; in a text of capitals only, nothing can be told from them. */
  private asWritten(written: readonly { text: string; open: boolean }[], first: number): boolean {
    const text = this.texts[this.fieldOf(first)] ?? '';
    for (const [i, word] of written.entries()) {
      const slice = text.slice(this.words.starts[first + i], this.words.ends[first + i]).replaceAll('.', '');
      if (word.open ? !slice.startsWith(word.text) : slice !== word.text) return false;
    }
    const start = this.words.starts[first] ?? 0;
    const end = this.words.ends[first + written.length - 1] ?? 0;
    const around = text.slice(Math.max(0, start - 40), start) + text.slice(end, end + 40);
    return /\p{Ll}/u.test(around) || !/\p{Lu}/u.test(around);
  }
}

const ALEF = 0x0627;
const BEH = 0x0628;
const FEH = 0x0641;
const KAF = 0x06a9;
const LAM = 0x0644;
const WAW = 0x0648;
