export type { SampleTopic } from './entry.ts';
export { revisionAt, type SampleGold, type SampleItem, type SampleRevision } from './items.ts';
export { sampleKeyOf } from './key.ts';
export { articlePath as samplePath, sampleGuid } from './render/view.ts';
export { type SampleWire, type SampleWireOptions, startSampleWire } from './server.ts';
export {
  type SampleFormat,
  type SamplePublisher,
  type SampleSource,
  samplePublishers,
  sampleSources,
} from './sources.ts';
export {
  type SampleCitation,
  type SampleClaim,
  type SampleRun,
  type SampleSection,
  type SampleStoryline,
  sampleStoryline,
} from './storyline.ts';
export type { Replay } from './timeline.ts';
export { sampleItems, sampleWireNow } from './wire.ts';
