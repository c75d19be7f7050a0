const ALLOWED = new Set(['http:', 'https:', 'mailto:']);

/**
 * An absolute address for `value` as written in a feed: entities and surrounding space dropped, resolved against
 * `base`, only http, https and mailto.
 *
 * @param base absolute, or null when the feed's own address is not known.
 * @returns null if there is no such address.
 */
export function resolveUrl(value: string, base: string | null): string | null {
  if (PLAIN_ADDRESS.test(value)) return value;
  const url = parseUrl(unescapeAmpersands(value), base);
  return url !== null && ALLOWED.has(url.protocol) ? url.href : null;
}

/** Addresses that `URL` would give back as they are; nearly all are. */
const PLAIN_ADDRESS =
  /^https?:\/\/[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)+\/(?:[\w~%@+,;:!-][\w.~%@+,;:!-]*(?:\/[\w~%@+,;:!-][\w.~%@+,;:!-]*)*\/?)?(?:\?[\w./?=&%~+,:@!-]*)?$/;

function parseUrl(value: string, base: string | null): URL | null {
  // Tabs and newlines inside addresses come from wrapped XML; URL drops them, but not spaces at the ends.
  const trimmed = value.trim();
  if (trimmed === '') return null;
  try {
    return new URL(trimmed, base ?? undefined);
  } catch {
    return null;
  }
}

/** Addresses that were escaped once too often (`&amp;amp;`). */
function unescapeAmpersands(value: string): string {
  return value.includes('&amp;') ? value.replaceAll('&amp;', '&') : value;
}

/** `outer` refined by an `xml:base` that may still be relative; null when nothing absolute is known. */
export function effectiveBase(base: string | null, outer: string | null): string | null {
  if (base === null) return outer;
  return parseUrl(base, outer)?.href ?? outer;
}

/** Parameters that name a campaign, a click or a reader, never the page. */
const TRACKING = new RegExp(
  `^(${[
    'utm_\\w+|at_(?:medium|campaign|custom\\d|link_\\w+|bbc_team|format|ptr_name|objective)',
    'ns_(?:source|mchannel|campaign|linkname|fee)|mc_(?:cid|eid)|fbclid|gclid|gclsrc|dclid|gbraid|wbraid',
    'msclkid|yclid|twclid|ttclid|igshid|igsh|mkt_tok|_hsenc|_hsmi|vero_(?:id|conv)|oly_(?:anon|enc)_id',
    'wt[_.]mc(?:_id)?|cmpid|cmp|ftag|ocid|xtor|ito|partner|smid|smtyp|soc_(?:src|trk)|guccounter',
    'guce_referrer(?:_sig)?|ref_src|ref_url|traffic_source|sref|spm|s_cid|mbid|emc|mod|rss|feedtype|feedname',
    '(?:pk|piwik|matomo)_\\w+|hsctatracking|ref|src',
  ].join('|')})$`,
  'i',
);

/**
 * One spelling for all addresses of a page, to compare by (not to fetch): lower-case host without `www.` and
 * default port, no fragment, tracking parameters dropped, the rest sorted, no closing slash, scheme https.
 * Anything that is no web address comes back trimmed.
 */
export function canonicalUrl(url: string): string {
  const parsed = parseUrl(url, null);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return url.trim();
  const kept = [...parsed.searchParams].filter(([name]) => !TRACKING.test(name));
  kept.sort(([a, av], [b, bv]) => compare(a, b) || compare(av, bv));
  const query = kept
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
  const host = parsed.host.replace(/^www\./, '');
  const path = parsed.pathname.replace(/\/{2,}/g, '/').replace(/\/+$/, '');
  const route = /^#!|^#\//.test(parsed.hash) ? parsed.hash : '';
  return `https://${host}${path}${query === '' ? '' : `?${query}`}${route}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
