import { z } from 'zod';

/**
 * Topic = a subject that the desk tracks, as data that people edit. This is the structured form; the text form
 * (`topic tariffs { ... }`) says the same and is read and printed by the relevance package.
 *
 * A term is written as in a search box: `tariff~` (with its inflections), `decarboni*` (prefix), `!ISIS` (case counts),
 * "customs dut*" without the quotes for a phrase, `title:word` (only in that field), `word^0.5` (half its weight).
 */

export const TopicId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and single hyphens');

/** ISO 639 code, or * for terms that are the same in every language. It chooses the inflections of `~`. */
export const TermLanguage = z.string().regex(/^(\*|[a-z]{2,3})$/, 'a language code such as "en", or "*"');

/** Terms by language. */
export const TermLists = z.record(TermLanguage, z.array(z.string().min(1).max(200)));
export type TermLists = z.infer<typeof TermLists>;

/** How near a cue must stand: at most so many words away, in the same sentence, in the same field, or anywhere. */
export const GateReach = z.union([z.number().int().min(1).max(100), z.enum(['sentence', 'field', 'item'])]);
export type GateReach = z.infer<typeof GateReach>;

/** A condition on every single hit of a concept: context that it needs, or that makes it doubtful. */
export const TopicGate = z.object({
  kind: z.enum(['require', 'penalise']),
  /** Cues (or other concepts of the topic) of which one has to be near. */
  any: z.array(z.string()).min(1),
  within: GateReach,
  /** penalise: the share of the hit that is taken off, 0..1; 1 takes all of it. */
  by: z.number().min(0).max(1).default(1),
});
export type TopicGate = z.infer<typeof TopicGate>;

export const TopicConcept = z.object({
  id: TopicId,
  /** In log-odds, roughly: 4 carries an item alone from the title, 1 only supports; below 0 speaks against. */
  weight: z.number().min(-10).max(10),
  terms: TermLists,
  gates: z.array(TopicGate).default([]),
  /** A side of the topic that is worth telling apart, e.g. "counter-terrorism". */
  facet: z.string().min(1).max(60).optional(),
});
export type TopicConcept = z.infer<typeof TopicConcept>;

/** Words that add nothing by themselves; gates and conditions refer to them. */
export const TopicCue = z.object({ id: TopicId, terms: TermLists });
export type TopicCue = z.infer<typeof TopicCue>;

export const TopicThresholds = z.object({
  /** From here the tag counts as relevant. */
  relevant: z.number().min(0.01).max(0.99).default(0.5),
  /** From here a curator is asked; below it items are only sampled. */
  queue: z.number().min(0.01).max(0.99).default(0.2),
});
export type TopicThresholds = z.infer<typeof TopicThresholds>;

export const TopicDefinition = z.object({
  id: TopicId,
  name: z.string().min(1).max(80),
  description: z.string().max(500).default(''),
  thresholds: TopicThresholds.prefault({}),
  concepts: z.array(TopicConcept).min(1, 'a topic needs at least one concept').max(200),
  cues: z.array(TopicCue).max(200).default([]),
  /** Phrases that only look like the topic ("climate of fear"): a hit inside one of them does not count. */
  except: TermLists.default({}),
  /** Conditions on the whole item, in the query language; without `must` (or with `mustNot`) the score is 0. */
  must: z.string().max(5000).optional(),
  mustNot: z.string().max(5000).optional(),
});
export type TopicDefinition = z.infer<typeof TopicDefinition>;
/** As people write it: what has a default may be left out. */
export type TopicDraft = z.input<typeof TopicDefinition>;
