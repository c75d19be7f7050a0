/** Stories fewer than this are reckoned as this many, so that the first items of a stream are not all alike. */
const STORIES_FLOOR = 200;

/**
 * Terms as numbers, and how telling each is.
 *
 * The weight counts the live *stories* that hold a term, not the items: a word that 300 reports of one event
 * share stays as telling as on the first day, while "launch" in 40 stories does not. (With document counts the
 * name of a hot story weighs less than a typing error.)
 */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #terms: (string | undefined)[] = [];
  readonly #free: number[] = [];
  #stories: Int32Array = new Int32Array(1024);
  #live = 0;
  #logs: Float64Array = logTable(STORIES_FLOOR);
  #logsFor = STORIES_FLOOR;

  get size(): number {
    return this.#numbers.size;
  }

  /** How many stories are live. */
  get live(): number {
    return this.#live;
  }

  set live(count: number) {
    this.#live = count;
    const target = Math.max(count, STORIES_FLOOR);
    // Within a tenth the logarithm moves by less than 0.1: not worth a new table.
    if (target > this.#logsFor * 1.1 || target < this.#logsFor * 0.9) {
      this.#logs = logTable(target);
      this.#logsFor = target;
    }
  }

  number(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    const number = this.#free.pop() ?? this.#terms.length;
    this.#numbers.set(term, number);
    this.#terms[number] = term;
    if (number >= this.#stories.length) {
      const wider = new Int32Array(this.#stories.length * 2);
      wider.set(this.#stories);
      this.#stories = wider;
    }
    return number;
  }

  term(number: number): string {
    return this.#terms[number] ?? '';
  }

  /** How many live stories hold the term. */
  stories(number: number): number {
    return this.#stories[number] ?? 0;
  }

  enter(number: number): void {
    this.#stories[number] = this.stories(number) + 1;
  }

  /** The term left a story; a term that is in none any more is forgotten. */
  leave(number: number): void {
    const left = this.stories(number) - 1;
    this.#stories[number] = Math.max(left, 0);
    if (left > 0) return;
    const term = this.#terms[number];
    if (term === undefined) return;
    this.#numbers.delete(term);
    this.#terms[number] = undefined;
    this.#free.push(number);
  }

  /** Inverse story frequency, natural logarithm. */
  weight(number: number): number {
    const held = Math.max(this.stories(number), 1);
    return held < this.#logs.length
      ? (this.#logs[held] ?? 0)
      : Math.log(1 + (this.#logsFor + 1) / (held + 0.5));
  }
}

function logTable(stories: number): Float64Array {
  return Float64Array.from({ length: 4096 }, (_, held) => Math.log(1 + (stories + 1) / (held + 0.5)));
}
