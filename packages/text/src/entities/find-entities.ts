import { isFunctionWord } from '../language.ts';
import { type Token, tokens } from '../tokens.ts';
import {
  type AliasEnd,
  type AliasNode,
  type EntityType,
  type Gazetteer,
  shippedGazetteer,
  wordKey,
} from './gazetteer.ts';

/** A name found in a text. `start`/`end` are UTF-16 offsets into the text as given. */
export interface EntityMention {
  /** Entry of the gazetteer ("org.unsc"), or "name:" and the folded name of somebody it does not know. */
  id: string;
  type: EntityType | 'unknown';
  /** English name of a known entity; otherwise the name as written where it is first written in full. */
  name: string;
  start: number;
  end: number;
}

/** Proclitics that Arabic writes in one word with a name: "and", "in", "to", "the" and their pairs. */
const PROCLITICS = ['وال', 'بال', 'لل', 'ال', 'و', 'ب', 'ل', 'ف', 'ک'];
const LEAST_AFTER_PROCLITIC = 3;

/**
 * Finds the people, places and organisations that a text names: the longest alias of the gazetteer at each word, runs
 * of capitalised words that it does not know, and last names of people who were named in full before.
 */
export function findEntities(text: string, gazetteer: Gazetteer = shippedGazetteer()): EntityMention[] {
  const words = tokens(text);
  const style = caseStyle(text, words);
  const found: EntityMention[] = [];
  const lastNames = new Map<string, EntityMention>();
  const once = onceInside(text, words);
  for (let at = 0; at < words.length; ) {
    const known = longestAlias(text, words, at, gazetteer.root, style);
    const unknown =
      known === null && style === 'mixed' ? unknownName(text, words, at, once, lastNames) : null;
    const hit = known ?? (endsInKnownPerson(unknown, text, words, at, gazetteer.root) ? null : unknown);
    if (hit === null) {
      at++;
      continue;
    }
    found.push(hit.mention);
    rememberLastName(hit.mention, words[at + hit.words - 1], hit.words, lastNames);
    at += hit.words;
  }
  return found;
}

/** "State Marco Rubio" after "Secretary of": the words of an office before the full name of a known person. */
function endsInKnownPerson(
  run: Hit | null,
  text: string,
  words: Token[],
  at: number,
  root: AliasNode,
): boolean {
  if (run === null) return false;
  for (let from = at + 1; from <= at + run.words - 2; from++) {
    const inner = longestAlias(text, words, from, root, 'mixed');
    if (inner?.mention.type === 'person' && from + inner.words === at + run.words) return true;
  }
  return false;
}

interface Hit {
  mention: EntityMention;
  words: number;
}

type CaseStyle = 'mixed' | 'title' | 'upper' | 'none';

/** How a text uses capitals: where all words or all letters are capital they tell nothing. */
function caseStyle(text: string, words: Token[]): CaseStyle {
  if (text.toLowerCase() === text.toUpperCase()) return 'none';
  if (text === text.toUpperCase()) return 'upper';
  const long = words.filter((word) => word.end - word.start >= 4);
  const capital = long.filter((word) => startsCapital(text, word)).length;
  return long.length >= 4 && capital > 0.7 * long.length ? 'title' : 'mixed';
}

function startsCapital(text: string, word: Token | undefined): boolean {
  const first = text.charAt(word?.start ?? text.length);
  return first !== first.toLowerCase();
}

function longestAlias(
  text: string,
  words: Token[],
  at: number,
  root: AliasNode,
  style: CaseStyle,
): Hit | null {
  const plain = descend(text, words, at, root, style, words[at]?.text ?? '', 0);
  if (plain !== null) return plain;
  const word = words[at]?.text ?? '';
  if (!/^[\u0600-\u06ff]/.test(word)) return null;
  for (const clitic of PROCLITICS) {
    if (!word.startsWith(clitic) || word.length - clitic.length < LEAST_AFTER_PROCLITIC) continue;
    const hit = descend(text, words, at, root, style, word.slice(clitic.length), clitic.length);
    if (hit !== null) return hit;
  }
  return null;
}

function descend(
  text: string,
  words: Token[],
  at: number,
  root: AliasNode,
  style: CaseStyle,
  first: string,
  skipped: number,
): Hit | null {
  let node = root.next.get(wordKey(first));
  let best: Hit | null = null;
  for (let n = 1; node !== undefined; n++) {
    const last = words[at + n - 1];
    const start = (words[at]?.start ?? 0) + skipped;
    if (last !== undefined && node.ends !== null && caseAllows(text, start, last.end, node.ends, style))
      best = { mention: knownMention(node.ends, start, last.end), words: n };
    const next = words[at + n];
    // A name does not go on over the end of a sentence.
    if (next === undefined || next.sentence !== last?.sentence) break;
    node = node.next.get(wordKey(next.text));
  }
  return best;
}

const knownMention = ({ entity }: AliasEnd, start: number, end: number): EntityMention => ({
  id: entity.id,
  type: entity.type,
  name: entity.name,
  start,
  end,
});

/** Names of scripts with case are written with a capital; acronyms in capitals only, and never told from shouting. */
function caseAllows(text: string, start: number, end: number, alias: AliasEnd, style: CaseStyle): boolean {
  const written = text.slice(start, end);
  if (written.toLowerCase() === written.toUpperCase()) return true;
  if (alias.acronym) return written === written.toUpperCase() && (style !== 'upper' || written.length > 3);
  const first = written.charAt(0);
  return first !== first.toLowerCase();
}

const CONNECTORS = new Set([
  'al',
  'el',
  'ul',
  'bin',
  'ibn',
  'bint',
  'abu',
  'von',
  'van',
  'der',
  'den',
  'de',
  'di',
  'da',
  'dos',
  'du',
  'la',
]);
const MOST_WORDS = 5;
const ORGANISATION =
  /(?:ministry|bank|council|party|university|agency|group|corp|corporation|inc|ltd|court|union|association|authority|commission|army|police|institute|committee|foundation|department|network|front|company|fund)$/;
const PERSON_CUES = new Set(
  'mr mrs ms dr president minister premier chancellor senator judge general colonel king queen prince sheikh mullah imam ambassador governor mayor secretary chairman spokesman spokeswoman professor pope leader commander'.split(
    ' ',
  ),
);

/** A run of capitalised words inside a sentence, or the last name of somebody named before. */
function unknownName(
  text: string,
  words: Token[],
  at: number,
  once: Set<string>,
  lastNames: Map<string, EntityMention>,
): Hit | null {
  const first = words[at];
  if (first === undefined || !startsCapital(text, first)) return null;
  const length = runLength(text, words, at);
  const earlier = length === 1 ? lastNames.get(first.text) : undefined;
  if (earlier !== undefined) return { mention: { ...earlier, start: first.start, end: first.end }, words: 1 };
  if (isFunctionWord(first.text) || PERSON_CUES.has(first.text)) return null;
  const opens = words[at - 1]?.sentence !== first.sentence;
  // At the beginning of a sentence any word is capitalised: it must stand inside another sentence too.
  if (opens && length === 1 && !once.has(first.text)) return null;
  const last = words[at + length - 1] ?? first;
  if (length === 1 && first.end - first.start < 3) return null;
  const folded = words
    .slice(at, at + length)
    .map((word) => word.text)
    .join(' ');
  const mention: EntityMention = {
    id: `name:${folded}`,
    type: typeOf(folded, words[at - 1]?.text, length),
    name: text.slice(first.start, last.end),
    start: first.start,
    end: last.end,
  };
  return { mention, words: length };
}

function typeOf(folded: string, before: string | undefined, words: number): EntityMention['type'] {
  if (ORGANISATION.test(folded)) return 'org';
  return words <= 4 && before !== undefined && PERSON_CUES.has(before) ? 'person' : 'unknown';
}

/** How many words from `at` on are one run: capitalised, or small connectors between capitalised ones. */
function runLength(text: string, words: Token[], at: number): number {
  let length = 1;
  for (let n = 1; n < MOST_WORDS; n++) {
    const word = words[at + n];
    const before = words[at + n - 1];
    if (word === undefined || before === undefined || word.sentence !== before.sentence) break;
    if (!/^[\s'’-]{1,2}$/.test(text.slice(before.end, word.start))) break;
    if (startsCapital(text, word)) length = n + 1;
    else if (!CONNECTORS.has(word.text)) break;
  }
  return length;
}

/** Words that stand capitalised inside a sentence at least once. */
function onceInside(text: string, words: Token[]): Set<string> {
  const found = new Set<string>();
  let sentence = -1;
  for (const word of words) {
    if (word.sentence === sentence && startsCapital(text, word)) found.add(word.text);
    sentence = word.sentence;
  }
  return found;
}

function rememberLastName(
  mention: EntityMention,
  last: Token | undefined,
  words: number,
  lastNames: Map<string, EntityMention>,
): void {
  const couldBePerson = mention.type === 'person' || mention.type === 'unknown';
  if (!couldBePerson || words < 2 || last === undefined || last.text.length < 3) return;
  if (!lastNames.has(last.text)) lastNames.set(last.text, mention);
}
