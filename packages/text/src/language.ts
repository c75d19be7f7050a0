import { tokens } from './tokens.ts';

/** ISO 639-1 code and how sure the guess is, 0..1. Under 0.5 nobody should rely on it. */
export interface LanguageGuess {
  language: string;
  confidence: number;
}

/**
 * Words that carry no subject, per language, folded as `foldText` folds. They tell languages apart in running text,
 * and a search term that consists of nothing else would match nearly everything.
 */
const FUNCTION_WORDS: Readonly<Record<string, ReadonlySet<string>>> = lists({
  en: 'the of and to in a is that for it was on with as by at from are has this be an not have which will its or after over says said but he his they their who been were would more than about up out new',
  fr: 'le la les de des du et un une en est que qui dans pour sur au aux par plus avec pas ce cette il elle sont ses son sa ne se ont ete apres d l a mais leur nous selon entre',
  es: 'el la los las de del y un una en es que por para con se su al lo como mas no sus ha le este esta pero sobre entre fue son o desde segun tras contra ya hay',
  de: 'der die das und in zu den von mit ist im des auf fur nicht ein eine dem sich als auch es an werden aus er hat dass sie nach bei wird um am sind noch einer',
  pt: 'o a os as de do da dos das e um uma em no na que por para com nao se ao mais como foi sao sobre apos entre pelo pela seu sua ou tem ser',
  it: 'il lo la gli le di del della dei e un una in che per con non si al da piu sono come anche nel nella alla dal ha suo sua dopo tra contro ma',
  tr: 've bir bu da de icin ile olarak daha en cok gibi sonra kadar olan ne var ama turkiye oldu etti',
  id: 'yang dan di dari untuk dengan pada ini itu dalam tidak akan ke oleh juga telah adalah sebagai bahwa',
  ru: 'и в на с по не что из за к о от для как это его у а но так же был после об при до или их то все еще была были она они он',
  uk: 'і в на з що не та до за у про як від для це його є після або також який були вже',
  bg: 'и на в за от да се не че с по са като до ще към след през беше',
  ar: 'فی من علی الی عن ان هذا هذه التی الذی بعد مع قال و لا ما کان او بین قبل کما منذ خلال عند لم حتی وقال',
  fa: 'در به از که این را با است برای ان شد تا کرد شده بر می یک خود های و گفت است شود کرده باید بود',
  ur: 'کے کی میں هے سے کا کو نے اور که پر هیں کر بهی اس تها یه گیا لیے هو نهیں ایک کیا جو تک ساته اپنے دیا',
  ps: 'د په چی کی او ته له دی یی هم سره نه هغه خو وی باندی شوی کوی وو کره دغه خپل تر',
});

function lists(source: Record<string, string>): Record<string, ReadonlySet<string>> {
  return Object.fromEntries(Object.entries(source).map(([code, words]) => [code, new Set(words.split(' '))]));
}

const LATIN = ['en', 'fr', 'es', 'de', 'pt', 'it', 'tr', 'id'];
const CYRILLIC = ['ru', 'uk', 'bg'];
const ARABIC = ['ar', 'fa', 'ur', 'ps'];

/** Letters that one language of a script uses and its neighbours do not. */
const OWN_LETTERS: readonly (readonly [language: string, letters: RegExp])[] = [
  ['ps', /[ټډړږښګڼۍې]/g],
  ['ur', /[ٹڈڑںےہھ]/g],
  ['fa', /[پچژگ]/g],
  ['uk', /[іїєґ]/gi],
  ['ru', /[ыэё]/gi],
  ['bg', /ъ/gi],
];

/** Scripts with one main language: no guess needed. */
const OWN_SCRIPTS: readonly (readonly [language: string, letters: RegExp])[] = [
  ['ja', /[\u3040-\u30ff]/g],
  ['zh', /[\u4e00-\u9fff]/g],
  ['ko', /[\uac00-\ud7af]/g],
  ['th', /[\u0e00-\u0e7f]/g],
  ['he', /[\u05d0-\u05ea]/g],
  ['el', /[\u0370-\u03ff]/g],
  ['hi', /[\u0900-\u097f]/g],
  ['bn', /[\u0980-\u09ff]/g],
];

const OF_ANY_LANGUAGE: ReadonlySet<string> = new Set(
  Object.values(FUNCTION_WORDS).flatMap((words) => [...words]),
);

/** True for a folded word that is a function word of any known language, e.g. "the", "که". */
export function isFunctionWord(word: string): boolean {
  return OF_ANY_LANGUAGE.has(word);
}

/**
 * Guesses the language of a text from letters that only one language uses, then from function words. Reads at most
 * the first 1,000 units. General detectors take Pashto for Urdu or Persian; their own letters settle that.
 *
 * @returns null when the text has no letters to go by.
 */
export function guessLanguage(text: string): LanguageGuess | null {
  const sample = text.slice(0, 1000);
  const letters = count(sample, /\p{L}/gu);
  if (letters === 0) return null;
  for (const [language, own] of OWN_SCRIPTS) {
    if (count(sample, own) > (language === 'ja' ? 0.1 : 0.4) * letters) return { language, confidence: 0.95 };
  }
  if (count(sample, /[\u0600-\u06ff]/g) > 0.4 * letters) return guessArabicScript(sample);
  if (count(sample, /[\u0400-\u04ff]/g) > 0.4 * letters) return guessCyrillic(sample);
  return byWords(sample, LATIN, {});
}

/** "en-GB", "EN_us", " en " -> "en"; null when it is no language tag. */
export function baseLanguage(tag: string | null | undefined): string | null {
  const base = /^\s*([a-z]{2,3})(?:[-_].*)?\s*$/i.exec(tag ?? '')?.[1];
  return base === undefined ? null : base.toLowerCase();
}

function guessArabicScript(sample: string): LanguageGuess | null {
  return byWords(sample, ARABIC, ownLetters(sample, ['ps', 'ur', 'fa']));
}

/** Short Russian texts share all their words with Bulgarian; Russian is the likelier by far. */
function guessCyrillic(sample: string): LanguageGuess | null {
  const own = ownLetters(sample, ['uk', 'ru', 'bg']);
  return byWords(sample, CYRILLIC, { ...own, ru: (own.ru ?? 0) + 1.5 });
}

/** Each letter of its own counts like two function words; Persian's are shared by Urdu and Pashto and count less. */
function ownLetters(sample: string, languages: string[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const [language, letters] of OWN_LETTERS) {
    if (languages.includes(language))
      found[language] = count(sample, letters) * (language === 'fa' ? 0.3 : 2);
  }
  return found;
}

function byWords(sample: string, languages: string[], head: Record<string, number>): LanguageGuess | null {
  const words = tokens(sample);
  const scores = languages.map((language) => {
    const known = FUNCTION_WORDS[language];
    const hits = words.reduce((sum, word) => sum + (known?.has(word.text) ? 1 : 0), 0);
    return { language, score: hits + (head[language] ?? 0) };
  });
  scores.sort((a, b) => b.score - a.score);
  const [best, second] = scores;
  if (best === undefined || best.score === 0) return null;
  const lead = (best.score - (second?.score ?? 0)) / best.score;
  return { language: best.language, confidence: Math.min(0.99, lead * Math.min(1, best.score / 3) + 0.05) };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
