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

/**
 * Joins stories that turned out to be one, best pair first (agglomerative, centroid linkage), looking only at
 * stories touched since the last time and their neighbours. After each merge the neighbours of the new story are
 * looked at again, so the order of arrival matters little.
 */
export function mergeTouched(
  touched: Iterable<StoryState>,
  index: StoryIndex,
  scale: Scale,
  rules: {
    /** How many stories a term may be in to find neighbours. */
    cap: number;
    mayJoin: (a: StoryState, b: StoryState) => boolean;
    join: (into: StoryState, from: StoryState, likeness: number) => void;
  },
): void {
  const heap = new Heap<Pair>(before);
  const active = [...touched].filter((story) => !story.closed);
  for (const a of active) lookAround(a, index, scale, rules.cap, heap);
  for (let pair = heap.pop(); pair !== undefined; pair = heap.pop()) {
    const { a, b } = pair;
    const stale = a.members.length + b.members.length !== pair.reports;
    if (stale || a.closed || b.closed || !rules.mayJoin(a, b)) continue;
    const [into, from] = largerFirst(a, b);
    rules.join(into, from, pair.likeness);
    lookAround(into, index, scale, rules.cap, heap);
  }
}

function lookAround(a: StoryState, index: StoryIndex, scale: Scale, cap: number, heap: Heap<Pair>): void {
  const { options } = scale;
  for (const b of index.neighbours(a, options.probeTerms, cap)) {
    if (a === b) continue;
    const likeness = likenessOfStories(a, b, scale);
    if (likeness < options.mergeAt) continue;
    const [x, y] = a.order < b.order ? [a, b] : [b, a];
    heap.push({ a: x, b: y, reports: a.members.length + b.members.length, likeness });
  }
}

/** The larger story keeps its name; of two equals the older. */
function largerFirst(a: StoryState, b: StoryState): [StoryState, StoryState] {
  if (a.members.length !== b.members.length) return a.members.length > b.members.length ? [a, b] : [b, a];
  return a.order < b.order ? [a, b] : [b, a];
}
