import type { SparseSum, TermVector } from './sparse-sum.ts';
import type { TermCounts } from './vocabulary.ts';

/** A sum with so many times the terms of the one spread out is asked term by term. */
const MUCH_LARGER = 8;

const NONE = -1;

/**
 * One vector spread out over a small table by the low bits of its terms, weighted for both sides of a product. It is
 * compared with dozens of sums, which have few terms in common with it: running over theirs and finding most places
 * empty takes no memory but the table, which fits into the fastest cache, while one place for each word of the
 * vocabulary does not.
 */
export class SpreadSum {
  /** Term by slot, NONE where free. Open addressing, linear probing, at most a quarter full. */
  #slots = new Int32Array(256).fill(NONE);
  #weighted = new Float64Array(256);
  #mask = 255;
  #terms: Int32Array = this.#slots;
  #count = 0;
  /** Length of the weighted vector. */
  length = 0;

  /** Spreads a vector out, in place of the one before. It must stay as it is while products are asked for. */
  take({ terms, weights, size }: TermVector, counts: TermCounts): void {
    this.#clear(size);
    let squares = 0;
    for (let at = 0; at < size; at++) {
      const term = terms[at] as number;
      const rarity = counts.weight(term);
      const weighted = (weights[at] as number) * rarity;
      squares += weighted * weighted;
      const slot = this.#slotOf(term);
      this.#slots[slot] = term;
      this.#weighted[slot] = weighted * rarity;
    }
    this.#terms = terms;
    this.#count = size;
    this.length = Math.sqrt(squares) || 1;
  }

  /** Product with a sum, each term weighted on both sides. */
  dot(other: SparseSum): number {
    const { terms, weights, size } = other;
    if (size > MUCH_LARGER * this.#count) return this.#dotLarge(other);
    const slots = this.#slots;
    const mask = this.#mask;
    let product = 0;
    for (let at = 0; at < size; at++) {
      const term = terms[at] as number;
      let slot = term & mask;
      let held = slots[slot] as number;
      while (held !== term && held !== NONE) {
        slot = (slot + 1) & mask;
        held = slots[slot] as number;
      }
      if (held === term) product += (this.#weighted[slot] as number) * (weights[at] as number);
    }
    return product;
  }

  #dotLarge(other: SparseSum): number {
    let product = 0;
    for (let at = 0; at < this.#count; at++) {
      const term = this.#terms[at] as number;
      product += (this.#weighted[this.#slotOf(term)] as number) * other.get(term);
    }
    return product;
  }

  /** The slot of a term, or the free one that it would take. */
  #slotOf(term: number): number {
    let slot = term & this.#mask;
    while (this.#slots[slot] !== term && this.#slots[slot] !== NONE) slot = (slot + 1) & this.#mask;
    return slot;
  }

  /** An empty table for so many terms. */
  #clear(terms: number): void {
    const needed = 2 ** Math.ceil(Math.log2(Math.max(64, terms) * 4));
    if (needed > this.#slots.length) {
      this.#slots = new Int32Array(needed);
      this.#weighted = new Float64Array(needed);
    }
    this.#mask = needed - 1;
    this.#slots.fill(NONE, 0, needed);
  }
}
