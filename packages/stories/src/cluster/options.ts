import type { StoryEvent } from '@throughline/schema';

/** What can be set about grouping. The defaults were chosen on public data; see docs/stories.md. */
export interface ClusterOptions {
  /** A story without a new report for this long is closed and leaves memory. */
  windowHours: number;
  /** Of more live items than this the oldest are let go before their time: the window gets shorter. */
  mostItems: number;
  /**
   * Width of the time kernel for headlines: how fast two reports stop counting as the same event. It grows with the
   * length of the texts, since few words tell a topic and many tell an event.
   */
  timeHours: number;
  /** The widest that the kernel grows. */
  timeHoursMost: number;
  /** What likeness keeps of its strength however far apart in time (0..1). */
  timeFloor: number;
  /** An item joins the best story at or above this likeness (0..1). */
  joinAt: number;
  /** When a recent part is grouped afresh, items this alike are first put together, in order of arrival. */
  coreAt: number;
  /** Two stories become one at or above this likeness (0..1). */
  mergeAt: number;
  /** How much harder a merge gets with each doubling of the smaller story. */
  sizePenalty: number;
  /** How much more likeness is needed with each doubling of the terms of an item beyond eight. */
  lengthPenalty: number;
  /** Share of a story's reports that must hold a term for it to be the story's anchor. */
  anchorShare: number;
  /** What is left of the likeness of two stories whose anchors exclude each other. */
  anchorVeto: number;
  /** Weight of words in names and of figures in the text, beside plain words. */
  nameBoost: number;
  /** Weight of bare numbers, beside plain words. */
  numberBoost: number;
  /** Stories that turned out to be one are merged after so many items. */
  maintainEvery: number;
  /** The most recent items are grouped afresh after so many items (and each time a young stream doubles). */
  regroupEvery: number;
  /** How many of the most recent items can be grouped afresh; older stories are settled. */
  regroupItems: number;
  /** A story that has been quiet for this long is settled and not grouped afresh. */
  regroupHours: number;
  /** A term in more stories than this finds no candidates: it says too little. */
  postingCap: number;
  /** How many of the heaviest terms look for candidates. */
  probeTerms: number;
  /** Content words of the text that are read, beyond the title. */
  bodyWords: number;
  /** Told of everything that happens to stories, in order. */
  onEvent: ((event: StoryEvent) => void) | null;
}

export const defaultClusterOptions: ClusterOptions = {
  windowHours: 14 * 24,
  mostItems: 120_000,
  timeHours: 9,
  timeHoursMost: 72,
  timeFloor: 0.05,
  joinAt: 0.2,
  coreAt: 0.5,
  mergeAt: 0.115,
  sizePenalty: 0.1,
  lengthPenalty: 0.35,
  anchorShare: 0.5,
  anchorVeto: 0.5,
  nameBoost: 2,
  numberBoost: 0.5,
  maintainEvery: 100,
  regroupEvery: 5000,
  regroupItems: 5000,
  regroupHours: 14 * 24,
  postingCap: 100,
  probeTerms: 12,
  bodyWords: 200,
  onEvent: null,
};
