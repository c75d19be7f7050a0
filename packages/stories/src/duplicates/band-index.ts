import { HashIndex } from '../hash-index.ts';
import { KEYS } from './min-hash.ts';

/** Items in one band beyond this are a template (a daily column), no copies: the newest are kept. */
const BUCKET = 8;
const NONE = -1;

/**
 * Items by the bands of their MinHash. Items are small numbers, used again after `remove`. Band b of an item is entry
 * item * KEYS + b; entries of one band are chained, newest first, and the index leads to the newest.
 */
export class BandIndex {
  readonly #newest = new HashIndex();
  #bands = new Uint32Array(1024 * KEYS);
  #older = new Int32Array(1024 * KEYS).fill(NONE);
  #banded = new Uint8Array(1024);

  add(item: number, bands: Uint32Array): void {
    if (bands.length === 0) return;
    if (item >= this.#banded.length) this.#widen(2 * item);
    this.#banded[item] = 1;
    this.#bands.set(bands, item * KEYS);
    for (let at = 0; at < KEYS; at++) {
      const entry = item * KEYS + at;
      const newest = this.#newest.find(bands[at] ?? 0);
      this.#older[entry] = newest;
      if (newest !== NONE) this.#newest.remove(newest);
      this.#newest.add(bands[at] ?? 0, entry);
      this.#shorten(entry);
    }
  }

  /** Adds the items that share a band to `found`, of each band the oldest first, until it holds `most`. */
  collect(bands: Uint32Array, found: Set<number>, most: number): void {
    const chain: number[] = [];
    for (const band of bands) {
      if (found.size >= most) return;
      chain.length = 0;
      for (let entry = this.#newest.find(band); entry !== NONE; entry = this.#older[entry] ?? NONE)
        chain.push(Math.floor(entry / KEYS));
      for (let at = chain.length - 1; at >= 0; at--) found.add(chain[at] ?? 0);
    }
  }

  remove(item: number): void {
    if (this.#banded[item] !== 1) return;
    this.#banded[item] = 0;
    for (let at = 0; at < KEYS; at++) this.#unchain(item * KEYS + at);
  }

  #unchain(entry: number): void {
    const band = this.#bands[entry] ?? 0;
    const newest = this.#newest.find(band);
    const older = this.#older[entry] ?? NONE;
    this.#older[entry] = NONE;
    if (newest === entry) {
      this.#newest.remove(entry);
      if (older !== NONE) this.#newest.add(band, older);
      return;
    }
    for (let at = newest; at !== NONE; at = this.#older[at] ?? NONE)
      if (this.#older[at] === entry) this.#older[at] = older;
  }

  /** Lets go of what lies beyond the newest of a chain. */
  #shorten(newest: number): void {
    let last = newest;
    for (let kept = 1; kept < BUCKET && last !== NONE; kept++) last = this.#older[last] ?? NONE;
    if (last !== NONE) this.#older[last] = NONE;
  }

  #widen(items: number): void {
    const bands = new Uint32Array(items * KEYS);
    bands.set(this.#bands);
    this.#bands = bands;
    const older = new Int32Array(items * KEYS).fill(NONE);
    older.set(this.#older);
    this.#older = older;
    const banded = new Uint8Array(items);
    banded.set(this.#banded);
    this.#banded = banded;
  }
}
