import { type AnchoredQuote, anchorQuote, type QuoteAnchor } from './anchor.ts';
import { diffWords, type WordChange } from './diff-words.ts';

/** What became of cited words in a later reading of their source. */
export interface WatchedQuote {
  /** `kept`: the words stand there still, perhaps elsewhere; `changed` and `gone` make a claim stale. */
  state: 'kept' | 'changed' | 'gone';
  found: AnchoredQuote | null;
  /** From the cited words to those that stand there now; empty while they are kept. */
  diff: WordChange[];
}

/** Compares a citation with its source's text as it is now. */
export function watchQuote(citation: QuoteAnchor, currentText: string): WatchedQuote {
  const found = anchorQuote(currentText, citation);
  if (found === null) return { state: 'gone', found, diff: [{ kind: 'removed', text: citation.exact }] };
  if (found.kind !== 'changed') return { state: 'kept', found, diff: [] };
  return { state: 'changed', found, diff: diffWords(citation.exact, found.text) };
}
