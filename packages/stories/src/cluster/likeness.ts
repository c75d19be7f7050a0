import { anchorsExclude } from './anchors.ts';
import type { ClusterOptions } from './options.ts';
import type { SpreadSum } from './spread-sum.ts';
import { lengthOf, type StoryState } from './story-state.ts';
import type { TermCounts } from './vocabulary.ts';

const HOUR = 3_600_000;
/** Terms of a usual headline; longer texts share more by chance. */
const HEADLINE_TERMS = 8;

/** What is needed to compare: settings, weights, and the epoch that the weights were last changed in. */
export interface Scale {
  options: ClusterOptions;
  counts: TermCounts;
  epoch: number;
  /** Room for one item or story at a time. */
  spread: SpreadSum;
}

/**
 * Likeness of an item and a story, 0..1: cosine, time, and the length of the texts. 0 when it cannot reach `least`.
 * The reading of the item, of `size` terms, must be spread out in the scale.
 */
export function likenessToStory(
  size: number,
  time: number,
  story: StoryState,
  scale: Scale,
  least: number,
): number {
  const gap = gapHours(time, time, story.first, story.last);
  const terms = Math.min(size, story.terms / story.members.length);
  const most = timeFactor(gap, terms, scale.options) / lengthFactor(terms, scale.options);
  return most < least ? 0 : most * cosineToStory(story, scale);
}

/**
 * Likeness of two stories, 0..1: cosine, time, length, size, and whether their anchors exclude each other. The sum of
 * `a` must be spread out in the scale.
 */
export function likenessOfStories(a: StoryState, b: StoryState, scale: Scale): number {
  const { options, counts } = scale;
  const size = 1 + options.sizePenalty * Math.log2(Math.min(a.members.length, b.members.length));
  const terms = Math.min(a.terms / a.members.length, b.terms / b.members.length);
  const time = timeFactor(gapHours(a.first, a.last, b.first, b.last), terms, options);
  const most = time / size / lengthFactor(terms, options);
  // A cosine is at most 1: what time and size already rule out is not worth reckoning.
  if (most < options.mergeAt) return 0;
  const dot = scale.spread.dot(b.sum);
  if (dot === 0) return 0;
  const likeness = most * (dot / (scale.spread.length * lengthOf(b, counts, scale.epoch)));
  if (likeness < options.mergeAt) return likeness;
  return anchorsExclude(a, b, counts, options) ? likeness * options.anchorVeto : likeness;
}

function cosineToStory(story: StoryState, { counts, epoch, spread }: Scale): number {
  const dot = spread.dot(story.sum);
  return dot === 0 ? 0 : dot / (spread.length * lengthOf(story, counts, epoch));
}

/** Hours between two spans of time, 0 when they overlap. */
export function gapHours(aFirst: number, aLast: number, bFirst: number, bLast: number): number {
  return Math.max(0, aFirst - bLast, bFirst - aLast) / HOUR;
}

/** What time leaves of a likeness: all within the hour, `timeFloor` for reports far apart. */
function timeFactor(hours: number, terms: number, options: ClusterOptions): number {
  const grown = options.timeHours * Math.max(1, terms / HEADLINE_TERMS);
  const width = Math.min(grown, options.timeHoursMost);
  const near = Math.exp(-(hours * hours) / (2 * width * width));
  return options.timeFloor + (1 - options.timeFloor) * near;
}

function lengthFactor(terms: number, options: ClusterOptions): number {
  return 1 + options.lengthPenalty * Math.max(0, Math.log2(terms / HEADLINE_TERMS));
}
