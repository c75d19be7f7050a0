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
  /** A person gave it, whatever the rules say. */
  byHand: z.boolean().optional(),
  /** In the queue as a sample of what falls below it; no rule put it there. */
  sampled: z.boolean().optional(),
});
export type TagResult = z.infer<typeof TagResult>;

/** A place in an item, as given. */
export const ItemSpan = Evidence.pick({ field: true, start: true, end: true, text: true });
export type ItemSpan = z.infer<typeof ItemSpan>;

/** Everything that made a tag's score, for people who ask why, or why not. Weights are log-odds. */
export const TagExplanation = TagResult.extend({
  /** Names exactly these rules: equal rules have equal versions. */
  ruleVersion: z.string(),
  thresholds: z.object({ relevant: z.number(), queue: z.number() }),
  /** Where every item begins. base + added of all concepts + together + learned = logOdds. */
  base: z.number(),
  together: z.number(),
  logOdds: z.number(),
  concepts: z.array(
    z.object({
      id: z.string(),
      weight: z.number(),
      strength: z.number(),
      added: z.number(),
      facet: z.string().nullable(),
    }),
  ),
  /** Gates that took something from a hit. */
  gates: z.array(
    ItemSpan.extend({
      rule: z.string(),
      kind: z.enum(['require', 'penalise']),
      cues: z.string(),
      /** What is left of the hit, 0..1. */
      left: z.number(),
      /** The cue that made it doubtful; null when a required one was not there. */
      because: ItemSpan.nullable(),
    }),
  ),
  /** What would have counted, and what it lacked, in words. */
  nearMisses: z.array(ItemSpan.extend({ rule: z.string(), missing: z.string() })),
  /** Why the score is 0 in spite of hits; else null. */
  refused: z.object({ by: z.enum(['must', 'mustNot']), at: z.array(ItemSpan) }).nullable(),
  /** Sides of the topic that were found. */
  facets: z.array(z.string()),
  /** What verdicts have taught; null when nothing was learned or asked. */
  learned: z
    .object({
      model: z.string(),
      correction: z.number(),
      bound: z.number(),
      features: z.array(z.object({ name: z.string(), added: z.number() })),
    })
    .nullable(),
});
export type TagExplanation = z.infer<typeof TagExplanation>;

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
