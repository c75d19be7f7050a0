import { z } from 'zod';
import { Id, Instant } from './common.ts';
import { Author, Enclosure } from './parsed-feed.ts';
import { TagResult } from './tag.ts';
import { Verdict } from './verdict.ts';

/** Which items Review shows: those of one topic's queue, all queued ones, or everything that came in. */
export const ItemView = z.object({
  topic: z.string().optional(),
  source: Id.optional(),
  /** Only what nobody has decided on yet. */
  unreviewed: z.boolean().default(false),
  /** Only what a topic's rules put into the queue (score at or above its queue threshold). */
  queued: z.boolean().default(true),
  search: z.string().trim().max(200).optional(),
  /** One row for a story: its newest item of this view stands for it. */
  grouped: z.boolean().optional(),
  sort: z.enum(['newest', 'oldest', 'relevance']).default('newest'),
});
export type ItemView = z.infer<typeof ItemView>;

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
  topics: z.array(z.object({ topic: z.string(), total: z.number().int(), unreviewed: z.number().int() })),
});
export type ViewCounts = z.infer<typeof ViewCounts>;
