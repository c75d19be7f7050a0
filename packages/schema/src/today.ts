import { z } from 'zod';
import { Instant } from './common.ts';
import { Source } from './source.ts';
import { StoryRow } from './story-row.ts';
import { ItemSetAside } from './tagging.ts';

/** One topic on the Today screen. */
export const TopicToday = z.object({
  topic: z.string(),
  name: z.string(),
  colour: z.string(),
  /** Queued items first seen since the person's last sitting. */
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
  /** When the person's last sitting before this one ended; a day ago where there was none. */
  since: Instant,
  topics: z.array(TopicToday),
  queued: z.number().int(),
  unreviewed: z.number().int(),
  /** The stories with new reports since then that the most newsrooms reported by themselves, the largest first. */
  stories: z.array(StoryRow),
  sourcesInTrouble: z.array(Source),
  /** Items that cannot be tagged, the newest ones. */
  setAside: z.array(ItemSetAside),
});
export type Overview = z.infer<typeof Overview>;

export const About = z.object({
  version: z.string(),
  database: z.string(),
  embedded: z.boolean(),
  databaseBytes: z.number().int(),
  /** The last migration of its tables. */
  schema: z.string(),
  /** e.g. "Node 20.20.2" */
  node: z.string(),
  /** When the process that answers was started. */
  startedAt: z.iso.datetime(),
  /** Where the internet reaches this desk; null: WebSub is off. */
  publicUrl: z.string().nullable(),
});
export type About = z.infer<typeof About>;
