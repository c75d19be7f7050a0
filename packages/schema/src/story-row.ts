import { z } from 'zod';
import { Id, Instant } from './common.ts';
import { ItemRelation } from './story.ts';

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
  /** For people: why it is in this story. */
  reasons: z.array(z.string()),
});
export type StoryReport = z.infer<typeof StoryReport>;

/** Reports that came from one place: a newsroom or an agency; the earliest first. */
export const StoryOrigin = z.object({
  /** Agency or family of the publisher; null when neither is known. */
  source: z.string().nullable(),
  items: z.array(Id),
});
export type StoryOrigin = z.infer<typeof StoryOrigin>;

export const StoryDetail = StoryRow.extend({
  origins: z.array(StoryOrigin),
  members: z.array(StoryReport),
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

/** What an item shows of its story: the other reports, and what of its own text none of the earlier ones told. */
export const ItemStory = StoryDetail.extend({
  /** UTF-16 spans of the item's text that earlier reports told already. */
  told: z.array(z.object({ start: z.number().int(), end: z.number().int(), by: Id })),
});
export type ItemStory = z.infer<typeof ItemStory>;
