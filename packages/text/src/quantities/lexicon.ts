import { foldWord } from './fold.ts';
import { Phrases } from './phrases.ts';
import { symbolCurrencies, symbolUnits } from './symbols.ts';

export type Comparison = '=' | '~' | '>=' | '>' | '<=' | '<';

/** What one language says about numbers, as written by hand; `|` parts spellings of one thing. */
export interface LexiconSource {
  language: string;
  /** The sign before the decimals. */
  decimal: '.' | ',';
  /** Words with a value of their own, below 1,000. */
  cardinals: Record<string, number>;
  /** Words that multiply what stands before them, or stand for themselves; 100 and up. */
  scales: Record<string, number>;
  /** Plurals that name an order of magnitude: [low, high]. */
  vague: Record<string, readonly [number, number]>;
  /** Parts of a whole: a third, a quarter. */
  fractions: Record<string, number>;
  /** Words that say how many times: sixfold. */
  multiples: Record<string, number>;
  /** Before `half`, these make it a half of a match or a year: first, second, the. */
  ordinalCues: string;
  /** First to ninth, as they follow a ten: twenty-first. */
  ordinals: string;
  /** A scale may stand for one of itself without an article: mil, cent, صد. */
  bareScales?: boolean;
  /** Joins parts of one number: and, y, و. */
  joiners: string;
  /** `and` also parts the groups of large numbers: سه میلیون و دویست هزار. */
  joinsScales?: boolean;
  /** Written before the number, as one word: وخمسون. */
  attachedJoiner?: string;
  /** Stands for one before a scale: a million. */
  articles: string;
  percent: string;
  percentPoint: string;
  currencies: Record<string, string>;
  units: Record<string, string>;
  /** Words that say a unit twice: عامين. */
  duals?: Record<string, string>;
  /** Makes a rate of the unit that follows: per, a, each. */
  per: string;
  /** Range: `between` opens, `to` and `and` part. */
  rangeOpen: string;
  rangeTo: string;
  rangeAnd: string;
  rangeOr: string;
  /** Stand before the number. */
  before: Record<Exclude<Comparison, '='>, string>;
  /** Stand after it. */
  after: Record<Exclude<Comparison, '='>, string>;
  /** Of, de, د: leads from the number to what is counted. */
  of: string;
  /** A part needs no `of` before its whole. */
  ezafe?: boolean;
  /** Articles and determiners that may stand after `of`. */
  articleWords: string;
  /** Endings of words that may stand between a number and its noun. */
  adjective?: RegExp;
  /** Words that never are what is counted, nor part of its name. */
  stop: string;
  months: readonly string[];
  /** A bare year after one of these is a date. */
  yearCues: string;
  /** After one of these it may be a date. */
  weakYearCues: string;
  /** A number after one of these is a name, not a count: No. 1, Article 5, page 12. */
  labels: string;
  /** Age: years old. */
  old: string;
  /** Stand before an age. */
  aged: string;
  /** Before `A unit to B unit` these say that B is where A led to, and no range. */
  changes: string;
  /** Right before the number these make it a pronoun or a name. Only for the number one. */
  notOne: string;
}

export interface Lexicon {
  language: string;
  decimal: '.' | ',';
  cardinals: Phrases<number>;
  scales: Phrases<number>;
  vague: Phrases<readonly [number, number]>;
  fractions: Phrases<number>;
  multiples: Phrases<number>;
  ordinalCues: ReadonlySet<string>;
  ordinals: ReadonlySet<string>;
  bareScales: boolean;
  joiners: ReadonlySet<string>;
  attachedJoiner: string | null;
  joinsScales: boolean;
  articles: ReadonlySet<string>;
  percent: Phrases<string>;
  currencies: Phrases<string>;
  units: Phrases<string>;
  duals: Phrases<string>;
  per: ReadonlySet<string>;
  rangeOpen: ReadonlySet<string>;
  rangeTo: Phrases<true>;
  rangeAnd: ReadonlySet<string>;
  rangeOr: ReadonlySet<string>;
  before: Phrases<Comparison>;
  after: Phrases<Comparison>;
  of: ReadonlySet<string>;
  partNeedsOf: boolean;
  articleWords: ReadonlySet<string>;
  adjective: RegExp | null;
  stop: ReadonlySet<string>;
  months: Phrases<number>;
  yearCues: ReadonlySet<string>;
  weakYearCues: ReadonlySet<string>;
  labels: ReadonlySet<string>;
  old: Phrases<true>;
  aged: Phrases<true>;
  changes: ReadonlySet<string>;
  notOne: ReadonlySet<string>;
}

const set = (words: string): ReadonlySet<string> =>
  new Set(
    words
      .split(/[\s|]+/)
      .filter(Boolean)
      .map(foldWord),
  );
const one = <T>(words: string, value: T): [string, T][] => (words === '' ? [] : [[words, value]]);
const comparisons = (by: LexiconSource['before']) =>
  new Phrases(Object.entries(by).flatMap(([value, words]) => one(words, value as Comparison)));

/** Makes look-up tables of a language's words; symbols and codes that all languages share are added. */
export function compileLexicon(source: LexiconSource): Lexicon {
  return {
    language: source.language,
    decimal: source.decimal,
    cardinals: new Phrases(Object.entries(source.cardinals)),
    scales: new Phrases(Object.entries(source.scales)),
    vague: new Phrases(Object.entries(source.vague)),
    fractions: new Phrases(Object.entries(source.fractions)),
    multiples: new Phrases(Object.entries(source.multiples)),
    ordinalCues: set(source.ordinalCues),
    ordinals: set(source.ordinals),
    bareScales: source.bareScales ?? true,
    joiners: set(source.joiners),
    attachedJoiner: source.attachedJoiner ?? null,
    joinsScales: source.joinsScales ?? false,
    articles: set(source.articles),
    percent: new Phrases([...one(source.percentPoint, 'percentage point'), ...one(source.percent, '%')]),
    currencies: new Phrases([...symbolCurrencies, ...Object.entries(source.currencies)]),
    units: new Phrases([...symbolUnits, ...Object.entries(source.units)]),
    duals: new Phrases(Object.entries(source.duals ?? {})),
    per: set(source.per),
    rangeOpen: set(source.rangeOpen),
    rangeTo: new Phrases(one(source.rangeTo, true as const)),
    rangeAnd: set(source.rangeAnd),
    rangeOr: set(source.rangeOr),
    before: comparisons(source.before),
    after: comparisons(source.after),
    of: set(source.of),
    partNeedsOf: source.of !== '' && source.ezafe !== true,
    articleWords: set(source.articleWords),
    adjective: source.adjective ?? null,
    stop: set(source.stop),
    months: new Phrases(source.months.map((names, i) => [names, i + 1] as const)),
    yearCues: set(source.yearCues),
    weakYearCues: set(source.weakYearCues),
    labels: set(source.labels),
    old: new Phrases(one(source.old, true as const)),
    aged: new Phrases(one(source.aged, true as const)),
    changes: set(source.changes),
    notOne: set(source.notOne),
  };
}
