import type { Term } from '@throughline/schema';
import { foldText, tokens } from '@throughline/text';
import { inflections } from '../rules/inflect.ts';
import { EdgeTable } from './edge-table.ts';
import { WordTable } from './word-table.ts';

/** One distinct thing to find, shared by all topics that ask for it. */
export interface Pattern {
  term: Term;
  /** Words as they must be written, for case-sensitive terms; else empty. */
  written: { text: string; open: boolean }[];
}

const NONE: readonly number[] = [];

/** What reading a text asks for, packed: each question finds its answer in one cache line. */
export interface PackedPatterns {
  whole: WordTable;
  /** By word: the phrase node of patterns that begin with it, or -1. */
  roots: Int32Array;
  /** The patterns that are complete at phrase node n stand at acceptedStarts[n] .. acceptedStarts[n + 1]. */
  accepted: Int32Array;
  acceptedStarts: Int32Array;
  /** By phrase node: 1 if a pattern goes on from here. */
  goesOn: Uint8Array;
  /** By pattern: 1 if a field or the writing counts. */
  particular: Uint8Array;
}

/**
 * All terms of all topics: words are found by hash, prefixes in a trie of letters, and words make patterns in a trie
 * of words. What a text costs grows with its length and its hits, not with the number of terms. This is Aho and
 * Corasick's idea on words, without failure links: a walk starts at each word that begins a pattern.
 */
export class PatternSet {
  readonly patterns: Pattern[] = [];
  /** A bit that is 1 where a prefix may begin with these three letters (see `opening`). */
  private readonly openings: Uint32Array = new Uint32Array(0x10000 / 32);
  readonly phrases: EdgeTable = new EdgeTable();
  private readonly letters: EdgeTable = new EdgeTable();
  /** Folded words, every form of them spelled out, with the numbers of the pattern words that they are. */
  private readonly spelled = new Map<string, number[]>();
  private ready: PackedPatterns | null = null;
  /** By letter node: prefixes that are complete here. */
  private readonly prefixes: (readonly number[])[] = [NONE];
  /** By phrase node: patterns complete here. Every node has an entry: lists with holes are slow to ask. */
  private readonly accepted: (readonly number[])[] = [];
  /** By phrase node: does a pattern go on from here? */
  private readonly goesOn: boolean[] = [];
  /** By word: the phrase node of patterns that begin with it, or -1. */
  private readonly roots: number[] = [];
  private readonly words = new Map<string, number>();
  private readonly known = new Map<string, number>();

  /** @returns the number of the pattern; equal terms share one. */
  add(term: Term): number {
    const slots = term.words.flatMap(wordSlots);
    const key = JSON.stringify([
      slots.map((slot) => [slot.text, slot.form]),
      slots.some((slot) => slot.form === 'inflected') ? term.language : null,
      term.caseSensitive ? term.words.map((word) => word.text) : null,
      term.field,
    ]);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const id = this.patterns.length;
    this.known.set(key, id);
    this.patterns.push({ term, written: term.caseSensitive ? writtenWords(term) : [] });
    this.addPhrase(slots, term.language, id);
    const joined = term.caseSensitive ? null : joinHyphens(term);
    if (joined !== null) this.addPhrase(joined, term.language, id);
    return id;
  }

  /** All as it stands now; ask again after `add`. */
  packed(): PackedPatterns {
    this.ready ??= {
      whole: new WordTable(this.spelled, (word) => this.roots[word] !== -1),
      roots: Int32Array.from(this.roots),
      accepted: Int32Array.from(this.accepted.flat()),
      acceptedStarts: startsOf(this.accepted),
      goesOn: Uint8Array.from(this.goesOn, Number),
      particular: Uint8Array.from(this.patterns, ({ term, written }) =>
        term.field !== null || written.length > 0 ? 1 : 0,
      ),
    };
    return this.ready;
  }

  /**
   * 0: no prefix begins with the three letters at `from`; else 1. They may reach into the next word: a prefix that is
   * longer than its word fails in the trie.
   */
  mayOpen(folded: Uint16Array, from: number): number {
    const begin = opening(folded[from] as number, folded[from + 1] as number, folded[from + 2] as number);
    return ((this.openings[begin >> 5] as number) >>> (begin & 31)) & 1;
  }

  /** The node after `node` of the trie of prefixes, or -1. */
  nextLetter(node: number, unit: number): number {
    return this.letters.get(node, unit);
  }

  prefixesAt(node: number): readonly number[] {
    return this.prefixes[node] as readonly number[];
  }

  private addPhrase(slots: readonly Slot[], language: string | null, pattern: number): void {
    let node = -1;
    this.ready = null;
    for (const slot of slots) {
      const word = this.word(slot, language);
      let next = node === -1 ? (this.roots[word] ?? -1) : this.phrases.get(node, word);
      if (next === -1) {
        next = this.accepted.push(NONE) - 1;
        this.goesOn.push(false);
        if (node === -1) this.roots[word] = next;
        else this.phrases.set(node, word, next);
      }
      if (node !== -1) this.goesOn[node] = true;
      node = next;
    }
    if (node !== -1) this.accepted[node] = withOne(this.accepted[node] ?? NONE, pattern);
  }

  private word(slot: Slot, language: string | null): number {
    const key = `${slot.form} ${slot.form === 'inflected' ? (language ?? '*') : ''} ${slot.text}`;
    const known = this.words.get(key);
    if (known !== undefined) return known;
    const id = this.words.size;
    this.words.set(key, id);
    this.roots[id] = -1;
    if (slot.form === 'prefix') {
      const node = this.spell(slot.text);
      this.prefixes[node] = withOne(this.prefixes[node] ?? NONE, id);
    } else {
      const forms = slot.form === 'inflected' ? inflections(slot.text, language) : [slot.text];
      for (const form of forms) this.addForm(form, id);
    }
    return id;
  }

  private addForm(form: string, word: number): void {
    const words = this.spelled.get(form);
    if (words === undefined) this.spelled.set(form, [word]);
    else if (!words.includes(word)) words.push(word);
  }

  private spell(prefix: string): number {
    // A prefix shorter than an opening (ideographs, Hangul) may go on with any letter.
    if (prefix.length < 3) this.openings.fill(0xffffffff);
    const begin = opening(prefix.charCodeAt(0), prefix.charCodeAt(1), prefix.charCodeAt(2));
    this.openings[begin >> 5] = (this.openings[begin >> 5] ?? 0) | (1 << (begin & 31));
    let node = 0;
    for (let i = 0; i < prefix.length; i++) {
      const unit = prefix.charCodeAt(i);
      let next = this.letters.get(node, unit);
      if (next === -1) {
        next = this.prefixes.push(NONE) - 1;
        this.letters.set(node, unit, next);
      }
      node = next;
    }
    return node;
  }
}

/** A number under 65,536 for the first three letters of a word; a letter that is not there counts 0. */
function opening(first: number, second: number, third: number): number {
  return (Math.imul(Math.imul(first, 131) + (second | 0), 137) + (third | 0)) & 0xffff;
}

interface Slot {
  text: string;
  form: 'exact' | 'inflected' | 'prefix';
}

/** "anti-dump*" stands in a text as two words; the mark belongs to the last. */
function wordSlots(word: { text: string; form: Slot['form'] }): Slot[] {
  const parts = tokens(word.text);
  return parts.map((part, i) => ({
    text: withoutArticle(part.text),
    form: i === parts.length - 1 ? word.form : 'exact',
  }));
}

/** The Arabic article is taken off here and in the text, so that "المناخ" and "للمناخ" are one word. */
function withoutArticle(word: string): string {
  return word.startsWith('ال') && word.length >= 5 ? word.slice(2) : word;
}

/** "anti-dumping" is written "antidumping" too. */
function joinHyphens(term: Term): Slot[] | null {
  if (!term.words.some((word) => /\p{L}{2,}-\p{L}{2,}/u.test(word.text))) return null;
  return term.words.map((word) => ({ text: foldText(word.text).replaceAll(' ', ''), form: word.form }));
}

function writtenWords(term: Term): Pattern['written'] {
  return term.words.flatMap((word) => {
    const parts = tokens(word.text);
    return parts.map((part, i) => ({
      text: word.text.slice(part.start, part.end).replaceAll('.', ''),
      open: i === parts.length - 1 && word.form !== 'exact',
    }));
  });
}

/** Where each list begins when all stand in a row, and the end of the last. */
function startsOf(lists: readonly (readonly number[])[]): Int32Array {
  const starts = new Int32Array(lists.length + 1);
  for (const [i, list] of lists.entries()) starts[i + 1] = (starts[i] ?? 0) + list.length;
  return starts;
}

function withOne(list: readonly number[], value: number): readonly number[] {
  return list.includes(value) ? list : [...list, value];
}
