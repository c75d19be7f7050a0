/** What can be set about grouping. The defaults were chosen on public data; see docs/stories.md. */
export interface ClusterOptions {
  /** A story without a new report for this long is closed and leaves memory. */
  windowHours: number;
  /** Width of the time kernel: how fast two reports stop counting as the same event. */
  timeHours: number;
  /** What likeness keeps of its strength however far apart in time (0..1). */
  timeFloor: number;
  /** An item joins the best story at or above this likeness (0..1). */
  joinAt: number;
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
  /** Weight of words in names, beside plain words. */
  nameBoost: number;
  /** Weight of bare numbers, beside plain words. */
  numberBoost: number;
  /** Maintenance (merge, close) runs by itself after so many items. */
  maintainEvery: number;
  /** A term in more stories than this finds no candidates: it says too little. */
  postingCap: number;
  /** How many of the heaviest terms look for candidates. */
  probeTerms: number;
  /** Content words of the text that are read, beyond the title. */
  bodyWords: number;
}

export const defaultClusterOptions: ClusterOptions = {
  windowHours: 14 * 24,
  timeHours: 14,
  timeFloor: 0.1,
  joinAt: 0.25,
  mergeAt: 0.17,
  sizePenalty: 0.1,
  lengthPenalty: 0.25,
  anchorShare: 0.4,
  anchorVeto: 0.5,
  nameBoost: 2,
  numberBoost: 0.5,
  maintainEvery: 100,
  postingCap: 100,
  probeTerms: 12,
  bodyWords: 200,
};
