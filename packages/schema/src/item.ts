import { z } from 'zod';
import { Id, Instant } from './common.ts';
import { Author, Enclosure } from './parsed-feed.ts';
import { TagResult } from './tag.ts';
import { Verdict } from './verdict.ts';

/** The longest query that is read, in UTF-16 units. */
export const MAX_QUERY = 1000;

export const ItemSort = z.enum(['newest', 'oldest', 'relevance', 'largest']);
export type ItemSort = z.infer<typeof ItemSort>;

export const MarkKind = z.enum(['starred', 'snoozed', 'doubted']);
export type MarkKind = z.infer<typeof MarkKind>;

/** Which items Review shows: those of one topic's queue, all queued ones, or everything that came in; and of these ... */
export const ItemView = z.object({
  topic: z.string().optional(),
  source: Id.optional(),
  publisher: Id.optional(),
  /** `ur` is also `ur-PK`. */
  language: z.string().max(20).optional(),
  /** Only what the reader starred or snoozed, or what somebody wants looked at again. */
  mark: MarkKind.optional(),
  /** Only what nobody has decided on yet, and the reader has not snoozed. */
  unreviewed: z.boolean().default(false),
  /** Only what a topic's rules put into the queue (score at or above its queue threshold). */
  queued: z.boolean().default(true),
  /** The query of a saved view, and one typed on top of it. */
  within: z.string().trim().max(MAX_QUERY).optional(),
  query: z.string().trim().max(MAX_QUERY).optional(),
  /** One row for a story: its newest item of this view stands for it. */
  grouped: z.boolean().optional(),
  sort: ItemSort.default('newest'),
});
export type ItemView = z.infer<typeof ItemView>;

/** What a curator put on an item besides verdicts. */
export const ItemMark = z.object({
  kind: MarkKind,
  /** When a snoozed item wakes up. */
  until: Instant.nullable(),
  /** Why a second look is wanted. */
  because: z.enum(['asked', 'disagreement']).nullable(),
  by: z.string(),
});
export type ItemMark = z.infer<typeof ItemMark>;

/** One row of Review. */
export const ItemRow = z.object({
  id: Id,
  revisionId: Id,
  url: z.string().nullable(),
  title: z.string(),
  /** The plain text of the feed's summary, at most 500 characters. */
  summary: z.string(),
  language: z.string().nullable(),
  source: z.object({ id: Id, title: z.string() }),
  publisher: z.object({ id: Id, name: z.string() }),
  /** The publisher's date, never later than when it was first seen; else when it was first seen. */
  at: Instant,
  firstSeenAt: Instant,
  revisions: z.number().int().positive(),
  /** The story that it belongs to; null until it is grouped. */
  story: z
    .object({
      id: z.string(),
      headline: z.string(),
      reports: z.number().int(),
      independent: z.number().int(),
    })
    .nullable(),
  tags: z.array(TagResult),
  verdicts: z.array(Verdict),
  /** The reader's own stars and snoozes, and anybody's doubt. */
  marks: z.array(ItemMark),
});
export type ItemRow = z.infer<typeof ItemRow>;

/** An item's words as they stood at one moment. Revisions append, they never overwrite. */
export const Revision = z.object({
  id: Id,
  number: z.number().int().positive(),
  observedAt: Instant,
  title: z.string(),
  summary: z.string(),
  contentHtml: z.string().nullable(),
  contentText: z.string(),
  authors: z.array(Author),
  publishedAt: Instant.nullable(),
  updatedAt: Instant.nullable(),
  /** The page that the content was taken from; null: from the feed. */
  pageUrl: z.string().nullable(),
});
export type Revision = z.infer<typeof Revision>;

export const ItemDetail = ItemRow.extend({
  revision: Revision,
  earlier: z.array(Revision),
  categories: z.array(z.string()),
  enclosures: z.array(Enclosure),
  commentsUrl: z.string().nullable(),
  /** Storylines that cite it. */
  citedIn: z.array(z.object({ id: Id, slug: z.string(), headline: z.string() })),
});
export type ItemDetail = z.infer<typeof ItemDetail>;

/** How many items each view of Review holds. */
export const ViewCounts = z.object({
  all: z.object({ total: z.number().int(), unreviewed: z.number().int() }),
  everything: z.number().int(),
  starred: z.number().int(),
  snoozed: z.number().int(),
  doubted: z.number().int(),
  /** When the next snoozed item wakes up. */
  nextWake: Instant.nullable(),
  topics: z.array(z.object({ topic: z.string(), total: z.number().int(), unreviewed: z.number().int() })),
});
export type ViewCounts = z.infer<typeof ViewCounts>;

/** Sets or takes back a mark; doing it twice changes nothing. */
export const MarkItems = z.object({
  /** Sent again later, it changes nothing either, whatever was marked since. */
  commandId: z.uuid().optional(),
  itemIds: z.array(Id).min(1).max(1000),
  kind: MarkKind,
  on: z.boolean(),
  /** For a snooze: when it ends. */
  until: Instant.nullish(),
});
export type MarkItems = z.infer<typeof MarkItems>;

/** Puts a topic on items by hand, which also says that they are relevant to it; or takes it back. */
export const TagByHand = z.object({
  commandId: z.uuid(),
  itemIds: z.array(Id).min(1).max(1000),
  topic: z.string().max(100),
  on: z.boolean(),
  /** Taking it back: the command that gave it, whose verdicts are undone with it. */
  undoes: z.uuid().nullish(),
});
export type TagByHand = z.infer<typeof TagByHand>;

/** A search with a name, one's own or the desk's. */
export const SavedView = z.object({
  id: Id,
  name: z.string(),
  query: z.string(),
  sort: ItemSort,
  shared: z.boolean(),
  /** Whoever made it may change it. */
  own: z.boolean(),
});
export type SavedView = z.infer<typeof SavedView>;

export const NewSavedView = z.object({
  name: z.string().trim().min(1).max(80),
  query: z.string().trim().min(1).max(MAX_QUERY),
  sort: ItemSort.default('newest'),
  shared: z.boolean().default(false),
});
export type NewSavedView = z.infer<typeof NewSavedView>;

export const SavedViewChange = z.object({
  name: NewSavedView.shape.name.optional(),
  query: NewSavedView.shape.query.optional(),
  sort: ItemSort.optional(),
  shared: z.boolean().optional(),
  removed: z.boolean().optional(),
});
export type SavedViewChange = z.infer<typeof SavedViewChange>;

/** Who looks at an item at this moment. */
export const Looking = z.object({ page: z.uuid(), userId: Id, name: z.string(), itemId: Id });
export type Looking = z.infer<typeof Looking>;
