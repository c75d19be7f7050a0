import type { FoundClaim } from '@throughline/schema';
import { findNumbers } from '@throughline/text';
import { findQuotes } from './quotes.ts';

const nothing = {
  value: null,
  high: null,
  unit: null,
  of: null,
  comparator: null,
  speaker: null,
  date: null,
};

/**
 * Finds what can be checked in a text: figures with what they count or measure, quotations with their speaker,
 * and dates with the sentence that they date (`of`). In order of their place; offsets are UTF-16.
 *
 * @param language BCP 47; guessed where absent. Rules exist for en ur ar fa ps fr es ru.
 */
export function findClaims(text: string, language?: string | null): FoundClaim[] {
  const { quantities, dates } = findNumbers(text, language);
  const claims: FoundClaim[] = [
    ...quantities.map((quantity) => ({ ...nothing, kind: 'quantity' as const, ...quantity })),
    ...dates.map((date) => ({ ...nothing, kind: 'date' as const, ...date, of: sentenceAround(text, date) })),
    ...findQuotes(text).map((quote) => ({ ...nothing, kind: 'quote' as const, ...quote })),
  ];
  return claims.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The sentence around a span, at most 300 characters to either side. */
function sentenceAround(text: string, span: { start: number; end: number }): string {
  const before = text.slice(Math.max(0, span.start - 300), span.start);
  const after = text.slice(span.end, span.end + 300);
  const lead = before.split(/(?<!\b\p{L})[.!?؟۔]["”»’)]?\s+|\n/u).at(-1) ?? '';
  const tail = /^[\s\S]*?(?:(?<!\b\p{L})[.!?؟۔](?=["”»’)]?(?:\s|$))|(?=\n)|$)/u.exec(after)?.[0] ?? '';
  return `${lead}${text.slice(span.start, span.end)}${tail}`.trim();
}
