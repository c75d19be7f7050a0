import { compileLexicon, type Lexicon, type LexiconSource } from './lexicon.ts';
import { arabic } from './lexicons/ar.ts';
import { english } from './lexicons/en.ts';
import { spanish } from './lexicons/es.ts';
import { persian } from './lexicons/fa.ts';
import { french } from './lexicons/fr.ts';
import { pashto } from './lexicons/ps.ts';
import { russian } from './lexicons/ru.ts';
import { urdu } from './lexicons/ur.ts';

const sources: Record<string, LexiconSource> = {
  ar: arabic,
  en: english,
  es: spanish,
  fa: persian,
  fr: french,
  ps: pashto,
  ru: russian,
  ur: urdu,
};
const compiled = new Map<string, Lexicon>();

/** The words of a language, compiled once; English where a language has none of its own. */
export function lexiconOf(language: string): Lexicon {
  const source = (Object.hasOwn(sources, language) ? sources[language] : undefined) ?? english;
  const known = compiled.get(source.language);
  if (known !== undefined) return known;
  const lexicon = compileLexicon(source);
  compiled.set(source.language, lexicon);
  return lexicon;
}
