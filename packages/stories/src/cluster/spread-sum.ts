import type { SparseSum } from './sparse-sum.ts';
import type { TermCounts } from './vocabulary.ts';

/** A sum with so many times the slots of the one spread out is asked term by term. */
const MUCH_LARGER = 4;

/**
 * One sum spread out over an array with a place for every term, weighted for both sides of a product. It is compared
 * with dozens of others: running over their slots without a search is several times faster than looking terms up.
 */
export class SpreadSum {
  #weighted = new Float64Array(1024);
  #keys = new Int32Array(64);
  #count = 0;

  /** Spreads a sum out, in place of the one before. */
  take(sum: SparseSum, counts: TermCounts): void {
    for (let at = 0; at < this.#count; at++) this.#weighted[this.#keys[at] ?? 0] = 0;
    this.#count = 0;
    if (this.#keys.length < sum.size) this.#keys = new Int32Array(2 * sum.size);
    sum.each((term, value) => {
      const weight = counts.weight(term);
      if (term + 1 >= this.#weighted.length) this.#widen(term + 2);
      this.#weighted[term + 1] = value * weight * weight;
      this.#keys[this.#count++] = term + 1;
    });
  }

  /** Product with another sum, each term weighted on both sides. */
  dot(other: SparseSum): number {
    const { keys, values } = other;
    const weighted = this.#weighted;
    if (keys.length > MUCH_LARGER * this.#count) return this.#dotLarge(other);
    let product = 0;
    // A term beyond the end is in no sum that was spread out so far.
    for (let slot = 0; slot < keys.length; slot++) {
      const key = keys[slot] as number;
      if (key < weighted.length) product += (weighted[key] as number) * (values[slot] as number);
    }
    return product;
  }

  #dotLarge(other: SparseSum): number {
    let product = 0;
    for (let at = 0; at < this.#count; at++) {
      const key = this.#keys[at] as number;
      product += (this.#weighted[key] as number) * other.get(key - 1);
    }
    return product;
  }

  #widen(least: number): void {
    const wider = new Float64Array(Math.ceil(1.3 * least));
    wider.set(this.#weighted);
    this.#weighted = wider;
  }
}
