import { z } from 'zod';
import { Id, Instant } from './common.ts';
import { ItemRelation, StoryPhase, StoryReason } from './story.ts';

/** A story in a list. */
export const StoryRow = z.object({
  id: z.string(),
  headline: z.string(),
  firstAt: Instant,
  lastAt: Instant,
  reports: z.number().int(),
  /** Origins after copies of one wire and feeds of one publisher are counted once. */
  independent: z.number().int(),
  topics: z.array(z.string()),
  languages: z.array(z.string()),
});
export type StoryRow = z.infer<typeof StoryRow>;

/** One report of a story. */
export const StoryReport = z.object({
  id: Id,
  title: z.string(),
  url: z.string().nullable(),
  at: Instant,
  language: z.string().nullable(),
  publisher: z.string(),
  relation: ItemRelation,
  duplicateOf: Id.nullable(),
  updateOf: Id.nullable(),
  /** Why it is in this story. */
  reasons: z.array(StoryReason),
});
export type StoryReport = z.infer<typeof StoryReport>;

/** Reports that came from one place: a newsroom or an agency; the earliest first. */
export const StoryOrigin = z.object({
  /** The newsroom as it writes itself, else the agency; null when neither is known. */
  source: z.string().nullable(),
  items: z.array(Id),
});
export type StoryOrigin = z.infer<typeof StoryOrigin>;

/** A person, place or organisation that a story names. */
export const StoryEntity = z.object({
  /** Entry of the gazetteer, "org.unsc". */
  id: z.string(),
  name: z.string(),
  type: z.enum(['person', 'place', 'org']),
  /** How many of its reports name it. */
  reports: z.number().int(),
});
export type StoryEntity = z.infer<typeof StoryEntity>;

/**
 * A story in another language that seems to be the same event. `sure` by the machine's score, `proposed` below it:
 * then a person says. `confirmed` and `rejected` are what a person said.
 */
export const LinkedStory = z.object({
  id: z.string(),
  headline: z.string(),
  language: z.string().nullable(),
  reports: z.number().int(),
  score: z.number(),
  reasons: z.array(StoryReason),
  state: z.enum(['sure', 'proposed', 'confirmed', 'rejected']),
});
export type LinkedStory = z.infer<typeof LinkedStory>;

/** A grouping of all stored items anew. */
export const StoryRebuild = z.object({
  startedAt: Instant,
  /** Null: the command line. */
  by: z.string().nullable(),
  /** Null: it goes on. */
  finishedAt: Instant.nullable(),
  /** Items that are grouped so far, and all. */
  done: z.number().int(),
  total: z.number().int(),
  /** BCubed F1 of the stories that stood and those that came out, 0..1, over `items`; null while it goes on. */
  agreement: z.number().nullable(),
  items: z.number().int().nullable(),
});
export type StoryRebuild = z.infer<typeof StoryRebuild>;

/** What a report was the first to bring to its story. */
export const TimelineMark = z.object({
  item: Id,
  /** The first report of its publisher's family. */
  firstOfPublisher: z.boolean(),
  /** Figures that no earlier report gave. */
  newFigures: z.array(z.string()),
});
export type TimelineMark = z.infer<typeof TimelineMark>;

export const StoryDetail = StoryRow.extend({
  phase: StoryPhase,
  origins: z.array(StoryOrigin),
  members: z.array(StoryReport),
  entities: z.array(StoryEntity),
  links: z.array(LinkedStory),
  /** In order of time. */
  timeline: z.array(TimelineMark),
});
export type StoryDetail = z.infer<typeof StoryDetail>;

/** What a curator can do to stories; `commandId` makes it repeatable and names it for undo. */
export const StoryCommand = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('merge'), commandId: z.uuid(), into: z.string(), from: z.string() }),
  z.object({ kind: z.literal('split'), commandId: z.uuid(), story: z.string(), itemIds: z.array(Id).min(1) }),
  z.object({ kind: z.literal('move'), commandId: z.uuid(), itemId: Id, to: z.string() }),
  z.object({
    kind: z.literal('rename'),
    commandId: z.uuid(),
    story: z.string(),
    headline: z.string().trim().min(1).max(300),
  }),
]);
export type StoryCommand = z.infer<typeof StoryCommand>;

/** What another report tells that the one being read does not. */
export const ReportAdds = z.object({
  item: Id,
  /** Its sentences that are new to a reader of this item, and how many it has. */
  novel: z.number().int(),
  sentences: z.number().int(),
  /** The first of the new sentences; null when there is none. */
  first: z.string().nullable(),
  newFigures: z.array(z.string()),
});
export type ReportAdds = z.infer<typeof ReportAdds>;

/** What an item shows of its story: the other reports, and what of its own text none of the earlier ones told. */
export const ItemStory = StoryDetail.extend({
  /** UTF-16 spans of the item's text that earlier reports told already. */
  told: z.array(z.object({ start: z.number().int(), end: z.number().int(), by: Id })),
  /** The other reports, the latest first, 20 at most. */
  adds: z.array(ReportAdds),
});
export type ItemStory = z.infer<typeof ItemStory>;
