import { z } from 'zod';
import type { Said } from './said.ts';

/** What one reading of a feed body found, before anything is stored. The contract of `throughline parse`. */

export const FeedFormat = z.enum([
  'rss0.9x',
  'rss1',
  'rss2',
  'atom0.3',
  'atom1',
  'jsonfeed1',
  'rdf',
  'unknown',
]);
export type FeedFormat = z.infer<typeof FeedFormat>;

export const Author = z.object({
  name: z.string().nullable(),
  email: z.string().nullable(),
  url: z.string().nullable(),
});
export type Author = z.infer<typeof Author>;

export const Enclosure = z.object({
  url: z.string(),
  type: z.string().nullable(),
  /** Bytes, as the feed claims. */
  length: z.number().int().nonnegative().nullable(),
});
export type Enclosure = z.infer<typeof Enclosure>;

/** Dates are ISO 8601 in UTC. Absent values are null or []. `contentHtml` is sanitised. */
export const ParsedItem = z.object({
  guid: z.string().nullable(),
  url: z.string().nullable(),
  title: z.string().nullable(),
  summary: z.string().nullable(),
  contentHtml: z.string().nullable(),
  contentText: z.string().nullable(),
  authors: z.array(Author),
  publishedAt: z.string().nullable(),
  updatedAt: z.string().nullable(),
  language: z.string().nullable(),
  categories: z.array(z.string()),
  enclosures: z.array(Enclosure),
  commentsUrl: z.string().nullable(),
});
export type ParsedItem = z.infer<typeof ParsedItem>;

export const ParsedFeedMeta = z.object({
  title: z.string().nullable(),
  description: z.string().nullable(),
  siteUrl: z.string().nullable(),
  selfUrl: z.string().nullable(),
  hubUrl: z.string().nullable(),
  language: z.string().nullable(),
  updatedAt: z.string().nullable(),
  authors: z.array(Author),
  imageUrl: z.string().nullable(),
});
export type ParsedFeedMeta = z.infer<typeof ParsedFeedMeta>;

export const ParsedFeed = z.object({
  format: FeedFormat,
  feed: ParsedFeedMeta,
  items: z.array(ParsedItem),
  /** Sentences for people: what had to be mended or left out. */
  warnings: z.array(z.string()),
});
export type ParsedFeed = z.infer<typeof ParsedFeed>;

export type ParseFailure = { code: string; said: Said; message: string };

/** Expected failure is a value: a body that is no feed must not throw. */
export type ParseResult = ({ ok: true } & ParsedFeed) | { ok: false; error: ParseFailure };

export const ParseCommandInput = z.object({
  id: z.string(),
  path: z.string(),
  url: z.string().nullish(),
  contentType: z.string().nullish(),
});
export type ParseCommandInput = z.infer<typeof ParseCommandInput>;
