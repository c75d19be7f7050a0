import { z } from 'zod';
import { Instant } from './common.ts';
import { TopicDefinition } from './topic.ts';

/** A topic as the desk tracks it: its rules with everything around them. */
export const Topic = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  /** `#rrggbb`; screens darken or lighten it to stay readable. */
  colour: z.string(),
  position: z.number().int(),
  enabled: z.boolean(),
  /** Of what falls below the queue, the share that is shown all the same; null: the usual one, 0: none. */
  sampledShare: z.number().nullable(),
  /** Counts every change of the rules. */
  version: z.number().int(),
  definition: TopicDefinition,
  updatedAt: Instant,
});
export type Topic = z.infer<typeof Topic>;

/** An earlier or the present state of a topic's rules. */
export const TopicVersion = z.object({
  version: z.number().int(),
  at: Instant,
  /** Null: it came with the desk. */
  by: z.string().nullable(),
  definition: TopicDefinition,
});
export type TopicVersion = z.infer<typeof TopicVersion>;
