import { Heap } from './heap.ts';
import { likenessOfStories, type Scale } from './likeness.ts';
import type { StoryIndex } from './story-index.ts';
import type { StoryState } from './story-state.ts';

interface Pair {
  a: StoryState;
  b: StoryState;
  /** Reports of both when the pair was looked at: a pair of changed stories is out of date. */
  reports: number;
  likeness: number;
}

const before = (x: Pair, y: Pair): boolean =>
  x.likeness !== y.likeness
    ? x.likeness > y.likeness
    : x.a.order !== y.a.order
      ? x.a.order < y.a.order
      : x.b.order < y.b.order;

export interface MergeRules {
  mayJoin: (a: StoryState, b: StoryState) => boolean;
  join: (into: StoryState, from: StoryState, likeness: number) => void;
}

/** A merged story looks for new neighbours when it has grown so much; until then it keeps those of its parts. */
const GROWN = 1.25;

/**
 * Joins stories that turned out to be one, best pair first (agglomerative, centroid linkage), looking only at
 * stories touched since the last time and their neighbours. After a merge the pairs of both parts are those of the
 * new story, and are reckoned again when their turn comes, so the order of arrival matters little.
 */
export function mergeTouched(
  touched: Iterable<StoryState>,
  index: StoryIndex,
  scale: Scale,
  rules: MergeRules,
): void {
  new Merging(index, scale, rules).run([...touched].filter((story) => !story.closed));
}

class Merging {
  readonly #index: StoryIndex;
  readonly #scale: Scale;
  readonly #rules: MergeRules;
  readonly #heap = new Heap<Pair>(before);
  /** What a story became part of. */
  readonly #heir = new Map<StoryState, StoryState>();
  readonly #numbers = new Map<StoryState, number>();
  /** Pairs of stories, with how many reports they had when their likeness was reckoned. */
  readonly #reckoned = new Map<number, number>();
  readonly #lookedAt = new Map<StoryState, number>();

  constructor(index: StoryIndex, scale: Scale, rules: MergeRules) {
    this.#index = index;
    this.#scale = scale;
    this.#rules = rules;
  }

  run(active: readonly StoryState[]): void {
    for (const story of active) this.#lookAround(story);
    for (let pair = this.#heap.pop(); pair !== undefined; pair = this.#heap.pop()) {
      const [a, b] = [this.#living(pair.a), this.#living(pair.b)];
      if (a === b) continue;
      if (a.members.length + b.members.length !== pair.reports) {
        this.#scale.spread.take(a.sum, this.#scale.counts);
        this.#reckon(a, b);
      } else if (!a.closed && !b.closed && this.#rules.mayJoin(a, b)) this.#join(a, b, pair.likeness);
    }
  }

  #join(a: StoryState, b: StoryState, likeness: number): void {
    const [into, from] = largerFirst(a, b);
    this.#rules.join(into, from, likeness);
    this.#heir.set(from, into);
    if (into.members.length >= GROWN * (this.#lookedAt.get(into) ?? 0)) this.#lookAround(into);
  }

  #living(story: StoryState): StoryState {
    let at = story;
    for (let next = this.#heir.get(at); next !== undefined; next = this.#heir.get(at)) at = next;
    return at;
  }

  #lookAround(a: StoryState): void {
    this.#lookedAt.set(a, a.members.length);
    const { probeTerms, postingCap } = this.#scale.options;
    this.#scale.spread.take(a.sum, this.#scale.counts);
    for (const b of this.#index.neighbours(a, probeTerms, postingCap)) if (a !== b) this.#reckon(a, b);
  }

  /** Reckons the likeness of two stories, once for what they are now; `a` is spread out. */
  #reckon(a: StoryState, b: StoryState): void {
    const reports = a.members.length + b.members.length;
    const key = pairKey(this.#number(a), this.#number(b));
    if (this.#reckoned.get(key) === reports) return;
    this.#reckoned.set(key, reports);
    const likeness = likenessOfStories(a, b, this.#scale);
    if (likeness < this.#scale.options.mergeAt) return;
    const [x, y] = a.order < b.order ? [a, b] : [b, a];
    this.#heap.push({ a: x, b: y, reports, likeness });
  }

  #number(story: StoryState): number {
    const known = this.#numbers.get(story);
    if (known !== undefined) return known;
    this.#numbers.set(story, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

/** One number for two, whichever comes first; small ones for small ones, which a Map holds without a box. */
function pairKey(x: number, y: number): number {
  const [low, high] = x < y ? [x, y] : [y, x];
  return (high * (high - 1)) / 2 + low;
}

/** The larger story keeps its name; of two equals the older. */
function largerFirst(a: StoryState, b: StoryState): [StoryState, StoryState] {
  if (a.members.length !== b.members.length) return a.members.length > b.members.length ? [a, b] : [b, a];
  return a.order < b.order ? [a, b] : [b, a];
}
