const TRACKING =
  /^(?:utm_|fb|gclid|mc_|ns_|at_|ito$|cmp|ref$|ref_|source$|src$|smid$|partner$|rss|feed|xtor|traffic|output$|amp$)/i;

/**
 * A key under which addresses of one page are equal: no scheme, "www.", "m." or "amp.", no tracking parameters,
 * no fragment, no trailing slash. Null when the address is none, or names no page of its own.
 */
export function urlKey(address: string | null | undefined): string | null {
  if (!address) return null;
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const host = url.hostname.toLowerCase().replace(/^(?:www|m|amp|mobile|edition)\./, '');
  const path = url.pathname.replace(/\/(?:amp|index\.html?)?\/?$/i, '').replace(/\.amp(?=\.html?$|$)/i, '');
  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name)).sort(byName);
  if (path === '' && kept.length === 0) return null;
  return `${host}${path}${kept.length > 0 ? `?${kept.map(([name, value]) => `${name}=${value}`).join('&')}` : ''}`;
}

const byName = (a: [string, string], b: [string, string]): number => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0);
