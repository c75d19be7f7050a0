import { KEYS } from './min-hash.ts';

/** Items in one band beyond this are a template (a daily column), no copies: the newest are kept. */
const BUCKET = 8;
const NONE = -1;

/**
 * Items by the bands of their MinHash. Items are small numbers, used again after `remove`. Band b of an item is entry
 * item * KEYS + b. A hash table whose slots lead to chains of entries, newest first; the bands themselves are the keys,
 * so that an entry costs about 14 bytes.
 */
export class BandIndex {
  #newest = new Int32Array(1024).fill(NONE);
  #size = 0;
  #bands = new Uint32Array(1024 * KEYS);
  #older = new Int32Array(1024 * KEYS).fill(NONE);
  #banded = new Uint8Array(1024);

  add(item: number, bands: Uint32Array): void {
    if (bands.length === 0) return;
    if (item >= this.#banded.length) this.#widen(Math.ceil(1.5 * item));
    if (this.#size + KEYS > this.#newest.length) this.#grow();
    this.#banded[item] = 1;
    this.#bands.set(bands, item * KEYS);
    this.#size += KEYS;
    for (let at = 0; at < KEYS; at++) {
      this.#put(item * KEYS + at);
      this.#shorten(bands[at] ?? 0);
    }
  }

  /** Adds the items that share a band to `found`, of each band the oldest first, until it holds `most`. */
  collect(bands: Uint32Array, found: Set<number>, most: number): void {
    const chain: number[] = [];
    for (const band of bands) {
      if (found.size >= most) return;
      chain.length = 0;
      for (let entry = this.#first(band); entry !== NONE; entry = this.#older[entry] as number)
        if (this.#bands[entry] === band) chain.push(Math.floor(entry / KEYS));
      for (let at = chain.length - 1; at >= 0; at--) found.add(chain[at] ?? 0);
    }
  }

  remove(item: number): void {
    if (this.#banded[item] !== 1) return;
    this.#banded[item] = 0;
    this.#size -= KEYS;
    for (let entry = item * KEYS; entry < (item + 1) * KEYS; entry++) this.#unchain(entry);
  }

  #first(band: number): number {
    return this.#newest[band & (this.#newest.length - 1)] as number;
  }

  #put(entry: number): void {
    const slot = (this.#bands[entry] as number) & (this.#newest.length - 1);
    this.#older[entry] = this.#newest[slot] as number;
    this.#newest[slot] = entry;
  }

  /** Takes an entry out of its chain, where it may be no longer. */
  #unchain(entry: number): void {
    const slot = (this.#bands[entry] as number) & (this.#newest.length - 1);
    const older = this.#older[entry] as number;
    if (this.#newest[slot] === entry) this.#newest[slot] = older;
    else
      for (let at = this.#newest[slot] as number; at !== NONE; at = this.#older[at] as number)
        if (this.#older[at] === entry) this.#older[at] = older;
    this.#older[entry] = NONE;
  }

  /** Lets go of what lies beyond the newest of a band. */
  #shorten(band: number): void {
    let kept = 0;
    for (let entry = this.#first(band); entry !== NONE; entry = this.#older[entry] as number) {
      if (this.#bands[entry] !== band || ++kept <= BUCKET) continue;
      this.#unchain(entry);
      return;
    }
  }

  /** Twice as many slots; the order in each chain stays. */
  #grow(): void {
    const chains = this.#newest;
    this.#newest = new Int32Array(2 * chains.length).fill(NONE);
    const chain: number[] = [];
    for (const newest of chains) {
      chain.length = 0;
      for (let entry = newest; entry !== NONE; entry = this.#older[entry] as number) chain.push(entry);
      for (let at = chain.length - 1; at >= 0; at--) this.#put(chain[at] ?? 0);
    }
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
