import type { FeedHints } from '@throughline/schema';

/** Reading what a feed says inside its body about how often it wants to be read. */

export const NO_HINTS: Readonly<FeedHints> = {
  ttlMinutes: null,
  skipHours: [],
  skipDays: [],
  updateMinutes: null,
};

const PERIOD_MINUTES = new Map(
  Object.entries({
    hourly: 60,
    daily: 24 * 60,
    weekly: 7 * 24 * 60,
    monthly: 30 * 24 * 60,
    yearly: 365 * 24 * 60,
  }),
);
const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** The channel's own part is at the head, or, in a few feeds, after the items. */
const PART_BYTES = 64 * 1024;

/**
 * Reads the hints of an RSS body. They are plain ASCII in few well-known elements, so the bytes are searched directly:
 * this also works on bodies that no XML reader accepts.
 */
export function readHints(body: Uint8Array): FeedHints {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  // UTF-16 has a zero beside every ASCII letter; without them the elements can be found.
  const text = (part: Buffer): string => part.toString('latin1').replaceAll('\0', '');
  const head = text(bytes.subarray(0, PART_BYTES));
  const tail = text(bytes.subarray(Math.max(0, bytes.length - PART_BYTES)));
  const own = beforeItems(head) + afterItems(tail);
  return {
    ttlMinutes: positive(elementText(own, 'ttl')),
    skipHours: listOf(own, 'skipHours', 'hour')
      .map(hourOf)
      .filter((hour) => hour !== null),
    skipDays: listOf(own, 'skipDays', 'day')
      .map((day) => DAYS.indexOf(day.toLowerCase()))
      .filter((day) => day >= 0),
    updateMinutes: updateMinutes(own),
  };
}

function beforeItems(text: string): string {
  const at = text.search(/<(?:item|entry)[\s>]/i);
  return at < 0 ? text : text.slice(0, at);
}

function afterItems(text: string): string {
  const at = Math.max(text.lastIndexOf('</item>'), text.lastIndexOf('</entry>'));
  return at < 0 ? '' : text.slice(at);
}

/** Text of the first `<name>` (any prefix), at most 40 characters long. */
function elementText(text: string, name: string): string | null {
  const match = new RegExp(`<(?:[\\w-]{1,20}:)?${name}(?:\\s[^<>]{0,200})?>\\s*([^<>]{1,40})<`, 'i').exec(
    text,
  );
  return match?.[1]?.trim() ?? null;
}

function listOf(text: string, list: string, element: string): string[] {
  const start = text.search(new RegExp(`<${list}[\\s>]`, 'i'));
  if (start < 0) return [];
  const part = text.slice(start, start + 4000);
  const end = part.toLowerCase().indexOf(`</${list.toLowerCase()}`);
  const inner = end < 0 ? part : part.slice(0, end);
  return [...inner.matchAll(new RegExp(`<${element}>\\s*([^<>]{1,20}?)\\s*<`, 'gi'))].map(
    (match) => match[1] ?? '',
  );
}

function positive(text: string | null): number | null {
  const value = text !== null && /^\d{1,9}$/.test(text) ? Number(text) : 0;
  return value > 0 ? value : null;
}

function hourOf(text: string): number | null {
  if (!/^\d{1,2}$/.test(text)) return null;
  const hour = Number(text);
  // RSS 0.91 counts from 1 to 24.
  return hour <= 24 ? hour % 24 : null;
}

function updateMinutes(text: string): number | null {
  const period = PERIOD_MINUTES.get(elementText(text, 'updatePeriod')?.toLowerCase() ?? '');
  if (period === undefined) return null;
  return Math.round(period / (positive(elementText(text, 'updateFrequency')) ?? 1));
}
