import type { SearchWords } from '@throughline/schema';
import { foldText } from './normalise.ts';

/** Letters of the text that are indexed besides the summary. */
const LEAD = 600;
/** A `tsvector` holds a megabyte, and nobody searches for the end of a summary that long. */
const LONGEST = 6000;

/**
 * Languages whose words PostgreSQL's stemmers reduce. For all others inflected and joined words are found by their
 * letters: by stretches of three that follow each other. They are lexemes of our own making and not those of `pg_trgm`,
 * which sees no letter beyond ASCII in a database whose locale is C.
 */
const STEMMED_LANGUAGES: ReadonlySet<string> = new Set(
  'ar hy eu ca da nl en fi fr de el hi hu id ga it lt ne no nb nn pt ro ru sr es sv ta tr yi'.split(' '),
);

/** Alphabets whose words stand apart and would be found inside others: "war" in "award". */
const APART = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\p{M}]+$/u;
/** Scripts that write without spaces: two letters are a word already. */
const DENSE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** PostgreSQL forgets where a lexeme stood beyond this place. */
const LAST_PLACE = 16_000;

export function searchWords(item: {
  title: string;
  summary?: string | null | undefined;
  text?: string | null | undefined;
  language?: string | null | undefined;
}): SearchWords {
  const title = foldText(item.title.slice(0, LONGEST));
  const body = foldText(`${(item.summary ?? '').slice(0, LONGEST)} ${(item.text ?? '').slice(0, LEAD)}`);
  const base = item.language?.toLowerCase().split('-')[0] ?? '';
  return { title, body, grams: STEMMED_LANGUAGES.has(base) ? '' : gramVector(title, body) };
}

/** The grams of one folded word, in order; none for a word that is looked for as it stands. */
export function gramsOf(word: string): string[] {
  if (APART.test(word)) return [];
  const letters = [...word];
  const size = DENSE.test(word) ? 2 : 3;
  // A short word would be found inside too many others.
  if (letters.length < (size === 2 ? 2 : 4)) return [];
  return letters.slice(size - 1).map((_, n) => letters.slice(n, n + size).join(''));
}

function gramVector(title: string, body: string): string {
  const places = new Map<string, string[]>();
  let place = 1;
  const add = (word: string, weight: string) => {
    for (const gram of gramsOf(word)) {
      const known = places.get(gram);
      if (known === undefined) places.set(gram, [`${place}${weight}`]);
      else known.push(`${place}${weight}`);
      place++;
    }
    // A gap, so that the end of one word and the beginning of the next are no stretch.
    place++;
    return place <= LAST_PLACE;
  };
  title.split(' ').every((word) => add(word, 'A'));
  body.split(' ').every((word) => place <= LAST_PLACE && add(word, ''));
  return [...places].map(([gram, at]) => `'~${gram}':${at.slice(0, 255).join(',')}`).join(' ');
}
