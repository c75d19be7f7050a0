import type { FetchFailureCode, Said } from '@throughline/schema';
import type { FetchOutcome } from '../fetch/fetch-feed.ts';
import { webUrl } from '../fetch/redirect.ts';
import { decodeBytes } from '../parse/charset.ts';
import { type FeedLink, feedLinks } from './feed-links.ts';
import { type FeedPreview, type FetchOnce, toPreview } from './preview.ts';

/** From the address of a site, as a person types it, to its feeds. */

export interface DiscoveredFeed extends Omit<FeedLink, 'from'> {
  from: 'page-itself' | 'common-path' | FeedLink['from'];
  /** Present where looking for it has read it already. */
  preview: FeedPreview | null;
}

export type Discovery =
  | { kind: 'found'; siteUrl: string; siteTitle: string | null; feeds: DiscoveredFeed[] }
  /** The site answers but names no feed; guessing common paths is possible, and only done when asked for. */
  | { kind: 'none'; siteUrl: string; siteTitle: string | null; said: Said }
  | { kind: 'failed'; siteUrl: string; code: FetchFailureCode; said: Said };

export interface DiscoverOptions {
  /** Also asks for addresses that sites often use: one request each, until one is a feed. */
  tryCommonPaths?: boolean;
}

const COMMON_PATHS = ['feed', 'rss', 'rss.xml', 'feed.xml', 'atom.xml', 'index.xml', 'feed.json'];

/** Pages are read as far as this; feeds are named at the top. */
const MAX_PAGE_CHARS = 1024 * 1024;

/** One request for the page; none for the feeds that it names (`previewFeed` reads the one that is chosen). */
export async function discoverFeeds(
  fetchOnce: FetchOnce,
  address: string,
  options: DiscoverOptions = {},
): Promise<Discovery> {
  const site = siteAddress(address);
  if (site === null) {
    return { kind: 'failed', siteUrl: address, code: 'bad-url', said: { code: 'no_address' } };
  }
  const { siteUrl, outcome } = await fetchSite(fetchOnce, site);
  if (outcome.kind !== 'body') return noBody(siteUrl, outcome);
  const itself = await toPreview(siteUrl, outcome);
  if (itself.kind === 'feed') {
    const { title } = itself.feed.feed;
    const feeds = [{ url: itself.url, title, from: 'page-itself' as const, preview: itself }];
    return { kind: 'found', siteUrl, siteTitle: title, feeds };
  }
  const page = decodeBytes(outcome.body, outcome.contentType).text.slice(0, MAX_PAGE_CHARS);
  const { title, links } = feedLinks(page, outcome.finalUrl);
  const feeds: DiscoveredFeed[] = links.map((link) => ({ ...link, preview: null }));
  if (feeds.length === 0 && options.tryCommonPaths) {
    feeds.push(...(await firstCommonPath(fetchOnce, outcome.finalUrl)));
  }
  if (feeds.length > 0) return { kind: 'found', siteUrl, siteTitle: title, feeds };
  const code = options.tryCommonPaths ? 'has_no_feed' : 'names_no_feed';
  return { kind: 'none', siteUrl, siteTitle: title, said: { code, host: new URL(siteUrl).host } };
}

/** `news.example`, `feed://news.example/rss`, `https://news.example`: to an address, or null. */
export function siteAddress(typed: string): { url: string; guessed: boolean } | null {
  const text = typed
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:\/\//i, 'http://');
  if (/^https?:\/\//i.test(text)) {
    const url = webUrl(text);
    return url === null ? null : { url: url.href, guessed: false };
  }
  const url =
    /^[\w.-]+\.[\w-]+(?::\d+)?(?:[/?#]|$)/u.test(text) || /^[^\s/:@]+\.[^\s/:@]+/.test(text)
      ? webUrl(`https://${text}`)
      : null;
  return url === null ? null : { url: url.href, guessed: true };
}

/** A name without a scheme is tried securely first; only where nobody answers securely, openly. */
async function fetchSite(fetchOnce: FetchOnce, site: { url: string; guessed: boolean }) {
  const outcome = await fetchOnce(site.url);
  const noSecureAnswer =
    outcome.kind === 'failed' && ['refused', 'tls', 'timeout', 'protocol', 'reset'].includes(outcome.code);
  if (!site.guessed || !noSecureAnswer) return { siteUrl: site.url, outcome };
  const open = site.url.replace(/^https:/, 'http:');
  return { siteUrl: open, outcome: await fetchOnce(open) };
}

function noBody(siteUrl: string, outcome: FetchOutcome): Discovery {
  if (outcome.kind === 'failed') {
    return { kind: 'failed', siteUrl, code: outcome.code, said: outcome.said };
  }
  return { kind: 'failed', siteUrl, code: 'http-304', said: { code: 'nothing' } };
}

async function firstCommonPath(fetchOnce: FetchOnce, page: string): Promise<DiscoveredFeed[]> {
  for (const path of COMMON_PATHS) {
    const url = new URL(`/${path}`, page).href;
    const preview = await toPreview(url, await fetchOnce(url));
    if (preview.kind === 'feed') {
      return [{ url: preview.url, title: preview.feed.feed.title, from: 'common-path', preview }];
    }
    // A host that refuses is not asked seven times.
    if (
      preview.code !== 'not-a-feed' &&
      !['http-404', 'http-410', 'http-400', 'http-406'].includes(preview.code)
    )
      break;
  }
  return [];
}
