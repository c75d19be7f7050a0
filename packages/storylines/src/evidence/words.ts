import { foldText } from '@throughline/text';

/** A word of a text with its place. */
export interface PlacedWord {
  start: number;
  end: number;
  /** Folded, for comparison. */
  fold: string;
}

/** The words of a text in order; punctuation and space belong to none. Offsets are UTF-16. */
export function wordsOf(text: string): PlacedWord[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}\u200c]+(?:[.,][\p{N}]+)*%?/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    // Digits keep their separators: 1.5 and 15 must not be the same word.
    fold: /\p{N}/u.test(match[0]) ? match[0] : foldText(match[0]),
  }));
}
