import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { webUrl } from '../fetch/redirect.ts';
import { htmlToText } from '../normalise/html-text.ts';
import { sanitizeHtml } from '../normalise/sanitize.ts';

/** The article of a web page, without the page around it. */

export interface Article {
  title: string | null;
  byline: string | null;
  language: string | null;
  /** Sanitised; addresses are absolute. */
  contentHtml: string;
  contentText: string;
}

/** Longer pages are not articles, and the DOM of one costs about twenty times its length. */
const MAX_CHARS = 2 * 1024 * 1024;
const MAX_ELEMENTS = 12_000;
const MAX_PIECES = 100_000;
const MAX_NESTING = 400;
const LEAST_CHARS = 200;

/**
 * @param url the page's own address, for relative addresses in it
 * @returns null when the page holds no article that could be told from the rest of it
 */
export function extractArticle(html: string, url: string): Article | null {
  if (html.length > MAX_CHARS || isTangled(html)) return null;
  const found = read(html);
  if (found === null) return null;
  const contentHtml = sanitizeHtml(found.content ?? '', baseOf(html, url));
  const contentText = htmlToText(contentHtml);
  if (contentText.length < LEAST_CHARS) return null;
  return {
    title: line(found.title),
    byline: line(found.byline),
    language: line(found.lang),
    contentHtml,
    contentText,
  };
}

function read(html: string) {
  try {
    const { document } = parseHTML(withBody(html));
    if (document.documentElement === null) return null;
    return new Readability(document, { maxElemsToParse: MAX_ELEMENTS, charThreshold: LEAST_CHARS }).parse();
  } catch {
    // Too many elements, or markup that the DOM cannot hold: no article, and no reason to stop.
    return null;
  }
}

/** `<html>`, `<head>` and `<body>` may be left out in HTML; this DOM does not fill them in. */
function withBody(html: string): string {
  if (/<body[\s>]/i.test(html)) return html;
  const head = /<\/head\s*>/i.exec(html);
  if (head !== null) {
    const at = head.index + head[0].length;
    return `${html.slice(0, at)}<body>${html.slice(at)}</body>`;
  }
  const title = /<title[^>]{0,200}>[^<]{0,500}<\/title>/i.exec(html)?.[0] ?? '';
  const rest = html.replace(/<!doctype[^>]{0,500}>|<\/?html(?:\s[^>]{0,500})?>/gi, '');
  return `<html><head>${title}</head><body>${rest}</body></html>`;
}

/** Scores are added up along ancestors: deep nesting and endless tags would take minutes, so they are counted first. */
function isTangled(html: string): boolean {
  let elements = 0;
  let depth = 0;
  let pieces = 0;
  for (const match of html.matchAll(/<(\/?)([a-z][a-z0-9]*)?|&/gi)) {
    // Each of these may become a text node of its own.
    if (++pieces > MAX_PIECES) return true;
    if (match[2] === undefined) continue;
    const closes = match[1] === '/';
    if (!closes) elements++;
    if (!VOID.has(match[2].toLowerCase())) depth = Math.max(0, depth + (closes ? -1 : 1));
    if (elements > MAX_ELEMENTS || depth > MAX_NESTING) return true;
  }
  return false;
}

/** They have no end, or often none: they do not nest. */
const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd option tr td th path'.split(
    ' ',
  ),
);

function baseOf(html: string, url: string): string {
  const href = /<base\s[^>]{0,500}?href\s*=\s*["']?([^"'\s>]{1,2000})/i.exec(html.slice(0, 100_000))?.[1];
  return (href === undefined ? null : webUrl(href, new URL(url))?.href) ?? url;
}

function line(text: string | null | undefined): string | null {
  return text?.replace(/\s+/g, ' ').trim().slice(0, 500) || null;
}
