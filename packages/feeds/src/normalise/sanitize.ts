import { decodeHTML } from 'entities';
import sanitize from 'sanitize-html';
import { limitDepth } from '../parse/limit-depth.ts';
import { createPlainCleaner } from './clean-plainly.ts';
import { resolveUrl } from './urls.ts';

/** HTML of one item beyond this is cut off (UTF-16 units). */
export const MAX_HTML = 512 * 1024;
/** Deeper nesting is taken out before the sanitiser, whose time grows with the square of it. */
const MAX_DEPTH = 300;

const BLOCK_TAGS =
  'p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre hr figure figcaption section article';
const TABLE_TAGS = 'table caption thead tbody tfoot tr th td colgroup col';
const INLINE_TAGS =
  'a b strong i em u s del ins mark small sub sup code kbd samp var q cite abbr time span br wbr bdi bdo ruby rt rp';
const MEDIA_TAGS = 'img picture source audio video';

export const ALLOWED_TAGS = [BLOCK_TAGS, TABLE_TAGS, INLINE_TAGS, MEDIA_TAGS].flatMap((tags) =>
  tags.split(' '),
);

/** By element where they load or lead somewhere; the rest do nothing where they do not belong. */
export const ALLOWED_ATTRIBUTES: Record<string, string[]> = {
  '*': 'dir lang title datetime start reversed value type colspan rowspan scope'.split(' '),
  a: ['href', 'hreflang'],
  img: ['src', 'srcset', 'alt', 'width', 'height'],
  source: ['src', 'srcset', 'media'],
  audio: ['src', 'controls'],
  video: ['src', 'poster', 'controls', 'width', 'height'],
};

const URL_TAGS = ['a', 'img', 'source', 'audio', 'video'];
/** Dropped with all that is inside. `xmp` and its like are raw text to the parser, and must never come out again. */
const SILENT_TAGS =
  'script style textarea option noscript noembed noframes iframe object template title xmp plaintext head'.split(
    ' ',
  );
/** What is left of a picture that shows nothing. */
const NO_PICTURE = '<img />';
const URL_ATTRIBUTES = ['href', 'src', 'poster'];

/**
 * HTML of strangers to HTML that is safe to show: an allow-list of elements and attributes, addresses only http,
 * https and mailto and all absolute, no style, no script, no frames, no event handlers.
 *
 * @param baseUrl what relative addresses are resolved against; without it they are dropped.
 */
export function sanitizeHtml(html: string, baseUrl: string | null): string {
  const input = limitDepth(html.length > MAX_HTML ? cut(html) : html, MAX_DEPTH);
  if (!input.includes('<')) return escapeText(input.includes('&') ? decodeHTML(input) : input);
  return cleanPlainly(input, baseUrl) ?? runSanitizer(input, baseUrl);
}

/** The allow-list itself, by sanitize-html. */
export function runSanitizer(input: string, baseUrl: string | null): string {
  const clean = sanitize(input, optionsFor(baseUrl));
  return clean.includes(NO_PICTURE) ? clean.replaceAll(NO_PICTURE, '') : clean;
}

/** Text without a tag needs no allow-list: decoded as HTML reads it and escaped, it is markup no longer. */
function escapeText(text: string): string {
  if (!/[&<>]/.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Cuts at a tag's start, so that no half tag is left. */
function cut(html: string): string {
  const head = html.slice(0, MAX_HTML);
  const open = head.lastIndexOf('<');
  return open > head.lastIndexOf('>') ? head.slice(0, open) : head;
}

/** What does not depend on the base; made once. */
const OPTIONS: sanitize.IOptions = {
  allowedTags: ALLOWED_TAGS,
  allowedAttributes: ALLOWED_ATTRIBUTES,
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesAppliedToAttributes: [...URL_ATTRIBUTES, 'srcset'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nonTextTags: SILENT_TAGS,
  nestingLimit: 100,
  selfClosing: ['br', 'col', 'hr', 'img', 'source', 'wbr'],
  enforceHtmlBoundary: false,
};

function optionsFor(baseUrl: string | null): sanitize.IOptions {
  const transform: sanitize.Transformer = (tagName, attribs) => ({
    tagName,
    attribs: withAddresses(tagName, attribs, baseUrl) ?? {},
  });
  return { ...OPTIONS, transformTags: Object.fromEntries(URL_TAGS.map((tag) => [tag, transform])) };
}

/** Addresses made absolute in place (the attributes belong to this run); null for a picture that shows nothing. */
function withAddresses(
  tagName: string,
  attribs: sanitize.Attributes,
  baseUrl: string | null,
): sanitize.Attributes | null {
  makeAbsolute(attribs, baseUrl);
  return tagName === 'img' && !isPicture(attribs) ? null : attribs;
}

/** The same list, for the plain HTML that most items have; null for all else. */
export const cleanPlainly = createPlainCleaner({
  attributes: ALLOWED_ATTRIBUTES,
  addresses: (name, attribs, baseUrl) =>
    URL_TAGS.includes(name) ? withAddresses(name, attribs, baseUrl) : attribs,
});

/** A picture without an address, or of one point (which counts readers), is left out. */
function isPicture({ src, srcset, width, height }: sanitize.Attributes): boolean {
  if (src === undefined && srcset === undefined) return false;
  return !(/^[01](px)?$/.test(width ?? '') && /^[01](px)?$/.test(height ?? ''));
}

/** Makes addresses absolute in place (the attributes belong to this run); drops what is no good address. */
function makeAbsolute(result: sanitize.Attributes, baseUrl: string | null): void {
  for (const name of URL_ATTRIBUTES) {
    const value = result[name];
    if (value === undefined) continue;
    const url = resolveUrl(value, baseUrl);
    if (url === null) delete result[name];
    else result[name] = url;
  }
  if (result.srcset !== undefined) result.srcset = absoluteSet(result.srcset, baseUrl);
}

function absoluteSet(srcset: string, baseUrl: string | null): string {
  const candidates = srcset.split(/,\s+|,(?=https?:)/).flatMap((candidate) => {
    const [address = '', descriptor] = candidate.trim().split(/\s+/, 2);
    const url = resolveUrl(address, baseUrl);
    return url === null || !/^https?:/.test(url)
      ? []
      : [descriptor === undefined ? url : `${url} ${descriptor}`];
  });
  return candidates.join(', ');
}
