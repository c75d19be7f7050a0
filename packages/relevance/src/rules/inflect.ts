/**
 * The other forms of a word that `~` stands for. Light on purpose: regular endings only, no stemmer; what is
 * irregular is written out in the topic. Words come folded (see foldText of the text package).
 */
export function inflections(word: string, language: string | null): string[] {
  const forms = new Set<string>([word]);
  const add = BY_LANGUAGE[language ?? '*'] ?? (isCyrillic(word) ? russian : plurals);
  if (word.length >= 3) add(word, forms);
  return [...forms];
}

type Add = (word: string, forms: Set<string>) => void;

const VOWEL = /[aeiou]/;

function english(word: string, forms: Set<string>): void {
  const last = word.at(-1) ?? '';
  const stem = word.slice(0, -1);
  if (last === 'y' && !VOWEL.test(stem.at(-1) ?? '')) {
    append(forms, stem, ['ies', 'ied']);
    append(forms, word, ['ing']);
  } else if (last === 'e') {
    append(forms, word, ['s', 'd']);
    append(forms, stem, ['ing']);
  } else if (/(s|x|z|ch|sh)$/.test(word)) append(forms, word, ['es', 'ed', 'ing']);
  else append(forms, word, ['s', 'ed', 'ing']);
  // ban: banned, banning.
  if (/[^aeiou][aeiou][bdgklmnprt]$/.test(word)) append(forms, word + last, ['ed', 'ing']);
}

function french(word: string, forms: Set<string>): void {
  append(forms, word, ['s', 'x', 'e', 'es']);
  if (word.endsWith('al')) forms.add(`${word.slice(0, -1)}ux`);
  if (word.endsWith('el')) append(forms, word, ['le', 'les']);
  if (word.endsWith('ien')) append(forms, word, ['ne', 'nes']);
}

function spanish(word: string, forms: Set<string>): void {
  append(forms, word, ['s', 'es']);
  if (word.endsWith('z')) forms.add(`${word.slice(0, -1)}ces`);
  if (/[oa]$/.test(word)) append(forms, word.slice(0, -1), ['o', 'a', 'os', 'as']);
}

/** Folded, as the words are: "й" stands as "и". */
const RUSSIAN_ENDINGS =
  'а я о е у ю ы и ь ои ою еи ею ом ем ам ям ами ями ах ях ов ев ии ия ию ие ыи ая яя ое ее ые ого его ому ему ым им ых их ую юю ыми ими'.split(
    ' ',
  );

/** The stem, that is the word without its ending vowels or soft sign, with every case ending. */
function russian(word: string, forms: Set<string>): void {
  const stem = word.replace(/(ии|ия|ие|ыи|ая|яя|ое|ее|ые|[аеиоуыьэюя])$/, '');
  if (stem.length < 3) return;
  forms.add(stem);
  append(forms, stem, RUSSIAN_ENDINGS);
}

function plurals(word: string, forms: Set<string>): void {
  if (/^[a-z]+$/.test(word)) append(forms, word, ['s', 'es']);
}

function append(forms: Set<string>, stem: string, endings: readonly string[]): void {
  for (const ending of endings) forms.add(stem + ending);
}

function isCyrillic(word: string): boolean {
  return /^[\u0400-\u04ff]+$/.test(word);
}

const none: Add = () => {};

const BY_LANGUAGE: Readonly<Record<string, Add>> = {
  en: english,
  fr: french,
  es: spanish,
  ru: russian,
  uk: russian,
  ar: none,
  fa: none,
  ur: none,
  ps: none,
};
