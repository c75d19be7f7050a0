import type { ItemRelation } from '@throughline/schema';
import { HashIndex } from '../hash-index.ts';
import { Packer } from '../packed.ts';
import { BandIndex } from './band-index.ts';
import { type Fingerprint, fingerprint, type PrintableItem } from './fingerprint.ts';
import { openingKey } from './headline.ts';
import { candidateKeys } from './min-hash.ts';
import { HEADLINE_HOURS, type Judgement, judge } from './relate.ts';

/** Candidates judged exactly for one item, newest first. */
const CANDIDATES = 24;

/** Going through all items to forget some is worth it twice a day of the stream. */
const FORGET_STEP = 12 * 3_600_000;

/** What was found for an item: the nearest earlier item and how it stands to it. */
export interface Found extends Judgement {
  of: string;
  /** Whether the item is no longer than what it was found to repeat. */
  shorter: boolean;
}

const NO_KEYS = new Uint32Array(0);

const RANK: Record<ItemRelation, number> = {
  duplicate: 4,
  version: 3,
  update: 2,
  excerpt: 1,
  independent: 0,
};

/**
 * Finds what an item copies, abridges or updates among the items of the last days: exact keys first, then MinHash
 * bands, then exact comparison of the few candidates. Copies themselves are not kept, so a flood of them costs
 * nothing; the first of them stands for all.
 */
export class DuplicateFinder {
  /** Items by number; a number is used again once its item is forgotten. */
  readonly #prints: (Fingerprint | undefined)[] = [];
  readonly #free: number[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #byUrl = new Map<number, number>();
  readonly #byText = new HashIndex();
  readonly #byTitle = new HashIndex();
  readonly #byOpening = new HashIndex();
  readonly #bands = new BandIndex();
  readonly #packer = new Packer();
  #forgottenTo = 0;

  /** How many items are kept. */
  get size(): number {
    return this.#numbers.size;
  }

  print(id: string): Fingerprint | undefined {
    return this.#prints[this.#numbers.get(id) ?? -1];
  }

  /**
   * Reads an item, looks for what it repeats, and keeps it unless it is a copy. `near` are further candidates, such
   * as the reports of a likely story. Null when it repeats nothing.
   */
  add(
    item: PrintableItem,
    publisher: string | null,
    time: number,
    near: Iterable<string> = [],
  ): Found | null {
    const { print, grams } = fingerprint(item, publisher, time);
    const bands = print.bodied ? candidateKeys(grams, print.shingles) : NO_KEYS;
    const found = this.#nearest(print, this.#candidates(print, bands, near));
    if (found?.relation === 'duplicate') this.#alias(print, found.of);
    else this.#keep(print, bands);
    return found;
  }

  /** For an item whose title announces an update: the report among `near` that it updates. */
  updateAmong(item: string, near: Iterable<string>): Found | null {
    const number = this.#numbers.get(item);
    const print = number === undefined ? undefined : this.#prints[number];
    if (number === undefined || print === undefined || print.revision === 0) return null;
    const others = [...near].map((id) => this.#numbers.get(id) ?? number);
    return this.#nearest(
      print,
      others.filter((other) => other !== number),
    );
  }

  /** Forgets items older than `time` (milliseconds since 1970). */
  forgetBefore(time: number): void {
    if (time - this.#forgottenTo < FORGET_STEP) return;
    this.#forgottenTo = time;
    for (const [number, print] of this.#prints.entries())
      if (print !== undefined && print.time < time) this.#forget(number, print);
    for (const [key, number] of this.#byUrl) if (this.#prints[number] === undefined) this.#byUrl.delete(key);
  }

  #forget(number: number, print: Fingerprint): void {
    this.#prints[number] = undefined;
    this.#numbers.delete(print.id);
    this.#bands.remove(number);
    this.#byText.remove(number);
    this.#byTitle.remove(number);
    this.#byOpening.remove(number);
    this.#free.push(number);
  }

  #nearest(print: Fingerprint, candidates: Iterable<number>): Found | null {
    let best: Found | null = null;
    for (const number of candidates) {
      const earlier = this.#prints[number];
      if (earlier === undefined) continue;
      const judgement = judge(earlier, print);
      if (judgement.relation === 'independent') continue;
      if (best === null || closer(judgement, best))
        best = { ...judgement, of: earlier.id, shorter: print.words <= earlier.words };
    }
    return best;
  }

  #candidates(print: Fingerprint, bands: Uint32Array, near: Iterable<string>): Set<number> {
    const found = new Set<number>();
    const add = (number: number | undefined) => number !== undefined && number >= 0 && found.add(number);
    if (print.url !== null) add(this.#byUrl.get(print.url));
    if (print.exact !== null) add(this.#byText.find(print.exact));
    for (const [index, key] of this.#headlineKeys(print)) if (key !== null) add(index.find(key));
    this.#bands.collect(bands, found, CANDIDATES);
    for (const id of near) {
      if (found.size >= CANDIDATES) break;
      add(this.#numbers.get(id));
    }
    return found;
  }

  /** The address of a copy leads to its original, so that an edit of the copy is seen as one. */
  #alias(print: Fingerprint, original: string): void {
    const number = this.#numbers.get(original);
    if (number !== undefined && print.url !== null && !this.#byUrl.has(print.url))
      this.#byUrl.set(print.url, number);
  }

  #headlineKeys(print: Fingerprint): [HashIndex, number | null][] {
    return [
      [this.#byTitle, print.title.length < 3 ? null : print.headline.key],
      [this.#byOpening, openingKey(print.headline)],
    ];
  }

  #keep(print: Fingerprint, bands: Uint32Array): void {
    const known = this.#numbers.get(print.id);
    const earlier = known === undefined ? undefined : this.#prints[known];
    // An item that came again takes the place that it had.
    if (known !== undefined && earlier !== undefined) this.#forget(known, earlier);
    const number = this.#free.pop() ?? this.#prints.length;
    this.#numbers.set(print.id, number);
    this.#prints[number] = this.#packed(print);
    this.#bands.add(number, bands);
    if (print.url !== null) this.#byUrl.set(print.url, number);
    if (print.exact !== null) replace(this.#byText, print.exact, number);
    for (const [index, key] of this.#headlineKeys(print))
      if (key !== null && !this.#isKnown(index, key, print.time)) replace(index, key, number);
  }

  /** The first report under a headline stands for it, not an update, as long as headlines are compared. */
  #isKnown(headlines: HashIndex, key: number, time: number): boolean {
    const first = this.#prints[headlines.find(key)];
    return first !== undefined && time - first.time <= HEADLINE_HOURS * 3_600_000;
  }

  #packed(print: Fingerprint): Fingerprint {
    print.shingles = this.#packer.uint32(print.shingles);
    print.title = this.#packer.uint32(print.title);
    return print;
  }
}

/** Of two items under one key the later is found. */
function replace(index: HashIndex, key: number, number: number): void {
  const before = index.find(key);
  if (before >= 0) index.remove(before);
  index.add(key, number);
}

function closer(a: Judgement, b: Judgement): boolean {
  return RANK[a.relation] !== RANK[b.relation] ? RANK[a.relation] > RANK[b.relation] : a.jaccard > b.jaccard;
}
