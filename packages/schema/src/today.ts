import { z } from 'zod';
import { Source } from './source.ts';

/** One topic on the Today screen. */
export const TopicToday = z.object({
  topic: z.string(),
  name: z.string(),
  colour: z.string(),
  /** Queued items first seen in the last 24 hours. */
  newItems: z.number().int(),
  /** The last 30 UTC days, oldest first. */
  days: z.array(z.object({ day: z.string(), items: z.number().int() })),
  /** The median of the days before the last one. */
  usual: z.number(),
  /** The last day stands out against the usual level. */
  spike: z.boolean(),
});
export type TopicToday = z.infer<typeof TopicToday>;

export const Overview = z.object({
  topics: z.array(TopicToday),
  queued: z.number().int(),
  unreviewed: z.number().int(),
  sourcesInTrouble: z.array(Source),
});
export type Overview = z.infer<typeof Overview>;

export const About = z.object({
  version: z.string(),
  database: z.string(),
  embedded: z.boolean(),
  databaseBytes: z.number().int(),
  /** Where the internet reaches this desk; null: WebSub is off. */
  publicUrl: z.string().nullable(),
});
export type About = z.infer<typeof About>;
