import { decodeHTML } from 'entities';

const TAG_NAME = /<(\/?)([A-Za-z][A-Za-z0-9:-]*)/y;
const BLOCKS = new Set(
  (
    'address article aside blockquote br caption center dd details div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul'
  ).split(' '),
);
const CELLS = new Set(['td', 'th']);
/** Elements whose text nobody is meant to read. */
const SILENT = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
  'head',
  'title',
]);

/**
 * The readable text of HTML: tags dropped, blocks on lines of their own, references decoded, space collapsed.
 * Works on any input (sanitised or not), in linear time; the result is text, never markup.
 */
export function htmlToText(html: string): string {
  if (!html.includes('<') && !html.includes('&')) return tidy(html);
  return tidy(decode(withoutTags(html)));
}

function withoutTags(html: string): string {
  const parts: string[] = [];
  const unclosed = new Set<string>();
  let at = 0;
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', at)) {
    parts.push(html.slice(at, open));
    at = skipMarkup(html, open, parts, unclosed);
  }
  parts.push(html.slice(at));
  return parts.join('');
}

/** Returns the offset after the tag or comment at `open`; a `<` that opens nothing is text. */
function skipMarkup(html: string, open: number, parts: string[], unclosed: Set<string>): number {
  if (html.startsWith('<!--', open)) return after(html, '-->', open + 4);
  TAG_NAME.lastIndex = open;
  const [, closing, written = ''] = TAG_NAME.exec(html) ?? [];
  if (closing === undefined) {
    const odd = html[open + 1] === '!' || html[open + 1] === '?' || html[open + 1] === '/';
    if (odd) return after(html, '>', open + 1);
    parts.push('<');
    return open + 1;
  }
  const name = written.toLowerCase();
  if (BLOCKS.has(name)) parts.push('\n');
  else if (CELLS.has(name)) parts.push('\t');
  const end = afterTag(html, TAG_NAME.lastIndex);
  if (closing === '' && SILENT.has(name) && !unclosed.has(name)) {
    const past = afterElement(html, name, end);
    if (past === null) unclosed.add(name);
    return past ?? end;
  }
  return end;
}

/** null: the element is never closed, and looking for it again would only cost time. */
function afterElement(html: string, name: string, from: number): number | null {
  const closing = new RegExp(`</${name}[\\s/>]`, 'gi');
  closing.lastIndex = from;
  const match = closing.exec(html);
  return match === null ? null : after(html, '>', match.index);
}

/** The offset after a tag's `>`; one inside a quoted attribute value does not end the tag. */
function afterTag(html: string, from: number): number {
  let assigned = false;
  for (let i = from; i < html.length; i++) {
    const c = html.charCodeAt(i);
    if (c === 0x3e) return i + 1;
    if (assigned && (c === 0x22 || c === 0x27)) {
      const close = html.indexOf(c === 0x22 ? '"' : "'", i + 1);
      if (close < 0) return after(html, '>', i);
      i = close;
    }
    if (c > 0x20) assigned = c === 0x3d;
  }
  return html.length;
}

function after(html: string, end: string, from: number): number {
  const close = html.indexOf(end, from);
  return close < 0 ? html.length : close + end.length;
}

function decode(text: string): string {
  return text.includes('&') ? decodeHTML(text) : text;
}

/** Only what is not single spaces already is touched: nearly all of a text is. */
function tidy(text: string): string {
  const spaced = text.replace(/[^\S\n ][^\S\n]*| [^\S\n]+/g, ' ');
  return (spaced.includes('\n') ? spaced.replace(/ ?\n[ \n]*/g, '\n') : spaced).trim();
}
