import type { SparseSum, TermVector } from './sparse-sum.ts';
import type { TermCounts } from './vocabulary.ts';

/** A sum with so many times the terms of the one spread out is asked term by term. */
const MUCH_LARGER = 8;

/**
 * One vector spread out over an array with a place for every term, weighted for both sides of a product. It is
 * compared with dozens of sums: running over their terms without a search is several times faster than looking up.
 */
export class SpreadSum {
  #weighted = new Float64Array(1024);
  #terms = new Int32Array(64);
  #count = 0;
  /** Length of the weighted vector. */
  length = 0;

  /** Spreads a vector out, in place of the one before. */
  take({ terms, weights, size }: TermVector, counts: TermCounts): void {
    for (let at = 0; at < this.#count; at++) this.#weighted[this.#terms[at] as number] = 0;
    if (this.#terms.length < size) this.#terms = new Int32Array(2 * size);
    const highest = terms[size - 1] ?? 0;
    if (highest >= this.#weighted.length) this.#widen(highest + 1);
    let squares = 0;
    for (let at = 0; at < size; at++) {
      const term = terms[at] as number;
      const rarity = counts.weight(term);
      const weighted = (weights[at] as number) * rarity;
      squares += weighted * weighted;
      this.#weighted[term] = weighted * rarity;
      this.#terms[at] = term;
    }
    this.#count = size;
    this.length = Math.sqrt(squares) || 1;
  }

  /** Product with a sum, each term weighted on both sides. */
  dot(other: SparseSum): number {
    const { terms, weights, size } = other;
    if (size > MUCH_LARGER * this.#count) return this.#dotLarge(other);
    const weighted = this.#weighted;
    const known = weighted.length;
    let product = 0;
    for (let at = 0; at < size; at++) {
      const term = terms[at] as number;
      // Terms ascend: those beyond the end are in no vector that was spread out so far.
      if (term >= known) break;
      product += (weighted[term] as number) * (weights[at] as number);
    }
    return product;
  }

  #dotLarge(other: SparseSum): number {
    let product = 0;
    for (let at = 0; at < this.#count; at++) {
      const term = this.#terms[at] as number;
      product += (this.#weighted[term] as number) * other.get(term);
    }
    return product;
  }

  #widen(least: number): void {
    const wider = new Float64Array(Math.ceil(1.3 * least));
    wider.set(this.#weighted);
    this.#weighted = wider;
  }
}
