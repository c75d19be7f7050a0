import { z } from 'zod';
import type { Id, Instant } from './common.ts';
import type { RejectReason } from './verdict.ts';

/** The language of the search box, of saved views, and (its text part) of rules; see docs/review.md. */

/** What `is:` can ask. */
export const ItemState = z.enum([
  'starred',
  'snoozed',
  'doubted',
  'unreviewed',
  'reviewed',
  'relevant',
  'rejected',
  'queued',
  'edited',
  'cited',
  'by-hand',
]);
export type ItemState = z.infer<typeof ItemState>;

export const Comparison = z.enum(['>', '>=', '<', '<=', '=']);
export type Comparison = z.infer<typeof Comparison>;

/** A condition on items, read and resolved: names have become ids, words are folded as the desk compares them. */
export type ItemCondition =
  | { kind: 'and' | 'or'; of: ItemCondition[] }
  | { kind: 'not'; of: ItemCondition }
  /**
   * Folded words, parted by one space, that follow each other; `prefix`: the last one goes on. `grams` has for each word
   * the stretches of letters by which it is found where no stemmer serves; none: as it stands.
   */
  | { kind: 'text'; words: string; grams: string[][]; prefix: boolean; title: boolean }
  | { kind: 'topic'; topic: string }
  | { kind: 'sources'; ids: Id[] }
  | { kind: 'language'; language: string }
  | { kind: 'is'; state: ItemState }
  /** The best score of the topics named in the same query, or of any topic. */
  | { kind: 'score'; compare: Comparison; value: number; topics: string[] }
  /** From this moment on, and before that one. */
  | { kind: 'at'; from: Instant | null; before: Instant | null }
  | { kind: 'story'; story: string }
  | { kind: 'reports'; compare: Comparison; value: number }
  | { kind: 'by'; name: string }
  | { kind: 'reason'; reason: RejectReason };

/** The words of an item as they are indexed for search: folded, parted by one space. */
export interface SearchWords {
  title: string;
  /** Summary and the first lines of the text. */
  body: string;
  /** Stretches of letters with their places, as the text of a `tsvector`: `'~abc':1 '~bcd':2`; '' where stems serve. */
  grams: string;
}
