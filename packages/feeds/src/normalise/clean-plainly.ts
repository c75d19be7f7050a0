import type { Attributes } from 'sanitize-html';
import { decodeReferences } from '../parse/references.ts';

/** What the two ways to clean HTML share: the list, and what becomes of addresses. */
export interface PlainRules {
  /** Attributes that stay, by element; `*` for all. */
  attributes: Readonly<Record<string, readonly string[]>>;
  /** Makes the addresses among an element's attributes absolute and drops bad ones; null: the element shows nothing. */
  addresses(name: string, attributes: Attributes, baseUrl: string | null): Attributes | null;
}

interface Plain {
  name: string;
  isLeaf: boolean;
  /** Ends an open paragraph by itself. */
  endsParagraph: boolean;
  attributes: ReadonlySet<string>;
}

const INLINE = 'a b strong i em u s del ins mark small sub sup code kbd samp var q cite abbr time span';
const BLOCKS = 'p div h1 h2 h3 h4 h5 h6 ul ol blockquote pre figure figcaption section article';
const MAX_DEPTH = 40;
/** White space of HTML, not of JavaScript. */
const ATTRIBUTE = /[ \n\t\r]+([a-z][a-z-]*)(?:="([^"]*)"|='([^']*)')/y;
const TAG_END = /[ \n\t\r]*(\/?)>/y;
const COMMENT = /<!--[^<>-]+(?:-[^<>-]+)*-->/y;
/** One address or several, which the sanitiser would write as they are. */
const PLAIN_SET = /^https?:[^\s,]+(?: [1-9]\d{0,4}[wx])?(?:, https?:[^\s,]+ [1-9]\d{0,4}[wx])*$/;

/**
 * The sanitiser's own answer for HTML of a narrow grammar, at a fraction of its cost: common elements in balance, quoted
 * attributes, references that XML and HTML agree about. It writes only elements and attributes of the list, and escapes
 * what is between; a property test compares it with the sanitiser.
 *
 * @returns null where anything is in doubt: for the sanitiser.
 */
export function createPlainCleaner(
  rules: PlainRules,
): (html: string, baseUrl: string | null) => string | null {
  const elements = elementsOf(rules);
  return (html, baseUrl) => new Cleaner(html, baseUrl, rules, elements).run();
}

/** By name as written: in lower case, or all in capitals. */
function elementsOf({ attributes }: PlainRules): Map<string, Plain> {
  const plain = (name: string, isLeaf: boolean, endsParagraph: boolean): [string, Plain][] => {
    const allowed = new Set([...(attributes['*'] ?? []), ...(attributes[name] ?? [])]);
    const element = { name, isLeaf, endsParagraph, attributes: allowed };
    return [
      [name, element],
      [name.toUpperCase(), element],
    ];
  };
  return new Map([
    ...INLINE.split(' ').flatMap((name) => plain(name, false, false)),
    ...BLOCKS.split(' ').flatMap((name) => plain(name, false, true)),
    ...plain('li', false, false),
    ...plain('br', true, false),
    ...plain('hr', true, true),
    ...plain('img', true, false),
  ]);
}

class Cleaner {
  private readonly html: string;
  private readonly baseUrl: string | null;
  private readonly rules: PlainRules;
  private readonly elements: ReadonlyMap<string, Plain>;
  private readonly open: Plain[] = [];
  private readonly parts: string[] = [];
  /** What is before is in `parts`; what is between here and the walk comes out as it stands. */
  private written = 0;
  private ampersand = -1;
  private greater = -1;

  constructor(html: string, baseUrl: string | null, rules: PlainRules, elements: ReadonlyMap<string, Plain>) {
    this.html = html;
    this.baseUrl = baseUrl;
    this.rules = rules;
    this.elements = elements;
  }

  run(): string | null {
    const { html } = this;
    let at = 0;
    for (let less = html.indexOf('<'); less >= 0; less = html.indexOf('<', at)) {
      if (!this.text(at, less)) return null;
      at = html.charCodeAt(less + 1) === 0x2f ? this.closeTag(less) : this.tag(less);
      if (at < 0) return null;
    }
    if (!this.text(at, html.length) || this.open.length > 0) return null;
    if (this.parts.length === 0) return html;
    this.parts.push(html.slice(this.written));
    return this.parts.join('');
  }

  private replace(from: number, to: number, by: string): void {
    this.parts.push(this.html.slice(this.written, from), by);
    this.written = to;
  }

  private text(from: number, to: number): boolean {
    if (this.ampersand < from) this.ampersand = this.find('&', from);
    if (this.greater < from) this.greater = this.find('>', from);
    if (this.ampersand >= to && this.greater >= to) return true;
    const decoded = decodeText(this.html, from, to);
    if (decoded === null) return false;
    const escaped = escapeText(decoded);
    if (!this.html.startsWith(escaped, from) || escaped.length !== to - from) this.replace(from, to, escaped);
    return true;
  }

  private find(needle: string, from: number): number {
    const at = this.html.indexOf(needle, from);
    return at < 0 ? this.html.length : at;
  }

  private closeTag(less: number): number {
    const element = this.open.pop();
    if (element === undefined) return -1;
    const end = less + 2 + element.name.length;
    if (this.html.charCodeAt(end) !== 0x3e) return -1;
    if (this.html.startsWith(element.name, less + 2)) return end + 1;
    if (this.html.slice(less + 2, end) !== element.name.toUpperCase()) return -1;
    this.replace(less, end + 1, `</${element.name}>`);
    return end + 1;
  }

  private tag(less: number): number {
    const { html } = this;
    let end = less + 1;
    while (isNameCharacter(html.charCodeAt(end))) end++;
    const element = this.elements.get(html.slice(less + 1, end));
    if (element === undefined) return this.comment(less);
    const parent = this.open[this.open.length - 1]?.name;
    // These the sanitiser's parser would close by itself.
    if (parent === 'p' ? element.endsParagraph : parent === 'li' && element.name === 'li') return -1;
    const isSimple = html.charCodeAt(end) === 0x3e;
    const found = isSimple ? null : this.attributes(element, end);
    if (found === undefined) return -1;
    const after = isSimple ? end + 1 : TAG_END.lastIndex;
    const output = found === null ? opened(element) : this.withAttributes(element, found);
    if (output === null) return -1;
    if (!element.isLeaf && this.open.push(element) > MAX_DEPTH) return -1;
    if (output.length !== after - less || !html.startsWith(output, less)) this.replace(less, after, output);
    return after;
  }

  private comment(less: number): number {
    COMMENT.lastIndex = less;
    if (!COMMENT.test(this.html)) return -1;
    this.replace(less, COMMENT.lastIndex, '');
    return COMMENT.lastIndex;
  }

  /** The attributes that stay, up to the tag's end (`TAG_END.lastIndex`); null: none, undefined: in doubt. */
  private attributes(element: Plain, from: number): Attributes | null | undefined {
    const { html } = this;
    let kept: Attributes | null = null;
    let at = from;
    ATTRIBUTE.lastIndex = at;
    for (let match = ATTRIBUTE.exec(html); match !== null; match = ATTRIBUTE.exec(html)) {
      at = ATTRIBUTE.lastIndex;
      const [, name = '', double, single] = match;
      if (!element.attributes.has(name)) continue;
      const value = double ?? single ?? '';
      const decoded = value.includes('&') ? decodeReferences(value, 0, value.length) : value;
      if (decoded === null || (decoded === '' && name !== 'alt')) return undefined;
      kept ??= {};
      if (kept[name] !== undefined) return undefined;
      kept[name] = decoded;
    }
    TAG_END.lastIndex = at;
    const end = TAG_END.exec(html);
    if (end === null || (end[1] === '/' && !element.isLeaf)) return undefined;
    return kept;
  }

  private withAttributes({ name, isLeaf }: Plain, found: Attributes): string | null {
    const attributes = this.rules.addresses(name, found, this.baseUrl);
    if (attributes === null) return '';
    let tag = `<${name}`;
    for (const key in attributes) {
      const value = attributes[key] ?? '';
      if (key === 'srcset' && !PLAIN_SET.test(value)) return null;
      tag += ` ${key}="${escapeText(value).replaceAll('"', '&quot;')}"`;
    }
    return `${tag}${isLeaf ? ' />' : '>'}`;
  }
}

/** A picture without attributes shows nothing. */
function opened({ name, isLeaf }: Plain): string {
  if (name === 'img') return '';
  return isLeaf ? `<${name} />` : `<${name}>`;
}

function isNameCharacter(c: number): boolean {
  return (c >= 0x61 && c <= 0x7a) || (c >= 0x41 && c <= 0x5a) || (c >= 0x30 && c <= 0x39);
}

/** The commonest names of HTML that XML does not know. */
const NAMES = new Map([
  ['&nbsp;', '\u00a0'],
  ['&ndash;', '–'],
  ['&mdash;', '—'],
  ['&lsquo;', '‘'],
  ['&rsquo;', '’'],
  ['&ldquo;', '“'],
  ['&rdquo;', '”'],
  ['&hellip;', '…'],
]);
const NAMED = /&(?:nbsp|[nm]dash|[lr][sd]quo|hellip);/g;

function decodeText(html: string, from: number, to: number): string | null {
  const decoded = decodeReferences(html, from, to);
  if (decoded !== null) return decoded;
  const text = html.slice(from, to).replace(NAMED, (name) => NAMES.get(name) ?? name);
  return decodeReferences(text, 0, text.length);
}

function escapeText(text: string): string {
  if (!/[&<>]/.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
