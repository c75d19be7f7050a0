import type { ItemRelation } from '@throughline/schema';
import { hashText } from '../hash.ts';
import { BandIndex } from './band-index.ts';
import { type Fingerprint, fingerprint, type PrintableItem } from './fingerprint.ts';
import { minHashBands } from './min-hash.ts';
import { type Judgement, judge } from './relate.ts';

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
  readonly #prints = new Map<string, Fingerprint>();
  readonly #byUrl = new Map<number, string>();
  readonly #byText = new Map<number, string>();
  /** Headlines by the set of their content words. */
  readonly #byTitle = new Map<number, string>();
  readonly #bands = new BandIndex();
  #forgottenTo = 0;

  /** How many items are kept. */
  get size(): number {
    return this.#prints.size;
  }

  print(id: string): Fingerprint | undefined {
    return this.#prints.get(id);
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
    const bands = minHashBands(grams);
    const found = this.#nearest(print, this.#candidates(print, bands, near));
    if (found?.relation === 'duplicate') this.#alias(print, found.of);
    else this.#keep(print, bands);
    return found;
  }

  /** For an item whose title announces an update: the report among `near` that it updates. */
  updateAmong(item: string, near: Iterable<string>): Found | null {
    const print = this.#prints.get(item);
    if (print === undefined || print.revision === 0) return null;
    return this.#nearest(
      print,
      [...near].filter((id) => id !== item),
    );
  }

  /** Forgets items older than `time` (milliseconds since 1970). */
  forgetBefore(time: number): void {
    if (time - this.#forgottenTo < FORGET_STEP) return;
    this.#forgottenTo = time;
    for (const [id, print] of this.#prints) {
      if (print.time >= time) continue;
      this.#prints.delete(id);
      this.#bands.remove(id);
    }
    for (const map of [this.#byUrl, this.#byText, this.#byTitle])
      for (const [key, id] of map) if (!this.#prints.has(id)) map.delete(key);
  }

  #nearest(print: Fingerprint, candidates: Iterable<string>): Found | null {
    let best: Found | null = null;
    for (const id of candidates) {
      const earlier = this.#prints.get(id);
      if (earlier === undefined) continue;
      const judgement = judge(earlier, print);
      if (judgement.relation === 'independent') continue;
      if (best === null || closer(judgement, best))
        best = { ...judgement, of: id, shorter: print.words <= earlier.words };
    }
    return best;
  }

  #candidates(print: Fingerprint, bands: Uint32Array, near: Iterable<string>): Set<string> {
    const found = new Set<string>();
    for (const [map, key] of this.#keys(print)) {
      const id = key === null ? undefined : map.get(key);
      if (id !== undefined) found.add(id);
    }
    this.#bands.collect(bands, found, CANDIDATES);
    for (const id of near) {
      if (found.size >= CANDIDATES) break;
      found.add(id);
    }
    return found;
  }

  #keys(print: Fingerprint): [Map<number, string>, number | null][] {
    return [
      [this.#byUrl, print.url],
      [this.#byText, print.exact],
      [this.#byTitle, titleKey(print)],
    ];
  }

  /** The address of a copy leads to its original, so that an edit of the copy is seen as one. */
  #alias(print: Fingerprint, original: string): void {
    if (print.url !== null && !this.#byUrl.has(print.url)) this.#byUrl.set(print.url, original);
  }

  #keep(print: Fingerprint, bands: Uint32Array): void {
    this.#prints.set(print.id, print);
    for (const [map, key] of this.#keys(print)) if (key !== null) map.set(key, print.id);
    this.#bands.add(print.id, bands);
  }
}

function titleKey(print: Fingerprint): number | null {
  return print.title.length < 3 ? null : hashText(print.title.join(' '));
}

function closer(a: Judgement, b: Judgement): boolean {
  return RANK[a.relation] !== RANK[b.relation] ? RANK[a.relation] > RANK[b.relation] : a.jaccard > b.jaccard;
}
