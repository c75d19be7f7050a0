/** Gives the weight of a term. */
interface TermWeights {
  weight(term: number): number;
}

/** Term numbers in ascending order, and a weight for each; what lies beyond `size` is spare room. */
export interface TermVector {
  readonly terms: Int32Array;
  readonly weights: Float32Array;
  readonly size: number;
}

/** Room for a vector. Both arrays in one piece of memory: each piece costs 150 bytes beside its content. */
export function vectorOf(size: number): { terms: Int32Array; weights: Float32Array; size: number } {
  const memory = new ArrayBuffer(size * 8);
  return { terms: new Int32Array(memory, 0, size), weights: new Float32Array(memory, size * 4, size), size };
}

const NOTHING = vectorOf(0);

/**
 * A sum of vectors, itself a vector: 8 bytes a term, and comparing runs straight over it. A sum of one uses that
 * one's arrays: there may be 100,000 of these, and most are sums of one.
 */
export class SparseSum implements TermVector {
  terms = NOTHING.terms;
  weights = NOTHING.weights;
  size = 0;
  /** All weights together. */
  total = 0;
  #lent = true;

  /** Adds a vector; `tell` is called for each of its terms, with whether the sum did not have it before. */
  add(other: TermVector, tell: (term: number, fresh: boolean) => void): void {
    for (let at = 0; at < other.size; at++) this.total += other.weights[at] as number;
    if (this.size > 0) this.#merge(other, this.#tellFresh(other, tell));
    else {
      this.terms = other.terms;
      this.weights = other.weights;
      this.size = other.size;
      this.#lent = true;
      for (let at = 0; at < other.size; at++) tell(other.terms[at] as number, true);
    }
  }

  /** Weight of `term`, 0 when absent. */
  get(term: number): number {
    const terms = this.terms;
    let low = 0;
    let high = this.size - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const here = terms[middle] as number;
      if (here === term) return this.weights[middle] as number;
      if (here < term) low = middle + 1;
      else high = middle - 1;
    }
    return 0;
  }

  each(visit: (term: number, weight: number) => void): void {
    for (let at = 0; at < this.size; at++) visit(this.terms[at] as number, this.weights[at] as number);
  }

  /** Whether a term passes the test; stops at the first that does. */
  some(test: (term: number, weight: number) => boolean): boolean {
    for (let at = 0; at < this.size; at++)
      if (test(this.terms[at] as number, this.weights[at] as number)) return true;
    return false;
  }

  /** Keeps `share` of every weight, without the terms that then weigh less than `least`. @returns those terms. */
  fade(share: number, least: number): number[] {
    const faded = vectorOf(this.size);
    const gone: number[] = [];
    this.size = 0;
    this.total = 0;
    for (let at = 0; at < faded.size; at++) {
      const [term, weight] = [this.terms[at] as number, (this.weights[at] as number) * share];
      if (weight < least) {
        gone.push(term);
        continue;
      }
      faded.terms[this.size] = term;
      faded.weights[this.size++] = weight;
      this.total += weight;
    }
    this.terms = faded.terms;
    this.weights = faded.weights;
    this.#lent = false;
    return gone;
  }

  /** Sum of the squares of all weighted terms. */
  squares(weights: TermWeights): number {
    const { terms, weights: values, size } = this;
    let sum = 0;
    for (let at = 0; at < size; at++) {
      const weighted = (values[at] as number) * weights.weight(terms[at] as number);
      sum += weighted * weighted;
    }
    return sum;
  }

  /** How many terms of `other` are new here. */
  #tellFresh(other: TermVector, tell: (term: number, fresh: boolean) => void): number {
    let count = 0;
    let mine = 0;
    for (let at = 0; at < other.size; at++) {
      const term = other.terms[at] as number;
      while (mine < this.size && (this.terms[mine] as number) < term) mine++;
      const fresh = mine === this.size || this.terms[mine] !== term;
      if (fresh) count++;
      tell(term, fresh);
    }
    return count;
  }

  /** Adds a vector of which `fresh` terms are new: from the end, so that nothing is overwritten before it is read. */
  #merge(other: TermVector, fresh: number): void {
    let mine = this.size - 1;
    this.#makeRoom(this.size + fresh);
    const { terms, weights } = this;
    let theirs = other.size - 1;
    for (let to = this.size - 1; theirs >= 0; to--) {
      const [own, term] = [mine < 0 ? -1 : (terms[mine] as number), other.terms[theirs] as number];
      let weight = own >= term ? (weights[mine--] as number) : 0;
      if (term >= own) weight += other.weights[theirs--] as number;
      terms[to] = Math.max(own, term);
      weights[to] = weight;
    }
  }

  #makeRoom(size: number): void {
    if (this.#lent || this.terms.length < size) {
      const roomy = vectorOf(size === this.size ? size : size + (size >> 2));
      roomy.terms.set(this.terms.subarray(0, this.size));
      roomy.weights.set(this.weights.subarray(0, this.size));
      this.terms = roomy.terms;
      this.weights = roomy.weights;
      this.#lent = false;
    }
    this.size = size;
  }
}
