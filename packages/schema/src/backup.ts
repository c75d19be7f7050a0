import { z } from 'zod';
import { Instant } from './common.ts';

/** The last backup of the desk. */
export const LastBackup = z.object({
  at: Instant,
  /** Of the archive. */
  bytes: z.number().int(),
  items: z.number().int(),
  storylines: z.number().int(),
});
export type LastBackup = z.infer<typeof LastBackup>;
