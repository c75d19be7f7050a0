import type { ItemRelation } from '@throughline/schema';
import { shared } from '../hash.ts';
import { figuresMissing } from './figures.ts';
import type { Fingerprint } from './fingerprint.ts';
import { sameHeadline } from './headline.ts';

/** How an item stands to an earlier one, and by what. */
export interface Judgement {
  relation: ItemRelation;
  /** Share of shingles in common, of all of both texts, 0..1. */
  jaccard: number;
  /** Share of the smaller text's shingles that the other has too, 0..1. */
  containment: number;
  /** Figures that the later item gives and the earlier does not; none told of independent items. */
  newFigures: string[];
}

type Overlap = Pick<Judgement, 'jaccard' | 'containment'>;

const COPY = 0.8;
const COPY_LONG = 0.7;
const LONG_WORDS = 100;
const CONTAINED = 0.8;
/** Long texts that share half of the smaller one's shingles were not written without each other, credited or not. */
const REWORKED = 0.5;
/** Of texts whose lengths differ by less than this neither is an excerpt of the other. */
const SAME_LENGTH = 0.85;
/** A headline of fewer content words is no evidence: "Morning briefing" recurs daily. */
const TELLING_WORDS = 3;
/** A text of fewer words may be a phrase that recurs under headlines that have much in common. */
const PHRASE_WORDS = 40;
/** Beyond this a headline in the same words is a new event (market reports, anniversaries). */
export const HEADLINE_HOURS = 72;

/**
 * Judges how `later` stands to `earlier`, from exact overlaps.
 *
 * A copy whose figures differ is never called a duplicate: a new toll is news, whoever copied the rest.
 */
export function judge(earlier: Fingerprint, later: Fingerprint): Judgement {
  const common = shared(earlier.shingles, later.shingles);
  const smaller = Math.min(earlier.shingles.length, later.shingles.length);
  const overlap: Overlap = {
    jaccard: common / Math.max(1, earlier.shingles.length + later.shingles.length - common),
    containment: smaller === 0 ? 0 : common / smaller,
  };
  const relation = relationOf(earlier, later, overlap);
  return { relation, ...overlap, newFigures: relation === 'independent' ? [] : newFigures(earlier, later) };
}

const newFigures = (earlier: Fingerprint, later: Fingerprint): string[] =>
  figuresMissing([...earlier.figures, ...earlier.titleFigures], [...later.figures, ...later.titleFigures]);

function relationOf(earlier: Fingerprint, later: Fingerprint, overlap: Overlap): ItemRelation {
  const samePage = earlier.id === later.id || (earlier.url !== null && earlier.url === later.url);
  if (samePage) return sameWords(earlier, later) ? 'duplicate' : 'version';
  if (!earlier.bodied || !later.bodied) return headlineRelation(earlier, later);
  return isStandingText(earlier, later) ? 'independent' : textRelation(earlier, later, overlap);
}

/**
 * Whether the texts are what a feed puts under every headline ("Five things you need to know this morning", the
 * appeal for subscriptions): too short to tell and under headlines that say different things, or under headlines
 * without a common word that are not about the text.
 */
function isStandingText(earlier: Fingerprint, later: Fingerprint): boolean {
  const least = Math.min(earlier.title.length, later.title.length);
  if (least === 0) return false;
  const words = Math.min(earlier.words, later.words);
  const common = shared(earlier.title, later.title);
  if (words < PHRASE_WORDS) return common < REWORKED * least;
  const [less, more] = [Math.min(earlier.titled, later.titled), Math.max(earlier.titled, later.titled)];
  return words < LONG_WORDS && common === 0 && less === 0 && more < REWORKED;
}

function textRelation(earlier: Fingerprint, later: Fingerprint, overlap: Overlap): ItemRelation {
  const longer = Math.max(earlier.words, later.words);
  const ratio = Math.min(earlier.words, later.words) / longer;
  const own = earlier.publisher !== null && earlier.publisher === later.publisher;
  const edited = overlap.containment >= CONTAINED && ratio >= SAME_LENGTH;
  const copied = edited || overlap.jaccard >= (longer >= LONG_WORDS ? COPY_LONG : COPY);
  const abridged = overlap.containment >= CONTAINED;
  if (copied || abridged) {
    if (figuresChanged(earlier, later, ratio)) return own ? 'version' : 'update';
    if (copied) return own && !(overlap.jaccard === 1 && sameTitle(earlier, later)) ? 'version' : 'duplicate';
    return 'excerpt';
  }
  const announced = announcesUpdate(earlier, later);
  if (overlap.containment < REWORKED) return announced ? 'update' : 'independent';
  if (own) return 'version';
  const sameWire = earlier.agency !== null && earlier.agency === later.agency;
  const reworked = Math.min(earlier.words, later.words) >= LONG_WORDS;
  return sameWire || announced || reworked ? 'update' : 'independent';
}

/** Of two texts of clearly unequal length only the shorter's figures must be in the longer. */
function figuresChanged(earlier: Fingerprint, later: Fingerprint, ratio: number): boolean {
  const added = figuresMissing(earlier.figures, later.figures).length > 0;
  const dropped = figuresMissing(later.figures, earlier.figures).length > 0;
  if (ratio >= 0.9) return added || dropped;
  return later.words > earlier.words ? dropped : added;
}

/**
 * Headlines alone: only the same words in the same order, close in time, make a copy. One word more or less ("India"
 * for "China", "July" for "June") is another report.
 */
function headlineRelation(earlier: Fingerprint, later: Fingerprint): ItemRelation {
  if (announcesUpdate(earlier, later)) return 'update';
  const near = Math.abs(earlier.time - later.time) <= HEADLINE_HOURS * 3_600_000;
  const same = sameHeadline(earlier.headline, later.headline);
  if (!same || !near || earlier.title.length < TELLING_WORDS) return 'independent';
  // The first version of an announced update, come in after it.
  if (earlier.revision !== later.revision) return 'update';
  return newFigures(earlier, later).length > 0 || figuresMissing(later.figures, earlier.figures).length > 0
    ? 'update'
    : 'duplicate';
}

const sameTitle = (a: Fingerprint, b: Fingerprint): boolean =>
  a.title.length === b.title.length && shared(a.title, b.title) === a.title.length;

/** The same page unchanged: no new words in title or text, no other figures. */
function sameWords(a: Fingerprint, b: Fingerprint): boolean {
  if (a.exact !== null || b.exact !== null) return a.exact === b.exact;
  return sameTitle(a, b) && figuresMissing(a.figures, b.figures).length === 0 && a.words === b.words;
}

/** "UPDATE 2-" or "CORRECTED-" before a title that shares most of its words with the earlier one. */
function announcesUpdate(earlier: Fingerprint, later: Fingerprint): boolean {
  if (later.revision === 0 || later.revision < earlier.revision) return false;
  const common = shared(earlier.title, later.title);
  const least = Math.min(earlier.title.length, later.title.length);
  return common >= TELLING_WORDS && common >= REWORKED * least;
}
