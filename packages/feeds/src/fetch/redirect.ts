import type { HeaderValues, RawAnswer } from './exchange.ts';
import { FetchFault } from './failure.ts';

/** What is asked of one address on the way to the last. */
export interface HopRequest {
  url: URL;
  method: string;
  headers: Record<string, string>;
  /** Headers that only one origin may see: what it gave out itself. */
  bound: { origin: string; headers: Readonly<Record<string, string>> } | null;
  body: string | Uint8Array | null;
}

/** Harmless on any origin. Whatever else a caller added (credentials above all) stays with the origin it was for. */
const CROSS_ORIGIN_HEADERS: ReadonlySet<string> = new Set([
  'accept',
  'accept-language',
  'content-type',
  'if-modified-since',
  'if-none-match',
]);

const BODY_HEADERS: ReadonlySet<string> = new Set(['content-type', 'content-length', 'content-encoding']);

/** @returns an absolute http(s) URL, or null */
export function webUrl(text: string, base?: URL): URL | null {
  if (!URL.canParse(text, base?.href)) return null;
  const url = new URL(text, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : null;
}

/** The complete headers of one hop. Cookies and referrers are not among them, ever. */
export function headersFor(hop: HopRequest, userAgent: string): Record<string, string> {
  const bound = hop.bound?.origin === hop.url.origin ? hop.bound.headers : {};
  return { ...hop.headers, ...bound, 'user-agent': userAgent, 'accept-encoding': 'gzip, br, deflate' };
}

/**
 * @returns where to go on, or null when the answer is the last one
 * @throws FetchFault `bad-redirect`
 */
export function nextHop(hop: HopRequest, answer: RawAnswer): HopRequest | null {
  if (![301, 302, 303, 307, 308].includes(answer.status)) return null;
  const url = redirectTarget(hop.url, answer.headers);
  if (url === null) {
    throw new FetchFault('bad-redirect', { code: 'bad_redirect', host: hop.url.host });
  }
  const next = { ...hop, url, headers: { ...hop.headers } };
  // As browsers do it (WHATWG Fetch, HTTP-redirect fetch): what was posted is not posted again elsewhere.
  const toGet = answer.status === 303 ? hop.method !== 'HEAD' : answer.status < 303 && hop.method === 'POST';
  if (toGet) {
    next.method = 'GET';
    next.body = null;
    keepHeaders(next, (name) => !BODY_HEADERS.has(name));
  }
  if (url.origin !== hop.url.origin) keepHeaders(next, (name) => CROSS_ORIGIN_HEADERS.has(name));
  return next;
}

/**
 * Nobody outside may send the desk into the operator's own network, even where the operator may go there: what the list
 * allows ends where a public host passes on to another.
 */
export function losesAllowance(from: URL, to: URL, fromIsOwn: boolean): boolean {
  return !fromIsOwn && from.host !== to.host;
}

function redirectTarget(base: URL, headers: HeaderValues): URL | null {
  const location = Array.isArray(headers.location) ? headers.location[0] : headers.location;
  if (location === undefined) return null;
  // Servers send UTF-8 here without asking; latin1 is only how the bytes were kept.
  const url = webUrl(Buffer.from(location, 'latin1').toString('utf8'), base);
  if (url === null) return null;
  url.username = '';
  url.password = '';
  url.hash = '';
  return url;
}

function keepHeaders(hop: HopRequest, keep: (name: string) => boolean): void {
  hop.headers = Object.fromEntries(Object.entries(hop.headers).filter(([name]) => keep(name.toLowerCase())));
}
