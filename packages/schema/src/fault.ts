import { z } from 'zod';

/** What can be wrong with a query or with a topic, for a screen to say in its reader's language. */
export type FaultCode =
  // Words and signs, in a query as in rules.
  | 'no_word'
  | 'long_word'
  | 'too_wide'
  | 'unexpected'
  | 'early_end'
  | 'too_large'
  | 'no_field'
  | 'no_number'
  | 'open_bracket'
  | 'open_quote'
  // Queries: what a field was given.
  | 'no_topic'
  | 'no_source'
  | 'no_language'
  | 'no_state'
  | 'no_reason'
  | 'no_date'
  | 'names_nothing'
  | 'of_rules'
  // Terms and conditions of rules.
  | 'bad_weight'
  | 'long_phrase'
  | 'stray_mark'
  | 'one_letter'
  | 'too_common'
  | 'no_joint'
  | 'no_term'
  | 'short_rule'
  | 'no_distance'
  | 'no_name'
  | 'one_part'
  // The text form of a topic.
  | 'open_block'
  | 'no_topic_line'
  | 'bad_topic_line'
  | 'bad_about'
  | 'bad_block'
  | 'bad_gate'
  // A topic as a whole.
  | 'nothing_matches'
  | 'many_terms'
  | 'queue_above'
  | 'name_twice'
  | 'topic_twice'
  | 'other_topic'
  | 'unknown_name'
  // What became of it meanwhile.
  | 'topic_taken'
  | 'topic_changed'
  | 'topic_gone'
  // The shape of its parts.
  | 'no_concept'
  | 'empty'
  | 'too_long'
  | 'too_many'
  | 'too_small'
  | 'too_big'
  | 'bad_name'
  | 'bad_language'
  | 'bad_value';

/** What is wrong: a code with its values, and the same in English for logs and the command line. */
export const FaultWords = z.object({
  message: z.string(),
  code: z.custom<FaultCode>((value) => typeof value === 'string'),
  /** The piece that the fault is about, as written. */
  named: z.string().optional(),
  /** The bound that it is beyond. */
  limit: z.number().optional(),
  expected: z.string().optional(),
});
export type FaultWords = z.infer<typeof FaultWords>;

/** With the place, in UTF-16 units from the beginning, where there is one. */
export type PlacedFault = FaultWords & { position?: number | undefined };

/** Why a query cannot be read: `position` counts UTF-16 units from its beginning. */
export const QueryFault = FaultWords.extend({ position: z.number().int().nonnegative() });
export type QueryFault = z.infer<typeof QueryFault>;

/** Why a topic cannot be used. */
export const TopicProblem = FaultWords.extend({
  /** Which topic; '' when it has no name yet. */
  topic: z.string(),
  /** Where in the structured form, e.g. "concepts.0.terms.en.3", or "line 3" of the text form; '' for the whole. */
  path: z.string(),
  /** UTF-16 offset into the text at fault, when there is one. */
  position: z.number().int().nonnegative().optional(),
});
export type TopicProblem = z.infer<typeof TopicProblem>;
