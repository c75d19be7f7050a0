import { z } from 'zod';

/** Items that report the same event. */

/**
 * How an item stands to an earlier one: `duplicate` a copy, `excerpt` the same text abridged (or the abridged one in
 * full), `version` the same publisher's edit, `update` an older report carried on or with other figures,
 * `independent` a report of its own.
 */
export const ItemRelation = z.enum(['duplicate', 'excerpt', 'version', 'update', 'independent']);
export type ItemRelation = z.infer<typeof ItemRelation>;

/** Why an item is in its story, or stories are taken for one: what kind of reason, with its values. */
export const StoryReason = z.discriminatedUnion('kind', [
  /** The earliest report of its story. */
  z.object({ kind: z.literal('first') }),
  /** It began a story that older reports are part of now. */
  z.object({ kind: z.literal('began') }),
  /** The same item came again. */
  z.object({ kind: z.literal('again') }),
  z.object({ kind: z.literal('same'), names: z.array(z.string()), figures: z.array(z.string()) }),
  z.object({ kind: z.literal('words'), words: z.array(z.string()) }),
  /** 0..1 */
  z.object({ kind: z.literal('likeness'), value: z.number() }),
  /** How much of the wording it shares with the report that it repeats or carries on. */
  z.object({ kind: z.literal('wording'), relation: ItemRelation, percent: z.number() }),
  z.object({ kind: z.literal('new_figures'), figures: z.array(z.string()) }),
  /** What a curator did: put it there, put stories together, took them apart. */
  z.object({ kind: z.literal('curator'), did: z.enum(['put', 'joined', 'parted']) }),
  z.object({ kind: z.literal('regrouped') }),
  /** Of two stories in different languages. */
  z.object({ kind: z.literal('both_name'), names: z.array(z.string()) }),
  z.object({ kind: z.literal('both_give'), figures: z.array(z.string()) }),
  /** English of an older version, where nothing more is known of it. */
  z.object({ kind: z.literal('told'), text: z.string() }),
]);
export type StoryReason = z.infer<typeof StoryReason>;

/** What curators decided about the grouping; every later step obeys. Names are item ids, which outlive stories. */
export const StoryConstraint = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('must-link'), a: z.string(), b: z.string() }),
  z.object({ kind: z.literal('cannot-link'), a: z.string(), b: z.string() }),
  z.object({ kind: z.literal('rename'), item: z.string(), headline: z.string() }),
]);
export type StoryConstraint = z.infer<typeof StoryConstraint>;

/** What happened to stories, for those who keep them elsewhere. `into` and `story` are ids that live on. */
export const StoryEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('begun'), story: z.string() }),
  z.object({
    kind: z.literal('merged'),
    into: z.string(),
    from: z.string(),
    likeness: z.number(),
    reasons: z.array(StoryReason),
  }),
  z.object({
    kind: z.literal('split'),
    story: z.string(),
    part: z.string(),
    items: z.array(z.string()),
    reasons: z.array(StoryReason),
  }),
  z.object({
    kind: z.literal('moved'),
    item: z.string(),
    from: z.string(),
    to: z.string(),
    reasons: z.array(StoryReason),
  }),
  z.object({ kind: z.literal('closed'), story: z.string(), items: z.array(z.string()) }),
]);
export type StoryEvent = z.infer<typeof StoryEvent>;

/** `developing` while new reports come in, `quiet` afterwards. */
export const StoryPhase = z.enum(['developing', 'quiet']);
export type StoryPhase = z.infer<typeof StoryPhase>;

/** Two stories, as a rule in two languages, that seem to be one event. Below the threshold a person confirms. */
export const StoryLink = z.object({
  a: z.string(),
  b: z.string(),
  /** 0..1 */
  score: z.number(),
  confirmed: z.boolean(),
  reasons: z.array(StoryReason),
});
export type StoryLink = z.infer<typeof StoryLink>;

/** The contract of `throughline cluster`. */
export const ClusterCommandInput = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string().nullish(),
  publishedAt: z.string().nullish(),
  language: z.string().nullish(),
  publisher: z.string().nullish(),
  url: z.string().nullish(),
});
export type ClusterCommandInput = z.infer<typeof ClusterCommandInput>;

export const ClusterCommandOutput = z.object({
  id: z.string(),
  story: z.string(),
  duplicateOf: z.string().nullable(),
  updateOf: z.string().nullable(),
  /** Only with --reasons; these in English. */
  relation: ItemRelation.optional(),
  reasons: z.array(z.string()).optional(),
});
export type ClusterCommandOutput = z.infer<typeof ClusterCommandOutput>;
