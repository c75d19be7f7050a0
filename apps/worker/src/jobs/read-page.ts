import { type FullText, isFuller, readFullText } from '@throughline/feeds';
import {
  claimItemPage,
  type ItemForPage,
  postponeItemPage,
  recordPageProblem,
  recordPageText,
} from '@throughline/store';
import type { Desk } from '../desk.ts';
import { mayPass, readPolitely } from '../polite-page.ts';
import { addTagJobs } from '../sweep.ts';

/** Time that one attempt may take before another begins. */
const CLAIM_MS = 5 * 60_000;
const MOST_TRIES = 3;
const HOUR_MS = 3_600_000;

/** Fetches an item's page, takes the article out of it and keeps it where it says more than the feed. */
export async function readPage(desk: Desk, itemId: number): Promise<void> {
  const now = desk.now();
  const item = await claimItemPage(desk.db, itemId, now, new Date(now.getTime() + CLAIM_MS));
  if (item === null) return;
  const answer = await readPolitely(desk, item, readFullText);
  if (answer.kind === 'busy') return postponeItemPage(desk.db, itemId, answer.until);
  await store(desk, item, answer.page);
}

async function store(desk: Desk, item: ItemForPage, text: FullText): Promise<void> {
  const now = desk.now();
  if (text.kind === 'failed') {
    const again = mayPass(text.code) && item.tries < MOST_TRIES;
    const nextTryAt = again ? new Date(now.getTime() + HOUR_MS * item.tries) : null;
    return recordPageProblem(desk.db, item.id, text.message, nextTryAt);
  }
  if (!isFuller(text.article, item.text)) {
    return recordPageProblem(desk.db, item.id, 'The page says no more than the feed.', null);
  }
  const { contentHtml, contentText } = text.article;
  const page = { itemId: item.id, revisionId: item.revisionId, at: now, url: text.url };
  if (await recordPageText(desk.db, { ...page, contentHtml, contentText })) await addTagJobs(desk, [item.id]);
}
