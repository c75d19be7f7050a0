import { decodeXML } from 'entities';
import { Parser } from 'htmlparser2';
import { limitDepth } from './limit-depth.ts';
import { prefixFor, type Scope, undeclaredPrefix } from './namespaces.ts';

/** An element with its names folded: `name` is our prefix and the lower-cased local name (`dc:creator`). */
export interface XmlElement {
  name: string;
  /** Lower-cased local name, for writing markup out again. */
  tag: string;
  /** Lower-cased; `xml:`, `rdf:` and `xlink:` by our prefix, others as written. */
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
  /** `xml:base` in force, as absolute as the feed makes it; null = the feed's address. */
  base: string | null;
  /** `xml:lang` in force. */
  language: string | null;
}

/** Elements beyond this depth are read as text: no feed needs it, and recursion stays safe. */
const MAX_DEPTH = 200;
/** Beyond this the tags are taken out before the parser, whose time grows with the square of open elements. */
const MAX_NESTING = 3000;
const MAX_PREFIXES = 100;

/** Elements that never stand inside another of their kind: an open one was simply not closed. */
const ENTRIES = new Set(['item', 'atom:entry']);

/**
 * Tolerant XML (by htmlparser2, which takes mismatched, unquoted and cut-off markup) to a tree with namespaces,
 * `xml:base` and `xml:lang` worked out. Never throws; expands nothing.
 */
export function readTree(text: string): XmlElement {
  const builder = new TreeBuilder();
  const parser = new Parser(builder, { xmlMode: true, decodeEntities: false });
  builder.parser = parser;
  parser.write(limitDepth(text, MAX_NESTING));
  parser.end();
  return builder.root;
}

class TreeBuilder {
  readonly root: XmlElement = node('', '', null, null);
  parser: Parser | null = null;
  private readonly stack: XmlElement[] = [this.root];
  private readonly scopes: Scope[] = [new Map([['xml', 'xml']])];
  private tooDeep = 0;
  private inCdata = false;

  onopentag(written: string, attributes: Record<string, string>): void {
    if (this.stack.length > MAX_DEPTH) {
      this.tooDeep++;
      return;
    }
    const parent = this.top();
    const scope =
      this.stack.length === 1
        ? rootScope(this.scope(), written, attributes)
        : declare(this.scope(), attributes);
    const [name, tag] = fold(written, scope);
    const element = node(name, tag, parent.base, parent.language);
    for (const key of Object.keys(attributes)) addAttribute(element, key, attributes[key] ?? '', scope);
    inherit(element);
    this.attach(element);
    this.scopes.push(scope);
  }

  /** An entry inside an entry belongs beside it; the unclosed one is taken off our stack, not off the parser's. */
  private attach(element: XmlElement): void {
    const open = ENTRIES.has(element.name) ? this.stack.findIndex((e) => e.name === element.name) : -1;
    const parent = open > 0 ? this.stack[open - 1] : this.top();
    parent?.children.push(element);
    this.stack.push(element);
  }

  onclosetag(): void {
    if (this.tooDeep > 0) {
      this.tooDeep--;
      return;
    }
    if (this.stack.length === 1) return;
    this.stack.pop();
    this.scopes.pop();
  }

  ontext(data: string): void {
    this.top().children.push(this.inCdata ? data : decodeXML(data));
  }

  oncdatastart(): void {
    this.inCdata = true;
  }

  oncdataend(): void {
    this.inCdata = false;
  }

  private top(): XmlElement {
    return this.stack[this.stack.length - 1] ?? this.root;
  }

  private scope(): Scope {
    return this.scopes[this.scopes.length - 1] ?? new Map();
  }
}

function node(name: string, tag: string, base: string | null, language: string | null): XmlElement {
  return { name, tag, attributes: {}, children: [], base, language };
}

function declare(scope: Scope, attributes: Record<string, string>): Scope {
  let own: Map<string, string> | null = null;
  for (const key in attributes) {
    if (!key.startsWith('xmlns')) continue;
    const prefix = key === 'xmlns' ? '' : key.startsWith('xmlns:') ? key.slice(6).toLowerCase() : null;
    if (prefix === null) continue;
    own ??= new Map(scope);
    if (own.size > MAX_PREFIXES) break;
    own.set(prefix, prefixFor(attributes[key] ?? ''));
  }
  return own ?? scope;
}

/**
 * The root's own namespace is what the root says it is: feeds with a mistyped namespace, none, or RSS in Atom's
 * are read by their root element's name.
 */
function rootScope(scope: Scope, written: string, attributes: Record<string, string>): Scope {
  const [, prefix = '', local = ''] = /^(?:([^:]*):)?(.*)$/.exec(written.toLowerCase()) ?? [];
  const vocabulary =
    local === 'feed' || local === 'entry' ? 'atom' : /^(rss|channel)$/.test(local) ? '' : null;
  const declared = declare(scope, attributes);
  if (vocabulary === null) return declared;
  return new Map(declared).set(prefix, vocabulary);
}

function fold(written: string, scope: Scope): [name: string, tag: string] {
  const lower = written.toLowerCase();
  const colon = lower.indexOf(':');
  const prefix = colon < 0 ? '' : lower.slice(0, colon);
  const tag = colon < 0 ? lower : lower.slice(colon + 1);
  const bound = scope.get(prefix) ?? (prefix === '' ? '' : undeclaredPrefix(prefix));
  return [bound === '' ? tag : `${bound}:${tag}`, tag];
}

function addAttribute(element: XmlElement, key: string, value: string, scope: Scope): void {
  if (key.startsWith('xmlns')) return;
  const decoded = value.includes('&') ? decodeXML(value) : value;
  const colon = key.indexOf(':');
  const name = colon < 0 ? key.toLowerCase() : fold(key, scope)[0];
  element.attributes[name] ??= decoded;
}

function inherit(element: XmlElement): void {
  const { 'xml:base': base, 'xml:lang': language } = element.attributes;
  if (language !== undefined) element.language = language.trim() === '' ? null : language.trim();
  if (base !== undefined) element.base = joinBase(element.base, base.trim());
}

function joinBase(outer: string | null, own: string): string | null {
  try {
    return new URL(own, outer ?? undefined).href;
  } catch {
    // Relative to an address that is not known here: kept as written, resolved by the normaliser.
    return outer === null ? own : outer;
  }
}
