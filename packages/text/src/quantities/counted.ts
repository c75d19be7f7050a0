import type { Lexicon } from './lexicon.ts';
import type { Numeral } from './numerals.ts';
import type { Token } from './scan.ts';

/** The thing that a number counts: tokens `first` up to `next`; its head is the last of them. */
export interface Counted {
  first: number;
  next: number;
}

const irregularPlurals = new Set(
  'people men women children feet teeth police personnel staff cattle aircraft spacecraft sheep fish deer crew media data criteria phenomena alumni troops military servicemen servicewomen policemen policewomen spokespeople businessmen fishermen firefighters mice geese oxen lives wives knives halves leaves shelves thieves youth offspring species series homeless dead wounded injured missing others'.split(
    ' ',
  ),
);
/** Plurals that stand before another noun: sports cars. */
const attributivePlurals = new Set(
  'sports sales arms customs goods savings systems communications operations women police data media'.split(
    ' ',
  ),
);
const notPlural = /(?:ss|us|is|ous| s|ics)$/;
const adjective =
  /(?:al|ous|ive|ful|less|able|ible|ic|ish|ary|ing|ed|ern|est)$|^(?:big|small|new|old|good|other|major|single|particular|large|high|key|great|last|first|full|main|young|different|common|long|short|more|additional|further|extra|top|senior|former|straight|consecutive|previous|recent|early|late|low|open|free|private|public|human|hot|dry|wet|dark|rare|true|fresh|clear|simple|quick|sure|strong|poor|rich|bad|wrong|right|real|popular|female|male|adult)$/;

/** What the number counts, by the habits of its language; null where nothing that follows is a thing. */
export function countedAfter(tokens: readonly Token[], numeral: Numeral, lexicon: Lexicon): Counted | null {
  if (lexicon.language === 'en') return countedEnglish(tokens, numeral, lexicon);
  return countedByOrder(tokens, numeral, lexicon);
}

function countedEnglish(tokens: readonly Token[], numeral: Numeral, lexicon: Lexicon): Counted | null {
  const hyphen = /^[-‑]$/.test(tokens[numeral.next]?.fold ?? '') && tokens[numeral.next]?.glued;
  if (hyphen) return hyphened(tokens, numeral, lexicon);
  const start = afterOf(tokens, numeral, lexicon);
  const isOf = start !== numeral.next;
  if (numeral.value === 1 && !isOf) return singular(tokens, start, lexicon);
  return (
    plural(tokens, start, lexicon) ??
    (isOf || numeral.form === 'fraction'
      ? singular(tokens, start, lexicon)
      : attributive(tokens, start, lexicon))
  );
}

/** `two-year`, `six-speed`: the word after the hyphen. */
function hyphened(tokens: readonly Token[], numeral: Numeral, lexicon: Lexicon): Counted | null {
  const word = tokens[numeral.next + 1];
  if (word?.kind !== 'word' || !word.glued || lexicon.stop.has(word.fold)) return null;
  return { first: numeral.next + 1, next: numeral.next + 2 };
}

/** Past `of the`, `of his`: `one of the soldiers`, `millions of people`. */
function afterOf(tokens: readonly Token[], numeral: Numeral, lexicon: Lexicon): number {
  if (!lexicon.of.has(tokens[numeral.next]?.fold ?? '')) return numeral.next;
  let at = numeral.next + 1;
  while (lexicon.articleWords.has(tokens[at]?.fold ?? '')) at++;
  return at;
}

const isWord = (token: Token | undefined): token is Token => token?.kind === 'word';

/** The first plural within six words, past adjectives and one `and`; the last of two plurals in a row. */
function plural(tokens: readonly Token[], start: number, lexicon: Lexicon): Counted | null {
  for (let at = start; at < start + 7; at++) {
    const token = tokens[at];
    if (token === undefined) return null;
    if (/^[-‑/&]$/.test(token.text) && at > start) continue;
    // "eight million 250ml bottles", "COVID-19 tests"
    if (token.kind === 'number' && (tokens[at - 1]?.text === '-' || tokens[at + 1]?.glued)) continue;
    if (!isWord(token)) return null;
    const joins = /^(?:and|or)$/.test(token.fold) && at > start;
    if (joins && plausible(tokens[at + 1], lexicon)) continue;
    if (!plausible(token, lexicon)) return null;
    const next = tokens[at + 1];
    const joined =
      plausible(next, lexicon) && (attributivePlurals.has(token.fold) ? isPlural(next) : isName(token, next));
    if (isPlural(token) && !joined) return { first: start, next: at + 1 };
  }
  return null;
}

/** In capitals (US, IT, WHO) a word is a name, whatever its letters say otherwise. */
const plausible = (token: Token | undefined, lexicon: Lexicon) =>
  isWord(token) && (!lexicon.stop.has(token.fold) || /^\p{Lu}{2,}$/u.test(token.text));

/** "15 United Nations members": a name goes on. */
const isName = (token: Token, next: Token | undefined) =>
  /^\p{Lu}/u.test(token.text) && /^\p{Lu}/u.test(next?.text ?? '');

/** Whether a word looks like an English plural. */
export function isPlural(token: Token | undefined): boolean {
  if (!isWord(token)) return false;
  if (irregularPlurals.has(token.fold)) return true;
  return token.fold.length > 3 && token.fold.endsWith('s') && !notPlural.test(token.fold);
}

/** `one solution that`, `a third of the country`: the run of nouns, past adjectives. */
function singular(tokens: readonly Token[], start: number, lexicon: Lexicon): Counted | null {
  let next = start;
  while (
    next < start + 3 &&
    adjective.test(tokens[next]?.fold ?? '') &&
    adjectiveOf(tokens[next + 1], lexicon)
  )
    next++;
  if (!plausible(tokens[next], lexicon)) return next > start ? { first: start, next } : null;
  next++;
  while (next < start + 4 && nounAfterNoun(tokens[next], lexicon)) next++;
  return { first: start, next };
}

/** What follows an adjective is its noun; after a noun in -al ("proposal asks") it is a verb. */
const adjectiveOf = (token: Token | undefined, lexicon: Lexicon) =>
  plausible(token, lexicon) && !/(?:[^s]s|ed|ly)$/.test(token?.fold ?? '');

/** After a singular noun a word in -s, -ed or -ly is rather its verb or adverb. */
function nounAfterNoun(token: Token | undefined, lexicon: Lexicon): boolean {
  return (
    plausible(token, lexicon) &&
    !/(?:s|ed|ly|ing)$/.test(token?.fold ?? '') &&
    !/^\p{Lu}/u.test(token?.text ?? '')
  );
}

/** `12 page document`, `11 member trade agreement`: a singular right before another noun. */
function attributive(tokens: readonly Token[], start: number, lexicon: Lexicon): Counted | null {
  const [noun, after] = [tokens[start], tokens[start + 1]];
  if (!plausible(noun, lexicon) || adjective.test(noun?.fold ?? '') || /^\p{Lu}/u.test(noun?.text ?? ''))
    return null;
  return plausible(after, lexicon) && /^\p{Ll}/u.test(after?.text ?? '')
    ? { first: start, next: start + 1 }
    : null;
}

/** Languages whose noun follows the number: the next word that is no filler; Russian may put adjectives between. */
function countedByOrder(tokens: readonly Token[], numeral: Numeral, lexicon: Lexicon): Counted | null {
  let at = lexicon.after.at(tokens, numeral.next)?.next ?? numeral.next;
  while (lexicon.of.has(tokens[at]?.fold ?? '') || /^['’]$/.test(tokens[at]?.text ?? '')) at++;
  while (at > numeral.next && lexicon.articleWords.has(tokens[at]?.fold ?? '')) at++;
  const start = at;
  while (at < start + 3 && plausible(tokens[at], lexicon) && lexicon.adjective?.test(tokens[at]?.fold ?? ''))
    at++;
  if (plausible(tokens[at], lexicon)) return { first: start, next: at + 1 };
  // "13 американских военных": an adjective that no noun follows is the noun.
  return at > start ? { first: start, next: at } : null;
}
