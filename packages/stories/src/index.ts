export { Clusterer, type Placement } from './cluster/clusterer.ts';
export type { StoryItem } from './cluster/item.ts';
export type { ClusterOptions } from './cluster/options.ts';
