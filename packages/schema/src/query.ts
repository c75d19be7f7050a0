import type { TextField } from './tag.ts';

/**
 * One word of a term, as typed. `form` says which other forms count: none, inflections of its language, or
 * everything that begins so.
 */
export interface TermWord {
  text: string;
  form: 'exact' | 'inflected' | 'prefix';
}

/** A word or phrase to be found: its words must follow each other in one sentence. */
export interface Term {
  words: TermWord[];
  /** Chooses the inflections; null for any. */
  language: string | null;
  /** The letters must be written as typed (`!IS`). */
  caseSensitive: boolean;
  /** Only there; null for every field. */
  field: TextField | null;
  /** Multiplies the concept's weight. */
  weight: number;
}

/** A condition in the language that topics and search share. */
export type Query =
  | { kind: 'term'; term: Term }
  | { kind: 'and'; of: Query[] }
  | { kind: 'or'; of: Query[] }
  | { kind: 'not'; of: Query }
  /** Both sides at most `distance` words apart; ordered: left before right. */
  | { kind: 'near'; left: Query; right: Query; distance: number; ordered: boolean }
  /** All in one sentence. */
  | { kind: 'sentence'; of: Query[] }
  /** Any term of one of these cues or concepts. */
  | { kind: 'any'; names: string[] }
  /** At least so many hits. */
  | { kind: 'atLeast'; times: number; of: Query };
