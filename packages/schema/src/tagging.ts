import { z } from 'zod';
import { Id, Instant } from './common.ts';

/** Where tagging an item failed: applying the topics' rules, or storing what they gave. */
export const TaggingStage = z.enum(['rules', 'store']);
export type TaggingStage = z.infer<typeof TaggingStage>;

/** An item that could not be tagged however often it was tried; nothing waits for it any more. */
export const ItemSetAside = z.object({
  id: Id,
  title: z.string(),
  stage: TaggingStage,
  /** What the program said of it. */
  detail: z.string(),
  tries: z.number().int(),
  /** When it failed first. */
  since: Instant,
});
export type ItemSetAside = z.infer<typeof ItemSetAside>;
