import { Parser } from 'htmlparser2';
import { webUrl } from '../fetch/redirect.ts';

/** Feeds that a web page names. */

export interface FeedLink {
  url: string;
  title: string | null;
  /** `link`: the page says that it is a feed; `anchor`: an ordinary link that looks like one. */
  from: 'link' | 'anchor';
}

export interface PageFeeds {
  title: string | null;
  links: FeedLink[];
}

const FEED_TYPES: ReadonlySet<string> = new Set([
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/feed+json',
  'application/x-rss+xml',
  'text/rss+xml',
]);
const VAGUE_TYPES: ReadonlySet<string> = new Set(['application/xml', 'text/xml', 'application/json']);
const LOOKS_LIKE_FEED = /(?:^|[/._?=&-])(?:feeds?|rss\d*|atom|rdf)(?:$|[/._?=&-])/i;
/** An ordinary link needs to be clearer: nobody wants "How to use RSS" offered. */
const ANCHOR_IS_FEED =
  /\/(?:feed|rss|atom)\/?$|\.(?:rss|atom|rdf)$|\/(?:feed|rss|atom|index)\.(?:xml|json)$/i;

const MAX_LINKS = 50;
const MAX_TITLE = 200;

/** @param base the page's address; a `<base>` in the page overrides it */
export function feedLinks(html: string, base: string): PageFeeds {
  const found = new Map<string, FeedLink>();
  let baseUrl = new URL(base);
  let title: string | null = null;
  let inTitle = false;
  let anchor: FeedLink | null = null;

  const add = (link: FeedLink | null): void => {
    const known = link === null ? undefined : found.get(link.url);
    if (link === null || (known !== undefined && (known.from === 'link' || link.from === 'anchor'))) return;
    if (found.size < MAX_LINKS) found.set(link.url, link);
  };
  const resolve = (href: string): string | null => {
    const url = webUrl(href.trim().replace(/^feed:(?:\/\/)?(?=https?:)/i, ''), baseUrl);
    if (url === null) return null;
    url.hash = '';
    return url.href;
  };

  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'base' && attributes.href !== undefined)
        baseUrl = webUrl(attributes.href, baseUrl) ?? baseUrl;
      if (name === 'title' && title === null) inTitle = true;
      if (name === 'link') add(fromLink(attributes, resolve));
      if (name === 'a') anchor = fromAnchor(attributes, resolve);
    },
    ontext(text) {
      if (inTitle) title = ((title ?? '') + text).slice(0, MAX_TITLE);
      if (anchor !== null) anchor.title = ((anchor.title ?? '') + text).slice(0, MAX_TITLE);
    },
    onclosetag(name) {
      if (name === 'title') inTitle = false;
      if (name !== 'a' || anchor === null) return;
      anchor.title = tidy(anchor.title);
      add(anchor);
      anchor = null;
    },
  });
  parser.end(html);
  return { title: tidy(title), links: rank([...found.values()]) };
}

type Resolve = (href: string) => string | null;

function fromLink(attributes: Record<string, string>, resolve: Resolve): FeedLink | null {
  const relations = (attributes.rel ?? '').toLowerCase().split(/\s+/);
  const href = attributes.href;
  if (href === undefined || !(relations.includes('alternate') || relations.includes('feed'))) return null;
  if (relations.includes('stylesheet')) return null;
  const type = (attributes.type ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const named = FEED_TYPES.has(type) || relations.includes('feed');
  if (!named && !(VAGUE_TYPES.has(type) && LOOKS_LIKE_FEED.test(href))) return null;
  const url = resolve(href);
  return url === null ? null : { url, title: tidy(attributes.title ?? null), from: 'link' };
}

function fromAnchor(attributes: Record<string, string>, resolve: Resolve): FeedLink | null {
  const href = attributes.href;
  if (href === undefined) return null;
  const url = resolve(href);
  if (url === null || !ANCHOR_IS_FEED.test(new URL(url).pathname)) return null;
  return { url, title: null, from: 'anchor' };
}

function tidy(text: string | null): string | null {
  return text?.replace(/\s+/g, ' ').trim().slice(0, MAX_TITLE) || null;
}

/** Announced ones first, feeds of comments last; else in the page's order. */
function rank(links: FeedLink[]): FeedLink[] {
  const weight = (link: FeedLink): number =>
    (link.from === 'anchor' ? 1 : 0) + (/comments?\b/i.test(`${link.url} ${link.title ?? ''}`) ? 2 : 0);
  return links.sort((a, b) => weight(a) - weight(b));
}
