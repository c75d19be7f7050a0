/** The `count` heaviest of the terms offered, heaviest first, of equals the lowest number: no sorting of the rest. */
export class Heaviest {
  readonly terms: number[] = [];
  readonly #weights: number[] = [];
  readonly #count: number;

  constructor(count: number) {
    this.#count = count;
  }

  offer(term: number, weight: number): void {
    const { terms } = this;
    const weights = this.#weights;
    let at = terms.length;
    if (at === this.#count && !this.#before(term, weight, at - 1)) return;
    if (at < this.#count) at++;
    for (at--; at > 0 && this.#before(term, weight, at - 1); at--) {
      terms[at] = terms[at - 1] ?? 0;
      weights[at] = weights[at - 1] ?? 0;
    }
    terms[at] = term;
    weights[at] = weight;
  }

  #before(term: number, weight: number, at: number): boolean {
    const theirs = this.#weights[at] ?? 0;
    return weight > theirs || (weight === theirs && term < (this.terms[at] ?? 0));
  }
}
