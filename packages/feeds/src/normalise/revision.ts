import { createHash } from 'node:crypto';
import type { ParsedItem } from '@throughline/schema';

/**
 * A hash of what a reader reads: title and text. A different hash is an edit and makes a new revision; dates,
 * counters, categories, attachments, markup and white space are none.
 *
 * @returns 64 hexadecimal digits.
 */
export function contentHash(item: Pick<ParsedItem, 'title' | 'summary' | 'contentText'>): string {
  const parts = [item.title, item.contentText ?? item.summary].map((part) => plain(part ?? ''));
  return createHash('sha256').update(parts.join('\n\u0000\n')).digest('hex');
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
