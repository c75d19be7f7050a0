import { z } from 'zod';
import { Id, Instant } from './common.ts';

export const VerdictValue = z.enum(['relevant', 'not_relevant']);
export type VerdictValue = z.infer<typeof VerdictValue>;

export const RejectReason = z.enum(['wrong_sense', 'wrong_place', 'too_minor', 'duplicate', 'other']);
export type RejectReason = z.infer<typeof RejectReason>;

/** What a curator last said of an item, or of its tag for one topic (`topic` null = of the item as a whole). */
export const Verdict = z.object({
  itemId: Id,
  topic: z.string().nullable(),
  value: VerdictValue,
  reason: RejectReason.nullable(),
  by: z.string(),
  at: Instant,
});
export type Verdict = z.infer<typeof Verdict>;

/**
 * One decision over one or many items. `commandId` is made by the client: sending the same command again
 * (a lost connection, a double click) changes nothing, and undo names it.
 */
export const Decide = z.object({
  commandId: z.uuid(),
  itemIds: z.array(Id).min(1).max(1000),
  topic: z.string().max(100).nullable(),
  value: VerdictValue,
  reason: RejectReason.nullish(),
  /**
   * For each item the `at` of the verdict that the curator saw (null: none). Where somebody else decided otherwise since,
   * nothing is overwritten: it comes back as a conflict. Left out: decide whatever others said.
   */
  seen: z.array(Instant.nullable()).optional(),
  /** It was the second look that a doubt asked for. */
  settles: z.boolean().optional(),
});
export type Decide = z.infer<typeof Decide>;

/** Somebody else's verdict that a decision would have overwritten unseen. */
export const VerdictConflict = z.object({
  itemId: Id,
  by: z.string(),
  value: VerdictValue,
  at: Instant,
});
export type VerdictConflict = z.infer<typeof VerdictConflict>;
