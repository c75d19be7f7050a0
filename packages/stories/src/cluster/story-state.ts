import { withOne } from '../list.ts';
import { SparseSum, type TermVector } from './sparse-sum.ts';
import type { Moment } from './stream-clock.ts';
import type { TermCounts } from './vocabulary.ts';

/**
 * An item as the clusterer sees it: its terms and their weights before the story frequency, scaled so that the whole
 * has length 1.
 */
export type Reading = TermVector;

/** What is kept of an item while its story is live. */
export interface Member {
  id: string;
  /** Place in the stream: breaks ties, so that the same input gives the same stories. */
  order: number;
  /** Milliseconds since 1970, as its source tells. */
  time: number;
  /** The time that says how long it is kept (see Moment). */
  reckoned: number;
  /** Gone for older items: their stories are settled. */
  reading: Reading | null;
  terms: number;
  /** The earlier item that this one copies, edits or carries on: they stay together. */
  tiedTo: string | null;
  story: StoryState;
}

/** What is kept of a story while it is live. */
export interface StoryState {
  id: string;
  /** Place of the first item in the stream. */
  order: number;
  /** Place among the stories by when they began; one that lives on in other members keeps it. */
  born: number;
  sum: SparseSum;
  members: Member[];
  /** Distinct terms of all members together. */
  terms: number;
  /** Milliseconds since 1970 of the earliest and the latest report. */
  first: number;
  last: number;
  /** The same by the times that say how long they are kept. */
  reckonedFirst: number;
  reckonedLast: number;
  /** Left the indexes: out of the window, or taken over by another story. */
  closed: boolean;
  /** Length of the weighted sum, and the epoch of weights that it was reckoned in. */
  length: number;
  lengthEpoch: number;
  /** The last search that found it (see StoryIndex). */
  mark: number;
  /** Hour in which it is looked at next (see Agenda). */
  lookAt: number;
}

export function newStory(id: string, order: number, { told, reckoned }: Moment): StoryState {
  return {
    id,
    order,
    born: 0,
    sum: new SparseSum(),
    members: [],
    terms: 0,
    first: told,
    last: told,
    reckonedFirst: reckoned,
    reckonedLast: reckoned,
    closed: false,
    length: 0,
    lengthEpoch: -1,
    mark: 0,
    lookAt: Number.POSITIVE_INFINITY,
  };
}

/** When a member is from. */
export const momentOf = ({ time, reckoned }: Member): Moment => ({ told: time, reckoned });

/** Counts a member in, without its terms. */
export function countIn(story: StoryState, member: Member): void {
  story.members = withOne(story.members, member);
  story.terms += member.terms;
  story.order = Math.min(story.order, member.order);
  story.first = Math.min(story.first, member.time);
  story.last = Math.max(story.last, member.time);
  story.reckonedFirst = Math.min(story.reckonedFirst, member.reckoned);
  story.reckonedLast = Math.max(story.reckonedLast, member.reckoned);
  story.lengthEpoch = -1;
}

/** Length of a story's weighted sum; kept until the story or the weights change. */
export function lengthOf(story: StoryState, counts: TermCounts, epoch: number): number {
  if (story.lengthEpoch === epoch) return story.length;
  story.length = Math.sqrt(story.sum.squares(counts)) || 1;
  story.lengthEpoch = epoch;
  return story.length;
}
