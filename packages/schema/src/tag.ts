import { z } from 'zod';

/** Tag = item x topic: a score and the evidence for it. The contract of `throughline tag`. */

export const TextField = z.enum(['title', 'summary', 'text']);
export type TextField = z.infer<typeof TextField>;

/** One matched span. `start`/`end` are UTF-16 offsets into the field exactly as it was given; `text` is that slice. */
export const Evidence = z.object({
  field: TextField,
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  text: z.string(),
  /** Which concept of the topic matched, e.g. "core". */
  rule: z.string(),
  /** What this span added to the score, in log-odds. Negative spans speak against relevance. */
  weight: z.number(),
});
export type Evidence = z.infer<typeof Evidence>;

export const TagResult = z.object({
  topic: z.string(),
  /** 0..1 */
  score: z.number().min(0).max(1),
  relevant: z.boolean(),
  evidence: z.array(Evidence),
});
export type TagResult = z.infer<typeof TagResult>;

/** What a tagger reads of an item. */
export const TaggableItem = z.object({
  title: z.string(),
  summary: z.string().nullish(),
  text: z.string().nullish(),
  language: z.string().nullish(),
  url: z.string().nullish(),
  publishedAt: z.string().nullish(),
});
export type TaggableItem = z.infer<typeof TaggableItem>;

export const TagCommandInput = TaggableItem.extend({ id: z.string() });
export type TagCommandInput = z.infer<typeof TagCommandInput>;
