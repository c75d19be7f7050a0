/** Share of the table that may be in use: beyond it searches get long. */
const MOST_USED = 0.6;

/**
 * Numbered entries by a hash of up to 53 bits, in two typed arrays: about 16 bytes an entry where a Map of strings
 * needs a hundred, and nothing for the garbage collector to walk. Entries are numbered by the caller, from 0, and
 * numbers may be used again after `remove`.
 */
export class HashIndex {
  /** Entry + 1; 0 where free. Open addressing, linear probing. */
  #table = new Int32Array(1024);
  #hashes = new Float64Array(512);
  size = 0;

  /** The entry with this hash, -1 when there is none. */
  find(hash: number): number {
    const mask = this.#table.length - 1;
    for (let slot = place(hash) & mask; ; slot = (slot + 1) & mask) {
      const entry = (this.#table[slot] ?? 0) - 1;
      if (entry < 0 || this.#hashes[entry] === hash) return entry;
    }
  }

  /** Adds an entry under a hash that is not yet in the index. */
  add(hash: number, entry: number): void {
    if (entry >= this.#hashes.length) {
      const wider = new Float64Array(2 * entry);
      wider.set(this.#hashes);
      this.#hashes = wider;
    }
    this.#hashes[entry] = hash;
    if (++this.size > this.#table.length * MOST_USED) this.#grow();
    this.#put(entry);
  }

  /** Takes an entry out; those behind it move up, so that no search ends too early. False when it was not in. */
  remove(entry: number): boolean {
    const table = this.#table;
    const mask = table.length - 1;
    let gap = place(this.#hashes[entry] ?? 0) & mask;
    while (table[gap] !== entry + 1) {
      if (table[gap] === 0) return false;
      gap = (gap + 1) & mask;
    }
    for (let slot = (gap + 1) & mask; table[slot] !== 0; slot = (slot + 1) & mask) {
      const home = place(this.#hashes[(table[slot] ?? 0) - 1] ?? 0) & mask;
      if (((slot - home) & mask) < ((slot - gap) & mask)) continue;
      table[gap] = table[slot] ?? 0;
      gap = slot;
    }
    table[gap] = 0;
    this.size--;
    return true;
  }

  #put(entry: number): void {
    const mask = this.#table.length - 1;
    let slot = place(this.#hashes[entry] ?? 0) & mask;
    while (this.#table[slot] !== 0) slot = (slot + 1) & mask;
    this.#table[slot] = entry + 1;
  }

  #grow(): void {
    const old = this.#table;
    this.#table = new Int32Array(old.length * 2);
    for (const filled of old) if (filled !== 0) this.#put(filled - 1);
  }
}

/** Where the search for a hash begins: its low 32 bits, which are well mixed already. */
const place = (hash: number): number => hash | 0;
