/** Gives the weight of a term. */
interface TermWeights {
  weight(term: number): number;
}

/**
 * A sum of sparse vectors: term number -> weight, in two typed arrays (open addressing, linear probing).
 * About 12 bytes a term at the usual load, a quarter of what a Map needs; there may be 100,000 of these.
 */
export class SparseSum {
  /** Term + 1; 0 marks an empty slot, whose value is 0 too: loops over all slots need not tell them apart. */
  keys: Int32Array;
  values: Float32Array;
  size = 0;
  /** All weights together. */
  total = 0;

  constructor(capacity = 16) {
    let slots = 8;
    while (slots * 0.7 < capacity) slots *= 2;
    [this.keys, this.values] = table(slots);
  }

  /** Weight of `term`, 0 when absent. */
  get(term: number): number {
    const slot = this.#slot(term);
    return this.keys[slot] === term + 1 ? (this.values[slot] ?? 0) : 0;
  }

  has(term: number): boolean {
    return this.keys[this.#slot(term)] === term + 1;
  }

  /** Adds `weight` to `term`; true when the term was not there before. */
  add(term: number, weight: number): boolean {
    this.total += weight;
    const slot = this.#slot(term);
    if (this.keys[slot] === term + 1) {
      this.values[slot] = (this.values[slot] ?? 0) + weight;
      return false;
    }
    this.keys[slot] = term + 1;
    this.values[slot] = weight;
    this.size++;
    if (this.size > this.keys.length * 0.7) this.#grow();
    return true;
  }

  each(visit: (term: number, weight: number) => void): void {
    const keys = this.keys;
    for (let slot = 0; slot < keys.length; slot++) {
      const term = (keys[slot] ?? 0) - 1;
      if (term >= 0) visit(term, this.values[slot] ?? 0);
    }
  }

  /** Whether a term passes the test; stops at the first that does. */
  some(test: (term: number, weight: number) => boolean): boolean {
    const keys = this.keys;
    for (let slot = 0; slot < keys.length; slot++) {
      const term = (keys[slot] ?? 0) - 1;
      if (term >= 0 && test(term, this.values[slot] ?? 0)) return true;
    }
    return false;
  }

  /** Sum of the squares of all weighted terms. */
  squares(weights: TermWeights): number {
    const keys = this.keys;
    const values = this.values;
    let sum = 0;
    for (let at = 0; at < keys.length; at++) {
      const term = (keys[at] as number) - 1;
      if (term < 0) continue;
      const weighted = (values[at] as number) * weights.weight(term);
      sum += weighted * weighted;
    }
    return sum;
  }

  #slot(term: number): number {
    const mask = this.keys.length - 1;
    let slot = Math.imul(term, 0x9e3779b1) & mask;
    for (;;) {
      const key = this.keys[slot];
      if (key === term + 1 || key === 0) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    const keys = this.keys;
    const values = this.values;
    [this.keys, this.values] = table(keys.length * 2);
    for (let slot = 0; slot < keys.length; slot++) {
      const key = keys[slot] ?? 0;
      if (key === 0) continue;
      const to = this.#slot(key - 1);
      this.keys[to] = key;
      this.values[to] = values[slot] ?? 0;
    }
  }
}

/** Both arrays in one piece of memory: each piece costs 150 bytes beside its content. */
function table(slots: number): [keys: Int32Array, values: Float32Array] {
  const memory = new ArrayBuffer(slots * 8);
  return [new Int32Array(memory, 0, slots), new Float32Array(memory, slots * 4, slots)];
}
