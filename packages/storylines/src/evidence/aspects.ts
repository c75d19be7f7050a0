import { findNumbers, foldText } from '@throughline/text';
import type { Figure } from './figures.ts';
import { tellingWords } from './telling-words.ts';

/** What is said along with a figure and makes it one of this thing and not of that; empty where nothing is said. */
type Aspect = (text: string, figure: Figure) => ReadonlySet<string>;

interface Said {
  text: string;
  language?: string | null;
}

const NOTHING: ReadonlySet<string> = new Set();
const CLAUSE_END = /[.,;:!?()،؛۔؟]\s|\s[-–—]\s|\s(?:and|while|et|y|и)\s/giu;
/** So many words of a clause to either side of a figure can say what became of those counted. */
const CLAUSE_WORDS = 6;
const PART = /\bof (?:the|his|her|its|their|our|those|these|all|\d)/iu;
const LENGTHS = new Set(['inch', 'foot', 'yard', 'mile', 'centimetre', 'millimetre', 'metre', 'kilometre']);
/** `13 miles east of Cloverdale`, `75 kilometres (50 miles) west of the main city of Manokwari` */
const PLACE =
  /^[\s)]*(?:\([^)]*\)\s*)?(?:[\p{L}-]+\s+(?:-\s+)?){0,4}?(?:of|from|off)\s+(?:\p{Ll}[\p{L}']*\s+){0,5}?(\p{Lu}[\p{L}.]+(?:\s+\p{Lu}[\p{L}.]+)*)/u;
const QUARTER = /\b(?:q[1-4]|[1-4]q|fy)/gi;

/** What became of people, by the beginnings of words. */
const FATES = Object.entries({
  dead: 'kill dead died dies death fatal murder tue mort deces muert fallec погиб убит قتل مقتل کشته هلاک',
  hurt: 'injur wound hurt bless herid ранен пострад جرح جریح زخمی مجروح',
  held: 'arrest detain custod jail arret deten задерж اعتقل گرفتار بازداشت',
  missing: 'missing dispar desapar пропав مفقود لاپته',
  'driven out': 'displac evacu fled flee homeless expel deport desplaz эваку نازح آواره',
}).map(([fate, words]) => ({ fate, beginnings: words.split(' ').map(foldText) }));

const ASPECTS: readonly Aspect[] = [part, fate, place, size];

/** Whether two figures are of different things: both tell an aspect, and nothing in it is the same. */
export function aspectsExclude(a: string, figure: Figure, b: string, other: Figure): boolean {
  return ASPECTS.some((aspect) => disjoint(aspect(a, figure), aspect(b, other)));
}

/**
 * Whether two texts name years or quarters, and not one of them is the same. Days and times of day are not looked at:
 * many texts name those of their writing.
 */
export function momentsExclude(a: Said, b: Said): boolean {
  return disjoint(yearsOf(a), yearsOf(b)) || disjoint(quartersOf(a), quartersOf(b));
}

function yearsOf({ text, language }: Said): ReadonlySet<string> {
  const { dates } = findNumbers(text, language);
  return new Set(dates.flatMap(({ date }) => date.match(/(?<![-\d])\d{4}/g) ?? []));
}

/** `4Q` is `Q4`. */
function quartersOf({ text }: Said): ReadonlySet<string> {
  const found = text.match(QUARTER) ?? [];
  return new Set(found.map((quarter) => [...quarter.toLowerCase()].sort().join('')));
}

/** `28 of his 68 punches` is a part; what is not said to be one is taken for all. A share is one in any words. */
function part(text: string, { unit, start, end }: Figure): ReadonlySet<string> {
  if (unit === '%') return NOTHING;
  const [withItsPhrase = ''] = text.slice(start, end + 8).split(/[,;]/);
  return new Set([PART.test(withItsPhrase) ? 'part' : 'all']);
}

function fate(text: string, figure: Figure): ReadonlySet<string> {
  if (figure.unit !== null) return NOTHING;
  const words = foldText(clauseOf(text, figure)).split(/[^\p{L}\p{M}]+/u);
  const said = FATES.filter(({ beginnings }) =>
    words.some((word) => beginnings.some((beginning) => word.startsWith(beginning))),
  );
  return new Set(said.map((entry) => entry.fate));
}

/** What a distance is measured from; a depth is none. */
function place(text: string, { dimension, start, end }: Figure): ReadonlySet<string> {
  if (!LENGTHS.has(dimension)) return NOTHING;
  if (/\b(?:depth of|deep)\b/i.test(text.slice(Math.max(0, start - 24), end + 8))) return new Set(['depth']);
  return new Set(tellingWords(PLACE.exec(text.slice(end))?.[1] ?? ''));
}

/** `a 15-inch model` says which model, and states nothing of it. */
function size(text: string, { dimension, start, end }: Figure): ReadonlySet<string> {
  const figure = text.slice(start, end);
  return LENGTHS.has(dimension) && /^[\p{L}\d.,]+\s?[-‑]\s?\p{L}/u.test(figure) ? new Set([figure]) : NOTHING;
}

function clauseOf(text: string, { start, end }: Figure): string {
  const ends = [...text.matchAll(CLAUSE_END)];
  const from = ends.findLast((found) => found.index + found[0].length <= start);
  const to = ends.find((found) => found.index >= end);
  const words = (slice: string) => slice.split(/\s+/).filter(Boolean);
  return [
    ...words(text.slice(from === undefined ? 0 : from.index + from[0].length, start)).slice(-CLAUSE_WORDS),
    text.slice(start, end),
    ...words(text.slice(end, to?.index)).slice(0, CLAUSE_WORDS),
  ].join(' ');
}

function disjoint(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && ![...a].some((word) => b.has(word));
}
