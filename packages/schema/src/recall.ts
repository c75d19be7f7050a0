import { z } from 'zod';

/** The share of items below a topic's queue that are shown all the same; larger ones would drown the queue. */
export const SampledShare = z.number().min(0).max(0.1);

/** What the recall of a topic's queue is estimated from. */
export const RecallCounts = z.object({
  /** Relevant items in the queue, by verdict. */
  found: z.number(),
  /** Relevant items to expect among those of the queue without a verdict: the sum of their scores. */
  expected: z.number(),
  /** All items that are not in the queue. */
  below: z.number(),
  /** Of those, how many were sampled and have a verdict; `missed` of them are relevant. */
  sampled: z.number(),
  missed: z.number(),
  /** Samples in the queue that nobody has judged yet. */
  waiting: z.number(),
});
export type RecallCounts = z.infer<typeof RecallCounts>;
