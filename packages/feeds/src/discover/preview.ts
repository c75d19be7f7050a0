import type { FetchFailureCode, ParsedFeed, Said } from '@throughline/schema';
import type { FetchedBody, FetchOutcome } from '../fetch/fetch-feed.ts';
import { parseFeed } from '../parse/parse-feed.ts';

/** A look at a feed before it becomes a source. */
export interface FeedPreview {
  kind: 'feed';
  /** Where it was read: after permanent redirects the address that it should be stored with. */
  url: string;
  feed: ParsedFeed;
  /** The answer as it came. Storing it with the new source spares the publisher a second unconditional request. */
  fetched: FetchedBody;
}

export interface NoPreview {
  kind: 'failed';
  url: string;
  code: FetchFailureCode;
  said: Said;
}

/** Fetches without validators; the caller brings the guard and the politeness. */
export type FetchOnce = (url: string) => Promise<FetchOutcome>;

export async function previewFeed(fetchOnce: FetchOnce, url: string): Promise<FeedPreview | NoPreview> {
  return toPreview(url, await fetchOnce(url));
}

export async function toPreview(url: string, outcome: FetchOutcome): Promise<FeedPreview | NoPreview> {
  if (outcome.kind === 'failed') return { kind: 'failed', url, code: outcome.code, said: outcome.said };
  if (outcome.kind === 'unchanged') {
    return { kind: 'failed', url, code: 'http-304', said: { code: 'nothing' } };
  }
  const parsed = await parseFeed(outcome.body, { url: outcome.finalUrl, contentType: outcome.contentType });
  if (!parsed.ok) return { kind: 'failed', url, code: 'not-a-feed', said: parsed.error.said };
  const { ok: _, ...feed } = parsed;
  return { kind: 'feed', url: outcome.movedTo ?? url, feed, fetched: outcome };
}
