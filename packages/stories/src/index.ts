export { Clusterer, type Placement } from './cluster/clusterer.ts';
export type { StoryItem } from './cluster/item.ts';
export type { ClusterOptions } from './cluster/options.ts';
export { centralHeadline, type Headline } from './headline.ts';
export {
  type Origin,
  type OriginItem,
  type OriginReport,
  type Origins,
  origins,
} from './independence/origins.ts';
export { publisherFamily } from './independence/publishers.ts';
export { type Novelty, novelty, type SeenText, type SentenceNovelty } from './novelty/novelty.ts';
