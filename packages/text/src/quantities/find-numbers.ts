import { baseLanguage, guessLanguage } from '../language.ts';
import { quantitiesAndDates } from './find-quantities.ts';
import type { Comparison, Lexicon } from './lexicon.ts';
import { lexiconOf } from './lexicons.ts';
import { scan, splitJoiner, type Token } from './scan.ts';
import type { TokenQuantity } from './token-quantity.ts';

/** A number in a text. Offsets are UTF-16 offsets into the text as given; `text` is that slice. */
export interface FoundQuantity {
  start: number;
  end: number;
  text: string;
  value: number;
  /** Upper end of a range. */
  high: number | null;
  /** ISO 4217 code for money, `%`, a unit's singular English name, a rate as `USD per year`; null for counted things. */
  unit: string | null;
  /** What is counted or measured, as it is written; its head is the last word. */
  of: string | null;
  comparator: Comparison;
}

/** A date in a text: `2025-04-07`, `2025-04`, `2025`, `2014/2018`, `--04-07` where no year is said. */
export interface FoundDate {
  start: number;
  end: number;
  text: string;
  date: string;
}

/**
 * Finds quantities and dates by rules of eight languages (en ur ar fa ps fr es ru): no model, no dictionary of
 * nouns, one pass. Times of day, ordinals, scores and the numbers of names are left out.
 *
 * @param language BCP 47; guessed from the text where it is not given. Unknown languages are read as English.
 */
export function findNumbers(
  text: string,
  language?: string | null,
): { quantities: FoundQuantity[]; dates: FoundDate[] } {
  const lexicon = lexiconOf(baseLanguage(language) ?? guessLanguage(text)?.language ?? 'en');
  const tokens = wordsOf(text, lexicon);
  const found = quantitiesAndDates(tokens, lexicon);
  return {
    quantities: found.quantities.map((quantity) => ({
      ...slice(text, tokens, quantity),
      value: quantity.value,
      high: quantity.high,
      unit: unitOf(quantity, text, lexicon),
      of: quantity.of === null ? null : slice(text, tokens, quantity.of).text,
      comparator: quantity.comparator,
    })),
    dates: found.dates.flatMap((span) =>
      span.date === null ? [] : [{ ...slice(text, tokens, span), date: span.date }],
    ),
  };
}

function wordsOf(text: string, lexicon: Lexicon): Token[] {
  const { attachedJoiner } = lexicon;
  if (attachedJoiner === null) return scan(text);
  const tables = [
    lexicon.cardinals,
    lexicon.scales,
    lexicon.vague,
    lexicon.fractions,
    lexicon.duals,
    lexicon.before,
  ];
  return splitJoiner(scan(text), attachedJoiner, (word) => tables.some((table) => table.starts(word)));
}

function slice(text: string, tokens: readonly Token[], span: { first: number; next: number }) {
  const start = tokens[span.first]?.start ?? 0;
  const end = tokens[span.next - 1]?.end ?? text.length;
  return { start, end, text: text.slice(start, end) };
}

/** "Rupees" are those of the country that the text names; Pakistan's in Urdu and Pashto, else India's. */
function unitOf(quantity: TokenQuantity, text: string, lexicon: Lexicon): string | null {
  const { unit } = quantity;
  if (unit === null || !unit.startsWith('rupee')) return unit;
  return unit.replace('rupee', rupeeOf(text, lexicon.language));
}

function rupeeOf(text: string, language: string): string {
  if (/\bindia|inde\b|indien|\bindi[oa]|инди|الهند|هند|بھارت/iu.test(text)) return 'INR';
  if (/pakist|karachi|lahore|islamabad|пакист|باكستان|پاکستان/iu.test(text)) return 'PKR';
  if (/sri lanka/i.test(text)) return 'LKR';
  if (/\bnepal/i.test(text)) return 'NPR';
  return language === 'ur' || language === 'ps' ? 'PKR' : 'INR';
}
