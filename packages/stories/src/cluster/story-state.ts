import { SparseSum } from './sparse-sum.ts';
import type { Vocabulary } from './vocabulary.ts';

/** An item as the clusterer sees it: term numbers, their weights before the story frequency, and a time. */
export interface Reading {
  id: string;
  terms: Int32Array;
  /** Term weight before its story frequency, scaled so that the whole reading has length 1. */
  weights: Float32Array;
  /** Milliseconds since 1970. */
  time: number;
}

/** What is kept of a story while it is live. */
export interface StoryState {
  id: string;
  /** Order of birth: breaks every tie, so that the same input gives the same stories. */
  order: number;
  sum: SparseSum;
  members: string[];
  /** Distinct terms of all members together, for the mean length. */
  terms: number;
  first: number;
  last: number;
  /** Left the window: no longer in memory's indexes. */
  closed: boolean;
  /** Set to the story that took this one over. */
  mergedInto: StoryState | null;
  /** Length of the weighted sum, and the epoch of weights that it was reckoned in. */
  length: number;
  lengthEpoch: number;
}

export function newStory(id: string, order: number, time: number): StoryState {
  return {
    id,
    order,
    sum: new SparseSum(),
    members: [],
    terms: 0,
    first: time,
    last: time,
    closed: false,
    mergedInto: null,
    length: 0,
    lengthEpoch: -1,
  };
}

/** Length of a story's weighted sum; kept until the story or the weights change. */
export function lengthOf(story: StoryState, vocabulary: Vocabulary, epoch: number): number {
  if (story.lengthEpoch === epoch) return story.length;
  let squares = 0;
  story.sum.each((term, weight) => {
    const w = weight * vocabulary.weight(term);
    squares += w * w;
  });
  story.length = Math.sqrt(squares) || 1;
  story.lengthEpoch = epoch;
  return story.length;
}

/** The story that `story` has become after merges. */
export function alive(story: StoryState): StoryState {
  let current = story;
  while (current.mergedInto !== null) current = current.mergedInto;
  return current;
}
