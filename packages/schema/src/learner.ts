import { z } from 'zod';

/** What verdicts have taught about one topic: plain data, kept with the topic, reset by throwing it away. */
export const LearnerState = z.object({
  topic: z.string(),
  /** Version of the rules that its evidence was gathered under. */
  ruleVersion: z.string(),
  relevant: z.number().int().nonnegative(),
  notRelevant: z.number().int().nonnegative(),
  /** Feature name -> log-odds. */
  weights: z.record(z.string(), z.number()),
  /** By how many nats the correction has predicted better than the rules alone, with the old forgotten slowly. */
  advantage: z.number(),
  /** p = sigmoid(alpha * z + beta). */
  alpha: z.number(),
  beta: z.number(),
  /** Log-odds from which an item counts as relevant, where verdicts have proven that it is not at `threshold`. */
  cut: z.object({ threshold: z.number(), at: z.number() }).nullable(),
  /** The last predictions that were made before their verdict: [log-odds shown, verdict]. */
  log: z.array(z.tuple([z.number(), z.union([z.literal(0), z.literal(1)])])).max(500),
});
export type LearnerState = z.infer<typeof LearnerState>;
