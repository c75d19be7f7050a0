import { wideHash } from '../hash.ts';
import { HashIndex } from '../hash-index.ts';

/** Stories fewer than this are reckoned as this many, so that the first items of a stream are not all alike. */
const STORIES_FLOOR = 200;

/** How telling terms are, and in how many stories each is. */
export interface TermCounts {
  enter(term: number): void;
  leave(term: number): void;
  stories(term: number): number;
  weight(term: number): number;
}

/**
 * Terms as numbers, and how telling each is.
 *
 * The weight counts the live *stories* that hold a term, not the items: a word that 300 reports of one event
 * share stays as telling as on the first day, while "launch" in 40 stories does not. (With document counts the
 * name of a hot story weighs less than a typing error.)
 */
export class Vocabulary implements TermCounts {
  /** Terms are known by a hash of 53 bits: of five million two have the same once in a thousand streams. */
  readonly #numbers = new HashIndex();
  readonly #free: number[] = [];
  #given = 0;
  #stories: Int32Array = new Int32Array(1024);
  /** The weight of a term by how many stories hold it. */
  #weights: Float64Array = weightTable(STORIES_FLOOR);
  #weightsFor = STORIES_FLOOR;

  /** How many terms are known. */
  get size(): number {
    return this.#numbers.size;
  }

  /** Tells how many stories are live. Within a tenth the logarithm moves by less than 0.1: not worth a new table. */
  setLive(count: number): void {
    const target = Math.max(count, STORIES_FLOOR);
    if (target <= this.#weightsFor * 1.1 && target >= this.#weightsFor * 0.9) return;
    this.#weights = weightTable(target);
    this.#weightsFor = target;
  }

  /** The number of a term, given to it if it is new. A number is kept while a story holds the term. */
  number(term: string): number {
    const hash = wideHash(term);
    const known = this.#numbers.find(hash);
    if (known >= 0) return known;
    const number = this.#free.pop() ?? this.#given++;
    this.#numbers.add(hash, number);
    if (number >= this.#stories.length) this.#widen();
    return number;
  }

  /** How many live stories hold the term. */
  stories(number: number): number {
    return this.#stories[number] ?? 0;
  }

  enter(number: number): void {
    this.#stories[number] = this.stories(number) + 1;
  }

  /** The term left a story; a term that is in none any more is forgotten and its number given away. */
  leave(number: number): void {
    const left = Math.max(this.stories(number) - 1, 0);
    this.#stories[number] = left;
    if (left === 0 && this.#numbers.remove(number)) this.#free.push(number);
  }

  /** Inverse story frequency: a power of its natural logarithm. */
  weight(number: number): number {
    const held = this.#stories[number] as number;
    return held < this.#weights.length ? (this.#weights[held] as number) : inverse(this.#weightsFor, held);
  }

  #widen(): void {
    const wider = new Int32Array(Math.ceil(1.5 * this.#stories.length));
    wider.set(this.#stories);
    this.#stories = wider;
  }
}

/** Rare words tell events apart better than the plain logarithm has it: "Venezuela, oil" is a topic, not an event. */
const SHARPNESS = 1.5;

const inverse = (stories: number, held: number): number =>
  Math.log(1 + (stories + 1) / (held + 0.5)) ** SHARPNESS;

/** Weights for every number of stories that can be live before a new table is due; none counts as one. */
function weightTable(stories: number): Float64Array {
  return Float64Array.from({ length: Math.ceil(1.2 * stories) }, (_, held) =>
    inverse(stories, Math.max(held, 1)),
  );
}

/** Counts of its own over the weights of another vocabulary, for trying a grouping without touching the real one. */
export class TrialCounts implements TermCounts {
  readonly #weights: TermCounts;
  #stories: Int32Array = new Int32Array(1024);

  constructor(weights: TermCounts) {
    this.#weights = weights;
  }

  enter(term: number): void {
    if (term >= this.#stories.length) {
      const wider = new Int32Array(2 * term);
      wider.set(this.#stories);
      this.#stories = wider;
    }
    this.#stories[term] = this.stories(term) + 1;
  }

  leave(term: number): void {
    this.#stories[term] = this.stories(term) - 1;
  }

  stories(term: number): number {
    return this.#stories[term] ?? 0;
  }

  weight(term: number): number {
    return this.#weights.weight(term);
  }
}
