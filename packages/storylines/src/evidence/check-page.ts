import type { EvidenceCheck } from '@throughline/schema';
import { sentencesOf } from '../tracking/novelty.ts';
import { anchorQuote, type QuoteAnchor } from './anchor.ts';
import { watchQuote } from './watch.ts';

/** A page of a cited item as it reads now. */
export interface PageReading {
  /** The words of the article; null where it could not be told from the rest of the page. */
  article: string | null;
  /** All words of the page. */
  whole: string;
}

/** What was cited, and from where. */
export interface CitedPassage extends QuoteAnchor {
  /** All words of the cited revision. */
  text: string;
  title: string;
  /** It was read from the page itself; else from the feed, whose words may never have stood on the page. */
  fromPage: boolean;
}

/** Share of the other cited sentences that a page must still carry to be taken for the same text. */
const SAME_TEXT = 0.3;
const SENTENCES_AT_MOST = 30;
const LONGEST_LOOKED_FOR = 400;

/**
 * Looks on a page for cited words. Words that are not there count as gone only where the page clearly carries the
 * text that they were cited from: a consent page, a paywall or another wording than the feed's tells nothing.
 */
export function checkPage(cited: CitedPassage, page: PageReading): EvidenceCheck {
  const kept = { state: 'kept' as const, words: null, problem: null };
  const inArticle = page.article === null ? null : watchQuote(cited, page.article);
  if (inArticle?.state === 'kept') return kept;
  const onPage = watchQuote(cited, page.whole);
  if (onPage.state === 'kept') return kept;
  const carries = carriesText(cited, page.whole);
  const other = inArticle?.state === 'changed' ? inArticle : onPage;
  if (other.state === 'changed' && other.found !== null && (carries || cited.fromPage))
    return { state: 'changed', words: other.found.text, problem: null };
  if (carries) return { state: 'gone', words: null, problem: null };
  return {
    state: 'unchecked',
    words: null,
    problem: cited.fromPage
      ? 'The page does not show the article as it was read before.'
      : "The page does not carry the feed's words, so it cannot tell.",
  };
}

/** Other sentences of the cited text stand on the page; for the page's own words its title is enough. */
function carriesText(cited: CitedPassage, whole: string): boolean {
  const others = sentencesOf(cited.text)
    .filter(
      (sentence) =>
        sentence !== cited.title && !sentence.includes(cited.exact) && !cited.exact.includes(sentence),
    )
    .slice(0, SENTENCES_AT_MOST);
  const there = others.filter((sentence) => isThere(sentence, whole));
  if (there.length > 0 && there.length >= others.length * SAME_TEXT) return true;
  return cited.fromPage && cited.title !== '' && isThere(cited.title, whole);
}

function isThere(sentence: string, text: string): boolean {
  const exact = sentence.slice(0, LONGEST_LOOKED_FOR);
  return anchorQuote(text, { exact, prefix: '', suffix: '', start: 0 }) !== null;
}
