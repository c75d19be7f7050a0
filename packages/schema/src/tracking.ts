import { z } from 'zod';
import { Id, Instant } from './common.ts';

/** Why an item would continue a storyline, the strongest first. */
export const SuggestionReason = z.discriminatedUnion('kind', [
  /** Other reports of the same story are cited already. */
  z.object({ kind: z.literal('story'), citations: z.array(Id) }),
  z.object({ kind: z.literal('names'), names: z.array(z.string()) }),
  z.object({ kind: z.literal('terms'), terms: z.array(z.string()) }),
  z.object({ kind: z.literal('topic'), name: z.string() }),
  /** The storyline's own rule matches; the words that it found. */
  z.object({ kind: z.literal('rule'), words: z.array(z.string()) }),
]);
export type SuggestionReason = z.infer<typeof SuggestionReason>;

/** What a text tells that the cited ones have not. */
export const Novelty = z.object({
  sentences: z.number().int().nonnegative(),
  added: z.number().int().nonnegative(),
  /** The first sentence that is new; null when none is. */
  first: z.string().nullable(),
});
export type Novelty = z.infer<typeof Novelty>;

const SuggestedItem = z.object({
  id: Id,
  title: z.string(),
  language: z.string().nullable(),
  publisher: z.string(),
  at: Instant,
});

/** An item that would continue a storyline; other waiting reports of its story stand behind it. */
export const StorylineSuggestion = z.object({
  item: SuggestedItem,
  /** 0..1 */
  score: z.number(),
  reasons: z.array(SuggestionReason),
  novelty: Novelty,
  /** The section that it fits; null where none is near. */
  section: Id.nullable(),
  others: z.array(SuggestedItem),
});
export type StorylineSuggestion = z.infer<typeof StorylineSuggestion>;

/** What the editor of a storyline should know. */
export const StorylineAlert = z.discriminatedUnion('kind', [
  /** News that the piece does not have, of one story or one item. */
  z.object({ kind: z.literal('development'), title: z.string(), items: z.array(Id).min(1) }),
  /** A cited item was revised; what became of the cited words. */
  z.object({
    kind: z.literal('correction'),
    citation: Id,
    title: z.string(),
    publisher: z.string(),
    words: z.enum(['kept', 'changed', 'gone']),
  }),
  /** Nothing new from an independent publisher since. */
  z.object({ kind: z.literal('quiet'), since: Instant }),
  /** What was cited last is about something else: these could be a storyline of their own. */
  z.object({ kind: z.literal('drift'), citations: z.array(Id) }),
  /** It was dormant, and is open again. */
  z.object({ kind: z.literal('wake'), title: z.string() }),
  /** Nothing moved in it since, and it was laid to rest. */
  z.object({ kind: z.literal('dormant'), since: Instant }),
]);
export type StorylineAlert = z.infer<typeof StorylineAlert>;

export const OpenAlert = z.object({ id: Id, at: Instant, alert: StorylineAlert });
export type OpenAlert = z.infer<typeof OpenAlert>;

/** How a storyline looks out for more; only what is named is changed. */
export const TrackingPatch = z.object({
  on: z.boolean().optional(),
  topics: z.boolean().optional(),
  rule: z.string().trim().max(2000).nullable().optional(),
  quietDays: z.number().int().min(1).max(365).optional(),
  /** Null: it never falls dormant by itself. */
  dormantDays: z.number().int().min(1).max(365).nullable().optional(),
});
export type TrackingPatch = z.infer<typeof TrackingPatch>;

/** What a storyline tracks, proposes and warns of. */
export const StorylineTracking = z.object({
  on: z.boolean(),
  topics: z.boolean(),
  rule: z.string().nullable(),
  quietDays: z.number().int(),
  dormantDays: z.number().int().nullable(),
  /** When the worker looked last; null: not yet. */
  lookedAt: Instant.nullable(),
  suggestions: z.array(StorylineSuggestion),
  alerts: z.array(OpenAlert),
});
export type StorylineTracking = z.infer<typeof StorylineTracking>;

/** A storyline with something to tell, for Today. */
export const StorylineNews = z.object({
  id: Id,
  headline: z.string(),
  waiting: z.number().int(),
  alerts: z.array(OpenAlert),
});
export type StorylineNews = z.infer<typeof StorylineNews>;
