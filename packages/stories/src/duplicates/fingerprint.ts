import { foldText } from '@throughline/text';
import { isStopWord } from '../cluster/stop-words.ts';
import { contentWords } from '../cluster/words.ts';
import { hashText, mix, sortedSet, wideHash } from '../hash.ts';
import { withoutDates } from './dates.ts';
import { figuresMissing, figuresOf, withoutConversions } from './figures.ts';
import { type Headline, readHeadline } from './headline.ts';
import { urlKey } from './url-key.ts';
import { readWire } from './wire.ts';

/** Words of the text that are compared; longer texts that agree so far are copies. */
const WORDS = 250;
const LEAD_WORDS = 60;
/** An average word with its gap in folded text is shorter than this, in any language met. */
const UNITS_A_WORD = 12;
const GRAM = 5;
/** In texts of fewer words shares of shingles mean little: the headline is compared. */
const SHORT_WORDS = 12;
const CUT = /(?:\.{3}|…)\s*$/;

/** What an item is recognised by. Sets are sorted arrays of 32-bit hashes without repeats. */
export interface Fingerprint {
  id: string;
  /** Family of the publisher, null when unknown. */
  publisher: string | null;
  /** Milliseconds since 1970. */
  time: number;
  /** Hash of the address; null when there is none that names a page. */
  url: number | null;
  /** Hash of title and text; null without a text. */
  exact: number | null;
  /** Whether there is a text to compare; otherwise the headline alone is. */
  bodied: boolean;
  /** Words of what is compared. */
  words: number;
  /** Word 3-grams of the text, or the words of the headline. */
  shingles: Uint32Array;
  /** Content words of the bare title. */
  title: Uint32Array;
  headline: Headline;
  /** Share of the title's content words that stand in the text as well, 0..1; 1 for a title without any. */
  titled: number;
  /** What the text gives, or the title when there is no text. */
  figures: readonly string[];
  /** Figures of the title that the text does not give. */
  titleFigures: readonly string[];
  /** Agency that the text credits. */
  agency: string | null;
  /** Number of the update that the title announces: 0 when it announces none. */
  revision: number;
}

/** What is read of an item to recognise it. */
export interface PrintableItem {
  id: string;
  title: string;
  summary?: string | null | undefined;
  text?: string | null | undefined;
  url?: string | null | undefined;
  publisher?: string | null | undefined;
}

/**
 * Reads an item's fingerprint. `publisher` is the publisher's family, `time` milliseconds since 1970.
 *
 * @returns the print, and the character 5-grams of its lead for finding candidates (none for headlines).
 */
export function fingerprint(
  item: PrintableItem,
  publisher: string | null,
  time: number,
): { print: Fingerprint; grams: Uint32Array } {
  const given = item.text || item.summary || '';
  const body = withoutDates(withoutTitle(given, item.title).slice(0, WORDS * UNITS_A_WORD));
  const wire = readWire({ title: item.title, text: given, publisher: item.publisher });
  const text = firstWords(foldText(body), WORDS);
  const title = firstWords(foldText(wire.title));
  const bodied = text.hashes.length >= SHORT_WORDS;
  const words = bodied ? text : title;
  // A title that is a date ("9 September 2013, 14:08") says nothing.
  const undated = withoutDates(wire.title);
  const dated = undated !== wire.title && contentWords(undated).length === 0;
  const telling = dated ? [] : contentWords(wire.title);
  const url = urlKey(item.url);
  const said = figuresOf(bodied ? withoutConversions(body.slice(0, WORDS * 8)) : wire.title);
  const print: Fingerprint = {
    id: item.id,
    publisher,
    time,
    url: url === null ? null : wideHash(url),
    exact: bodied ? wideHash(`${title.folded}|${text.folded}`) : null,
    bodied,
    words: words.hashes.length,
    shingles: sortedSet(bodied ? wordGrams(words.hashes) : words.hashes),
    title: sortedSet(telling.map((word) => hashText(word))),
    headline: readHeadline(wire.title, CUT.test(item.title)),
    titled: bodied ? shareIn(text.hashes, title.folded) : 1,
    figures: listOf([...said]),
    titleFigures:
      bodied && !dated ? listOf(figuresMissing([...said], [...figuresOf(wire.title)])) : NO_FIGURES,
    agency: wire.agency,
    revision: wire.prefix !== null || wire.numbered || wire.revision > 1 ? wire.revision : 0,
  };
  return {
    print,
    grams: bodied ? charGrams(firstWords(text.folded, LEAD_WORDS).folded) : new Uint32Array(0),
  };
}

/** Many feeds repeat the title at the head of the text. */
function withoutTitle(text: string, title: string): string {
  const repeated =
    title !== '' &&
    title.length * 2 < text.length &&
    text.slice(0, title.length).toLowerCase() === title.toLowerCase();
  return repeated ? text.slice(title.length) : text;
}

/** Share of the title's telling words that are among those of a text. */
function shareIn(words: readonly number[], title: string): number {
  const telling = title.split(' ').filter((word) => word.length > 1 && !isStopWord(word));
  if (telling.length === 0) return 1;
  return telling.filter((word) => words.includes(hashText(word))).length / telling.length;
}

/** The first words of a folded text and their hashes, without making a string of each. */
function firstWords(folded: string, most = Number.POSITIVE_INFINITY): { folded: string; hashes: number[] } {
  const hashes: number[] = [];
  let start = 0;
  while (start < folded.length && hashes.length < most) {
    const space = folded.indexOf(' ', start);
    const end = space < 0 ? folded.length : space;
    hashes.push(hashText(folded, start, end));
    start = end + 1;
  }
  return { folded: folded.slice(0, Math.max(0, start - 1)), hashes };
}

/** Most texts give no figures: they share one empty list. */
const listOf = (figures: readonly string[]): readonly string[] =>
  figures.length === 0 ? NO_FIGURES : figures;
const NO_FIGURES: readonly string[] = [];

function charGrams(text: string): Uint32Array {
  const grams = new Uint32Array(Math.max(0, text.length - GRAM + 1));
  for (let i = 0; i < grams.length; i++) grams[i] = hashText(text, i, i + GRAM);
  return grams;
}

function wordGrams(hashes: readonly number[]): Uint32Array {
  const grams = new Uint32Array(Math.max(0, hashes.length - 2));
  for (let i = 0; i < grams.length; i++)
    grams[i] = mix(
      Math.imul(mix(Math.imul(hashes[i] ?? 0, 31) ^ (hashes[i + 1] ?? 0)), 31) ^ (hashes[i + 2] ?? 0),
    );
  return grams;
}
