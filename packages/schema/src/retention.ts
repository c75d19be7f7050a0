import { z } from 'zod';
import { Instant } from './common.ts';

/** Days for which items are kept that nobody needs. Charts and grouping look back a month at most. */
export const RetentionDays = z.number().int().min(30).max(3650);

/** What old items are kept for. Each is counted under the first that holds. */
export const NEEDED = [
  /** A storyline cites it: kept for ever. */
  'cited',
  /** In the story of a cited report, or repeated by one: says how independent that is. */
  'beside cited',
  /** Somebody decided about it: verdicts teach. */
  'judged',
  /** Starred, snoozed or up for a second look. */
  'marked',
  /** It or its story is assigned or has notes. */
  'worked on',
  /** Proposed to a storyline, or declined there. */
  'proposed',
  /** Curators arranged its story. */
  'arranged',
] as const;

export const RetentionPreview = z.object({
  days: RetentionDays,
  /** Items older than that. */
  older: z.number().int(),
  /** Those of them that would go. */
  removes: z.number().int(),
  keeps: z.array(z.object({ because: z.enum(NEEDED), count: z.number().int() })),
});
export type RetentionPreview = z.infer<typeof RetentionPreview>;

export const RetentionRun = z.object({
  days: z.number().int(),
  startedAt: Instant,
  /** Null: it is under way. */
  endedAt: Instant.nullable(),
  removed: z.number().int(),
});
export type RetentionRun = z.infer<typeof RetentionRun>;

export const Retention = z.object({
  /** Null: off, everything is kept. */
  days: RetentionDays.nullable(),
  /** Items on the desk, and items that went, ever. */
  items: z.number().int(),
  forgotten: z.number().int(),
  /** The last passes, newest first. */
  runs: z.array(RetentionRun),
});
export type Retention = z.infer<typeof Retention>;

/** What is still known of an item that retention removed. */
export const ForgottenItem = z.object({
  title: z.string(),
  /** Where it stood on the publisher's site. */
  url: z.string().nullable(),
  publisher: z.string(),
  /** Null: before the desk kept the time. */
  forgottenAt: Instant.nullable(),
});
export type ForgottenItem = z.infer<typeof ForgottenItem>;
