import { type Article, isFuller, readWebPage } from '@throughline/feeds';
import type { EvidenceCheck } from '@throughline/schema';
import {
  type CitedWords,
  claimEvidence,
  type EvidenceToCheck,
  postponeEvidence,
  recordEvidence,
  recordPageText,
} from '@throughline/store';
import { checkPage } from '@throughline/storylines';
import type { Desk } from '../desk.ts';
import { mayPass, readPolitely } from '../polite-page.ts';
import { addTagJobs } from '../sweep.ts';

/** Time that one attempt may take before another begins. */
const CLAIM_MS = 5 * 60_000;
const MOST_TRIES = 3;
const HOUR_MS = 3_600_000;
/** The page is not there any more, and says so. */
const REMOVED = /^http-(404|410|451)$/;
/** Below this share of the words that were there, a page is no later state of the same text. */
const SAME_LENGTH = 0.5;

type Judge = (cited: CitedWords) => EvidenceCheck;

/** Reads the page of a cited item again and looks for the words that were cited. */
export async function watchEvidence(desk: Desk, itemId: number): Promise<void> {
  const now = desk.now();
  const item = await claimEvidence(desk.db, itemId, now, new Date(now.getTime() + CLAIM_MS));
  if (item === null) return;
  const { url } = item;
  if (url === null) return record(desk, item, null, withoutAddress);
  const answer = await readPolitely(desk, { url, sourceUrl: item.sourceUrl }, readWebPage);
  const citations = item.cited.map((cited) => cited.citation);
  if (answer.kind === 'busy') return postponeEvidence(desk.db, citations, answer.until, false);
  const { page } = answer;
  if (page.kind === 'failed') {
    if (!mayPass(page.code) || item.tries >= MOST_TRIES) return record(desk, item, url, failed(page));
    const until = new Date(now.getTime() + HOUR_MS * item.tries);
    return postponeEvidence(desk.db, citations, until, true);
  }
  const reading = { article: page.article?.contentText ?? null, whole: page.text };
  const judge: Judge = (cited) => checkPage({ ...cited, title: item.title }, reading);
  // The page first: a look that is cut off in between begins again, and finds it kept.
  if (page.article !== null) await keepPage(desk, item, { url: page.url, article: page.article, judge });
  await record(desk, item, page.url, judge);
}

const withoutAddress: Judge = () => ({
  state: 'unchecked',
  words: null,
  problem: 'The item has no address to read again.',
});

const failed = ({ code, message }: { code: string; message: string }): Judge => {
  const state = REMOVED.test(code) ? 'gone' : 'unchecked';
  return () => ({ state, words: null, problem: message });
};

async function record(desk: Desk, item: EvidenceToCheck, url: string | null, judge: Judge): Promise<void> {
  const checks = item.cited.map((cited) => ({ citation: cited.citation, ...judge(cited) }));
  await recordEvidence(desk.db, { at: desk.now(), url, checks });
}

/**
 * Appends the page as a revision of the item: where it says more than the feed, where the page was edited since it was
 * read last, and where it holds other words than were cited, so that these can be looked up.
 */
async function keepPage(
  desk: Desk,
  { itemId, current, cited }: EvidenceToCheck,
  { url, article, judge }: { url: string; article: Article; judge: Judge },
): Promise<void> {
  const { contentHtml, contentText } = article;
  if (contentText === current.text || contentText.length < current.text.length * SAME_LENGTH) return;
  const edited = cited.some((words) => judge(words).state === 'changed' || judge(words).state === 'gone');
  if (!current.fromPage && !edited && !isFuller(article, current.text)) return;
  const page = { itemId, revisionId: current.revisionId, at: desk.now(), url, contentHtml, contentText };
  if (await recordPageText(desk.db, page)) await addTagJobs(desk, [itemId]);
}
