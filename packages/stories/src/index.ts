export { Clusterer } from './cluster/clusterer.ts';
export { decisionsInForce } from './cluster/constraints.ts';
export type { StoryItem } from './cluster/item.ts';
export type { ClusterOptions } from './cluster/options.ts';
export type { Placement } from './cluster/placement.ts';
export { centralHeadline, type Headline } from './headline.ts';
export {
  type Origin,
  type OriginItem,
  type OriginReport,
  type Origins,
  origins,
} from './independence/origins.ts';
export { publisherFamily } from './independence/publishers.ts';
export { crossLinks } from './links/cross-links.ts';
export { type ProfiledItem, profileStory, type StoryProfile } from './links/profile.ts';
export { type Novelty, novelty, type SeenText, type SentenceNovelty } from './novelty/novelty.ts';
export { reasonText } from './reason-text.ts';
export { storyPhase, type TimelineEntry, type TimelineItem, timeline } from './timeline.ts';
