import { type FetchOutcome, type FullText, isFuller, readFullText } from '@throughline/feeds';
import {
  claimItemPage,
  type ItemForPage,
  postponeItemPage,
  recordPageProblem,
  recordPageText,
} from '@throughline/store';
import type { Desk } from '../desk.ts';
import { fetchPage, gateKey } from '../polite.ts';
import { addTagJobs } from '../sweep.ts';

/** Time that one attempt may take before another begins. */
const CLAIM_MS = 5 * 60_000;
const MOST_TRIES = 3;
const HOUR_MS = 3_600_000;
/** Faults that may be over in an hour. */
const PASSES = /^(dns|refused|unreachable|reset|timeout|incomplete|aborted|http-(408|429|5\d\d))$/;

/** Fetches an item's page, takes the article out of it and keeps it where it says more than the feed. */
export async function readPage(desk: Desk, itemId: number): Promise<void> {
  const now = desk.now();
  const item = await claimItemPage(desk.db, itemId, now, new Date(now.getTime() + CLAIM_MS));
  if (item === null) return;
  let outcome: FetchOutcome | null = null;
  const text = await readFullText(async (url) => {
    const gated = await fetchPage(desk, url, item.sourceUrl);
    if (!gated.ran) throw new HostBusy(gated.until);
    outcome = gated.value;
    return gated.value;
  }, item.url).catch((error: unknown) => {
    if (error instanceof HostBusy) return error;
    throw error;
  });
  if (text instanceof HostBusy) {
    return postponeItemPage(desk.db, itemId, new Date(text.until));
  }
  await blockIfAsked(desk, outcome);
  await store(desk, item, text);
}

class HostBusy extends Error {
  readonly until: number;
  constructor(until: number) {
    super('the host has no time now');
    this.until = until;
  }
}

async function blockIfAsked(desk: Desk, outcome: FetchOutcome | null): Promise<void> {
  if (outcome?.status !== 429) return;
  const until = desk.now().getTime() + HOUR_MS;
  await desk.gate.block(gateKey(outcome.finalUrl, desk.ownOrigins), until);
}

async function store(desk: Desk, item: ItemForPage, text: FullText): Promise<void> {
  const now = desk.now();
  if (text.kind === 'failed') {
    const again = PASSES.test(text.code) && item.tries < MOST_TRIES;
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
