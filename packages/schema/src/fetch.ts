import { z } from 'zod';
import { Instant } from './common.ts';
import { Said } from './said.ts';

/** What a request to another machine can come to, in the words that the database, the worker and the screens share. */

/** Failures that have no HTTP status of their own. */
export const TransportFailureCode = z.enum([
  'bad-url',
  'port',
  'private-address',
  'dns',
  'refused',
  'unreachable',
  'reset',
  'timeout',
  'tls',
  'protocol',
  'redirect-loop',
  'too-many-redirects',
  'bad-redirect',
  'too-large',
  'incomplete',
  'encoding',
  'aborted',
]);
export type TransportFailureCode = z.infer<typeof TransportFailureCode>;

/** `http-404` and its like: the answer came, and it was no. */
export const HttpFailureCode = z.templateLiteral(['http-', z.int()]);
export type HttpFailureCode = z.infer<typeof HttpFailureCode>;

/** Everything that can be wrong with a check of a source; `not-a-feed` is said by the parser. */
export const FetchFailureCode = z.union([TransportFailureCode, HttpFailureCode, z.literal('not-a-feed')]);
export type FetchFailureCode = z.infer<typeof FetchFailureCode>;

/** Sent back in the next conditional request byte for byte (as latin1 characters); never made up, never mended. */
export const Validators = z.object({ etag: z.string().nullable(), lastModified: z.string().nullable() });
export type Validators = z.infer<typeof Validators>;

/** Headers that say how long an answer stays fresh, as received. */
export const Freshness = z.object({
  cacheControl: z.string().nullable(),
  expires: z.string().nullable(),
  date: z.string().nullable(),
  age: z.string().nullable(),
  retryAfter: z.string().nullable(),
});
export type Freshness = z.infer<typeof Freshness>;

/** One fetch without its body: what the history of a source keeps and its schedule reads. */
export const FetchSummary = z.object({
  kind: z.enum(['body', 'unchanged', 'failed']),
  /** HTTP status of the last answer; null when none came. */
  status: z.number().int().nullable(),
  /** Bytes of the body after decompression. */
  bytes: z.number().int().nonnegative(),
  durationMs: z.number().nonnegative(),
  /** Null unless it failed. */
  code: FetchFailureCode.nullable(),
  /** One sentence for people; null unless it failed. */
  message: z.string().nullable(),
});
export type FetchSummary = z.infer<typeof FetchSummary>;

/** What a feed says inside its body about how often it wants to be read. */
export const FeedHints = z.object({
  /** RSS `ttl`, minutes. */
  ttlMinutes: z.number().int().positive().nullable(),
  /** Hours of the day (0-23, UTC) in which nobody should ask. */
  skipHours: z.array(z.number().int()),
  /** Days of the week (0 = Sunday, UTC) on which nobody should ask. */
  skipDays: z.array(z.number().int()),
  /** `sy:updatePeriod` / `sy:updateFrequency` as minutes between updates. */
  updateMinutes: z.number().int().nonnegative().nullable(),
});
export type FeedHints = z.infer<typeof FeedHints>;

/** What one poll of a source leaves for the next, beside validators and counts: plain JSON for one column. */
export const PollMemory = z.object({
  hints: FeedHints,
  /** Milliseconds for which the last answer that spoke of it stays fresh. */
  freshMs: z.number().nonnegative().nullable(),
  /** Nobody may ask before this, not even by hand. */
  notBefore: Instant.nullable(),
  /** Origin (`https://news.example`) of the answer that the validators came with; null while there are none. */
  validatorsFrom: z.string().nullable(),
  /** A permanent redirect that has not yet been seen often enough to be believed. */
  moving: z.object({ to: z.string(), polls: z.number().int().positive(), since: Instant }).nullable(),
});
export type PollMemory = z.infer<typeof PollMemory>;

/**
 * - `fine`      reads well and brings news in its own rhythm
 * - `slow`      answers, but takes long
 * - `failing`   the last checks failed
 * - `silent`    reads well, but nothing new for much longer than its rhythm
 * - `frozen`    answers with exactly the same for much longer than its rhythm
 * - `flooding`  brings far more than its usual number of items
 * - `gone`      the publisher says that it is gone; not tried again by itself
 */
export const HealthState = z.enum(['fine', 'slow', 'failing', 'silent', 'frozen', 'flooding', 'gone']);
export type HealthState = z.infer<typeof HealthState>;

export const SourceHealth = z.object({
  state: HealthState,
  /** What is wrong; null when it is fine. */
  cause: Said.nullable(),
  /** Since when it has been so; null when that is not known. */
  since: Instant.nullable(),
  /** A person should look at it. */
  needsHand: z.boolean(),
});
export type SourceHealth = z.infer<typeof SourceHealth>;
