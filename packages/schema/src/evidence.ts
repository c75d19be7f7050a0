import { z } from 'zod';
import { Id, Instant } from './common.ts';

/**
 * What became of cited words in their source.
 * - `kept`       they stand there still, perhaps elsewhere
 * - `changed`    other words stand in their place
 * - `gone`       they stand there no more
 * - `unchecked`  the source could not be read, or its page cannot tell
 */
export const EvidenceState = z.enum(['kept', 'changed', 'gone', 'unchecked']);
export type EvidenceState = z.infer<typeof EvidenceState>;

/** One look at the page of a cited item. */
export interface EvidenceCheck {
  state: EvidenceState;
  /** The words that stand there instead; null unless `changed`. */
  words: string | null;
  /** For people: why it is gone or could not be checked. */
  problem: string | null;
}

/** What is known of one citation's words, the newest reading of their source first. */
export const WatchedCitation = z.object({
  citation: Id,
  /** `waiting`: nobody has looked yet. */
  state: z.union([EvidenceState, z.literal('waiting')]),
  /** When its source was read last. */
  at: Instant.nullable(),
  /** Whether the page itself or the publisher's feed told it. */
  by: z.enum(['page', 'feed']).nullable(),
  problem: z.string().nullable(),
  /** From the cited words to those that stand there now; empty while they are kept. */
  diff: z.array(z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })),
  /** When its page is read again by itself. */
  nextCheckAt: Instant.nullable(),
});
export type WatchedCitation = z.infer<typeof WatchedCitation>;
