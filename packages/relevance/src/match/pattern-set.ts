import type { Term } from '@throughline/schema';
import { foldText, tokens } from '@throughline/text';
import { inflections } from '../rules/inflect.ts';
import { EdgeTable } from './edge-table.ts';

/** One distinct thing to find, shared by all topics that ask for it. */
export interface Pattern {
  term: Term;
  /** Words as they must be written, for case-sensitive terms; else empty. */
  written: { text: string; open: boolean }[];
}

const NONE: readonly number[] = [];

/**
 * All terms of all topics in two tries: letters -> words, words -> patterns. What a text costs grows with its length
 * and its hits, not with the number of terms. This is Aho and Corasick's idea on words, without failure links: a walk
 * starts at each word and mostly ends after a few letters.
 */
export class PatternSet {
  readonly patterns: Pattern[] = [];
  readonly letters: EdgeTable = new EdgeTable();
  /** 1 where a word may begin with these three letters (see `opening`): most words of a text end here. */
  readonly openings: Uint8Array = new Uint8Array(0x10000);
  /** By letter node: 1 if words end here, 2 if prefixes are complete here, 3 both. */
  marks: Uint8Array = new Uint8Array(1024);
  readonly phrases: EdgeTable = new EdgeTable();
  /** By letter node: words that end here, and prefixes that are complete here. */
  private readonly ends: (number[] | undefined)[] = [];
  private readonly prefixes: (number[] | undefined)[] = [];
  /** By phrase node: patterns complete here. */
  private readonly accepted: (number[] | undefined)[] = [];
  private readonly words = new Map<string, number>();
  private readonly known = new Map<string, number>();
  private letterNodes = 1;
  private phraseNodes = 1;

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

  endsAt(node: number): readonly number[] {
    return this.ends[node] ?? NONE;
  }

  prefixesAt(node: number): readonly number[] {
    return this.prefixes[node] ?? NONE;
  }

  acceptedAt(node: number): readonly number[] {
    return this.accepted[node] ?? NONE;
  }

  private addPhrase(slots: readonly Slot[], language: string | null, pattern: number): void {
    let node = 0;
    for (const slot of slots) {
      const word = this.word(slot, language);
      let next = this.phrases.get(node, word);
      if (next === -1) {
        next = this.phraseNodes++;
        this.phrases.set(node, word, next);
      }
      node = next;
    }
    push(this.accepted, node, pattern);
  }

  private word(slot: Slot, language: string | null): number {
    const key = `${slot.form} ${slot.form === 'inflected' ? (language ?? '*') : ''} ${slot.text}`;
    const known = this.words.get(key);
    if (known !== undefined) return known;
    const id = this.words.size;
    this.words.set(key, id);
    if (slot.form === 'prefix') {
      // A prefix shorter than an opening (ideographs, Hangul) may go on with any letter.
      if (slot.text.length < 3) this.openings.fill(1);
      const node = this.spell(slot.text);
      push(this.prefixes, node, id);
      this.mark(node, 2);
    } else {
      const forms = slot.form === 'inflected' ? inflections(slot.text, language) : [slot.text];
      for (const node of forms.map((form) => this.spell(form))) {
        push(this.ends, node, id);
        this.mark(node, 1);
      }
    }
    return id;
  }

  private mark(node: number, bit: number): void {
    if (node >= this.marks.length) {
      const larger = new Uint8Array(node * 2);
      larger.set(this.marks);
      this.marks = larger;
    }
    this.marks[node] = (this.marks[node] ?? 0) | bit;
  }

  private spell(word: string): number {
    let node = 0;
    this.openings[opening(word.charCodeAt(0), word.charCodeAt(1), word.charCodeAt(2))] = 1;
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      let next = this.letters.get(node, unit);
      if (next === -1) {
        next = this.letterNodes++;
        this.letters.set(node, unit, next);
      }
      node = next;
    }
    return node;
  }
}

/** A number under 65,536 for the first three letters of a word; a letter that is not there counts 0. */
export function opening(first: number, second: number, third: number): number {
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

function push(lists: (number[] | undefined)[], at: number, value: number): void {
  const list = lists[at];
  if (list === undefined) lists[at] = [value];
  else if (!list.includes(value)) list.push(value);
}
