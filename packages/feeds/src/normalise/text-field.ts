import { decodeHTML } from 'entities';
import type { RawText } from '../parse/raw-feed.ts';
import { htmlToText } from './html-text.ts';
import { sanitizeHtml } from './sanitize.ts';

const HTML_TAG =
  /<\/?(?:a|abbr|acronym|address|article|aside|audio|b|bdo|big|blink|blockquote|br|center|cite|code|dd|del|details|dfn|div|dl|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]|header|hr|i|iframe|img|input|ins|kbd|li|link|main|map|mark|nav|object|ol|p|picture|pre|q|s|samp|script|section|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|var|video|wbr)(?:\s[^<>]*)?\/?>|<!--/i;
const REFERENCE = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});/i;

/** Does a text of unstated type contain HTML: a tag that HTML knows, or a character reference? */
function looksLikeHtml(text: string): boolean {
  return (text.includes('<') && HTML_TAG.test(text)) || (text.includes('&') && REFERENCE.test(text));
}

/** One line of plain text (titles, names): markup dropped, space collapsed. null if nothing is left. */
export function plainLine(text: RawText | null): string | null {
  if (text === null) return null;
  const line = plainText(text).replace(/\s+/g, ' ').trim();
  return line === '' ? null : line;
}

function plainText({ value, kind }: RawText): string {
  if (!value.includes('<') && !value.includes('&')) return value;
  if (kind === 'text') return value;
  if (kind === 'html' || HTML_TAG.test(value)) return htmlToText(value);
  return decodeHTML(value);
}

/** Sanitised HTML of a text field; plain text becomes paragraphs. null if nothing is left. */
export function htmlOf(text: RawText | null, base: string | null): string | null {
  if (text === null) return null;
  const html = isHtml(text) ? text.value : paragraphs(text.value);
  const clean = sanitizeHtml(html, base).trim();
  return clean === '' ? null : clean;
}

/** Is the text HTML, by its type or by its looks? */
export function isHtml({ value, kind }: RawText): boolean {
  return kind === 'html' || (kind === 'unsure' && looksLikeHtml(value));
}

function paragraphs(text: string): string {
  const escaped = escapeText(text.trim());
  if (!/\n\s*\n/.test(escaped)) return escaped;
  const blocks = escaped.split(/\n\s*\n/).filter((block) => block.trim() !== '');
  return blocks.map((block) => `<p>${block.trim()}</p>`).join('');
}

function escapeText(text: string): string {
  if (!/[&<>]/.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
