import type { RawText, RawUrl, TextKind } from './raw-feed.ts';
import { innerMarkup } from './serialise.ts';
import type { XmlElement } from './xml-tree.ts';

/** Questions to an element's children by our names; several names are asked in order of trust. */
export class Children {
  readonly element: XmlElement;
  private readonly byName = new Map<string, XmlElement[]>();

  constructor(element: XmlElement) {
    this.element = element;
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      const same = this.byName.get(child.name);
      if (same === undefined) this.byName.set(child.name, [child]);
      else same.push(child);
    }
  }

  all(...names: string[]): XmlElement[] {
    return names.flatMap((name) => this.byName.get(name) ?? []);
  }

  /** The first that says anything, by order of names. */
  firstFilled(...names: string[]): XmlElement | null {
    for (const name of names) {
      for (const element of this.byName.get(name) ?? []) if (isFilled(element)) return element;
    }
    return null;
  }

  /** Trimmed plain text of the first filled one. */
  text(...names: string[]): string | null {
    const element = this.firstFilled(...names);
    return element === null ? null : textOf(element).trim();
  }

  /** Trimmed plain texts of all filled ones, in order of names. */
  texts(...names: string[]): string[] {
    return this.all(...names)
      .map((element) => textOf(element).trim())
      .filter((text) => text !== '');
  }

  /** The first of the named elements that has a text, typed as the vocabularies say. */
  rawText(...names: string[]): RawText | null {
    const element = this.firstFilled(...names);
    return element === null ? null : rawTextOf(element);
  }
}

/** All text inside, markup dropped. */
export function textOf(element: XmlElement): string {
  const [only] = element.children;
  if (element.children.length === 1 && typeof only === 'string') return only;
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

export function rawUrl(element: XmlElement, value: string | null | undefined): RawUrl | null {
  const trimmed = value?.trim();
  return trimmed === undefined || trimmed === '' ? null : { value: trimmed, base: element.base };
}

function isFilled(element: XmlElement): boolean {
  return element.children.some((child) => typeof child !== 'string' || child.trim() !== '');
}

/** RSS elements whose content is HTML by definition rather than by looks. */
const ALWAYS_HTML = new Set(['content:encoded', 'xhtml:body', 'xhtml:div', 'fullitem', 'body']);

/** The element's text, typed as its vocabulary says. */
export function rawTextOf(element: XmlElement): RawText {
  const { base } = element;
  if (element.name.startsWith('atom:')) return { ...atomText(element), base };
  if (hasElements(element)) return { value: innerMarkup(element), kind: 'html', base };
  const kind = ALWAYS_HTML.has(element.name) || isHtmlType(element.attributes.type) ? 'html' : 'unsure';
  return { value: textOf(element), kind, base };
}

/** Atom 1.0 by `type`, Atom 0.3 by `type` and `mode`; what is missing is judged by what is there. */
function atomText(element: XmlElement): { value: string; kind: TextKind } {
  const type = element.attributes.type?.trim().toLowerCase() ?? '';
  const mode = element.attributes.mode?.trim().toLowerCase();
  if (mode === 'base64' || isOpaque(type)) {
    const value = decodeBase64(textOf(element));
    if (value !== null) return { value, kind: type.startsWith('text/plain') ? 'text' : 'unsure' };
  }
  if (hasElements(element)) return { value: innerMarkup(element), kind: 'html' };
  const value = textOf(element);
  if (type === 'xhtml' || type.endsWith('/xhtml+xml')) return { value: escapeText(value), kind: 'html' };
  if (isHtmlType(type)) return { value, kind: 'html' };
  return { value, kind: type === '' ? 'unsure' : 'text' };
}

/** null if it is no Base64 of UTF-8 text. */
function decodeBase64(text: string): string | null {
  const compact = text.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(compact, 'base64'));
  } catch {
    return null;
  }
}

function hasElements(element: XmlElement): boolean {
  return element.children.some((child) => typeof child !== 'string');
}

function isHtmlType(type: string | undefined): boolean {
  return type === 'html' || type === 'text/html';
}

/** A media type whose content Atom 1.0 carries in Base64. */
function isOpaque(type: string): boolean {
  return type.includes('/') && !type.startsWith('text/') && !/[+/]xml(;|$)/.test(type);
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
