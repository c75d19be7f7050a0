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

const MANY = 255;

/**
 * How many stories hold each term: a byte for nearly all of them, so that the counts of two million terms stay in the
 * processor's cache: waiting for them was a sixth of the time of a large stream. The few words of many stories are apart.
 */
class StoryCounts {
  #few: Uint8Array = new Uint8Array(1024);
  readonly #many = new Map<number, number>();

  get(term: number): number {
    const few = this.#few[term] ?? 0;
    return few < MANY ? few : (this.#many.get(term) ?? 0);
  }

  add(term: number, change: number): void {
    const count = this.get(term) + change;
    if (term >= this.#few.length) this.#widen(term + 1);
    this.#few[term] = Math.min(count, MANY);
    if (count >= MANY) this.#many.set(term, count);
  }

  #widen(least: number): void {
    const wider = new Uint8Array(Math.ceil(1.5 * least));
    wider.set(this.#few);
    this.#few = wider;
  }
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
  readonly #counts = new StoryCounts();
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
    return number;
  }

  /** How many live stories hold the term. */
  stories(number: number): number {
    return this.#counts.get(number);
  }

  enter(number: number): void {
    this.#counts.add(number, 1);
  }

  /** The term left a story; a term that is in none any more is forgotten and its number given away. */
  leave(number: number): void {
    if (this.stories(number) > 0) this.#counts.add(number, -1);
    if (this.stories(number) === 0 && this.#numbers.remove(number)) this.#free.push(number);
  }

  /** Inverse story frequency: a power of its natural logarithm. */
  weight(number: number): number {
    const held = this.#counts.get(number);
    return held < this.#weights.length ? (this.#weights[held] as number) : inverse(this.#weightsFor, held);
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
  readonly #counts = new StoryCounts();

  constructor(weights: TermCounts) {
    this.#weights = weights;
  }

  enter(term: number): void {
    this.#counts.add(term, 1);
  }

  leave(term: number): void {
    this.#counts.add(term, -1);
  }

  stories(term: number): number {
    return this.#counts.get(term);
  }

  weight(term: number): number {
    return this.#weights.weight(term);
  }
}
