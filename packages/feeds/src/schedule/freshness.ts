import type { Freshness } from '@throughline/schema';

/** What HTTP headers say about time. Everything in milliseconds. */

/**
 * How long the answer may be used without asking again (RFC 9111, 4.2): `max-age`, else `Expires` minus `Date`, less
 * the time that it already spent in caches. Null when the server says nothing; 0 when it says "always ask".
 */
export function freshForMs(freshness: Freshness): number | null {
  const directives = readCacheControl(freshness.cacheControl);
  if (directives.has('no-cache') || directives.has('no-store')) return 0;
  const age = Math.max(0, Number(freshness.age) || 0) * 1000;
  const maxAge = directives.get('max-age');
  if (maxAge !== undefined && /^\d+$/.test(maxAge)) return Math.max(0, Number(maxAge) * 1000 - age);
  if (freshness.expires === null) return null;
  const expires = readHttpDate(freshness.expires);
  const date = freshness.date === null ? null : readHttpDate(freshness.date);
  // `Expires: 0` and its like mean that it has expired already. Without `Date` the two clocks cannot be compared.
  if (expires === null) return 0;
  return date === null ? null : Math.max(0, expires - date - age);
}

function readCacheControl(value: string | null): Map<string, string> {
  const directives = new Map<string, string>();
  for (const part of (value ?? '').split(',')) {
    const [name = '', argument = ''] = part.split('=', 2);
    directives.set(name.trim().toLowerCase(), argument.trim().replace(/^"|"$/g, ''));
  }
  return directives;
}

/** `Retry-After` as seconds or as a date. Null when there is none or it cannot be read. */
export function retryAfterMs(value: string | null, now: Date): number | null {
  if (value === null) return null;
  if (/^\s*\d+\s*$/.test(value)) return Number(value) * 1000;
  const date = readHttpDate(value);
  return date === null ? null : Math.max(0, date - now.getTime());
}

/** The three forms of RFC 9110, 5.6.7. Numbers such as `0` or `-1` are no dates, whatever `Date.parse` says. */
function readHttpDate(value: string): number | null {
  if (!/^[A-Za-z]{3,9}[, ]/.test(value.trim())) return null;
  const text = / GMT$| [+-]\d{4}$/.test(value.trim()) ? value : `${value} GMT`;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : time;
}
