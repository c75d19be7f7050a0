import { contentWords } from './words.ts';

/** A run of capitalised words that does not begin a sentence: "said Ishaq Dar", not "Talks began". */
const CAPITALISED_RUN = /(?<=[\p{Ll}\p{N},]\s+)\p{Lu}[\p{L}\p{N}'’-]*(?:\s+\p{Lu}[\p{L}\p{N}'’-]*)*/gu;
const LONG_WORD = /\p{L}{4,}/gu;
const TITLE_CASE_SHARE = 0.6;

/**
 * The content words of a text that stand in names. Texts In Title Case tell nothing and give none, and neither
 * do scripts without capitals.
 */
export function nameWords(text: string): Set<string> {
  const words = text.match(LONG_WORD) ?? [];
  const upper = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  if (upper > words.length * TITLE_CASE_SHARE) return new Set();
  return new Set((text.match(CAPITALISED_RUN) ?? []).flatMap((run) => contentWords(run)));
}
