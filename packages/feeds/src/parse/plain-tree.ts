import { decodeReferences } from './references.ts';
import type { XmlNode, XmlParts } from './rss-parser-reading.ts';

/**
 * What becomes of an element: `keep`, `skip` (a name that nobody reads, with all that is inside), or `decline`
 * (only the second reader reads it, and with it the feed).
 */
export type Verdict = 'keep' | 'skip' | 'decline';

export interface Vocabulary {
  verdict(name: string): Verdict;
  /** Elements that hold elements; in others a stranger would be lost between words, so they decline. */
  containers: ReadonlySet<string>;
  /** Attributes that somebody reads, as they are written; the same name in another case declines. */
  attributes: ReadonlyMap<string, boolean>;
}

/** A document as xml2js would give it: `{rss: {$: {version}, channel: [...]}}`. */
export interface PlainTree {
  document: XmlParts;
  root: string;
  /** As written. */
  rootAttributes: string;
}

const MAX_DEPTH = 40;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const CLOSE = 0x3e;

/**
 * Strict XML to the tree that xml2js makes of it, for rss-parser: one walk, without an event and an object for each
 * piece, and without what nobody reads. Linear; never throws.
 *
 * @param vocabularyOf what is read under that root; null if it is none of ours.
 * @returns null if the text is not plainly well-formed, or `vocabularyOf` or its verdicts decline: for the second
 *   reader.
 */
export function readPlainTree(
  text: string,
  vocabularyOf: (root: string, rootAttributes: string) => Vocabulary | null,
): PlainTree | null {
  return new Walk(text, vocabularyOf).run();
}

/** One open element. Frames are used again, level by level. */
class Frame {
  name = '';
  isSkipped = false;
  isContainer = false;
  text = '';
  attributes: Record<string, string> | null = null;
  parts: XmlParts | null = null;
}

const ATTRIBUTE = /\s+([A-Za-z_][\w:.-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
/** Says that the document declined; no offset. */
const DECLINED = -1;

class Walk {
  private readonly text: string;
  private readonly vocabularyOf: (root: string, rootAttributes: string) => Vocabulary | null;
  private readonly frames = Array.from({ length: MAX_DEPTH + 1 }, () => new Frame());
  private depth = 0;
  /** The offset of the next `&` at or behind what was read. */
  private ampersand: number;
  private vocabulary: Vocabulary | null = null;
  private tree: PlainTree | null = null;

  constructor(text: string, vocabularyOf: Walk['vocabularyOf']) {
    this.text = text;
    this.vocabularyOf = vocabularyOf;
    this.ampersand = this.nextAmpersand(0);
  }

  run(): PlainTree | null {
    const { text } = this;
    let at = 0;
    for (let open = text.indexOf('<'); open >= 0; open = text.indexOf('<', at)) {
      if (open > at && !this.addText(at, open)) return null;
      at = this.step(open);
      if (at === DECLINED) return null;
    }
    return this.depth === 0 && this.addText(at, text.length) ? this.tree : null;
  }

  private step(open: number): number {
    switch (this.text.charCodeAt(open + 1)) {
      case SLASH:
        return this.close(open);
      case BANG:
        return this.section(open);
      case QUESTION:
        return this.skipTo('?>', open + 2);
      default:
        return this.open(open);
    }
  }

  /** Text of the element on top. Outside the root there may only be white space. */
  private addText(from: number, to: number): boolean {
    const frame = this.frame();
    const isWanted = this.depth > 0 && !frame.isSkipped;
    if ((frame.text === '' || !isWanted) && this.isBlank(from, to)) return true;
    if (this.depth === 0) return false;
    if (this.ampersand >= to) {
      if (isWanted) frame.text += this.text.slice(from, to);
      return true;
    }
    const decoded = this.decode(from, to);
    if (decoded !== null && isWanted) frame.text += decoded;
    return decoded !== null;
  }

  private isBlank(from: number, to: number): boolean {
    for (let i = from; i < to; i++) {
      const c = this.text.charCodeAt(i);
      if (c !== 0x20 && c !== 0x0a && c !== 0x0d && c !== 0x09) return false;
    }
    return true;
  }

  private decode(from: number, to: number): string | null {
    const decoded = decodeReferences(this.text, from, to);
    this.ampersand = this.nextAmpersand(to);
    return decoded;
  }

  private nextAmpersand(from: number): number {
    const at = this.text.indexOf('&', from);
    return at < 0 ? this.text.length : at;
  }

  private open(at: number): number {
    const from = at + 1;
    const end = nameEnd(this.text, from);
    if (end === from || this.depth >= MAX_DEPTH) return DECLINED;
    const name = this.text.slice(from, end);
    const outer = this.frame();
    if (this.depth === 0 && !this.begin(name, end)) return DECLINED;
    const verdict = this.vocabulary?.verdict(name) ?? 'decline';
    if (verdict === 'decline' || (verdict === 'skip' && !outer.isSkipped && !outer.isContainer))
      return DECLINED;
    const frame = this.push(name, verdict === 'skip' || outer.isSkipped);
    return this.attributes(frame, end);
  }

  /** The root: decides by what is read from now on. */
  private begin(name: string, end: number): boolean {
    if (this.tree !== null) return false;
    const close = this.text.indexOf('>', end);
    const rootAttributes = this.text.slice(end, close < 0 ? end : close);
    this.vocabulary = this.vocabularyOf(name, rootAttributes);
    this.tree = { document: {}, root: name, rootAttributes };
    return this.vocabulary !== null;
  }

  private push(name: string, isSkipped: boolean): Frame {
    this.depth++;
    const frame = this.frame();
    frame.name = name;
    frame.isSkipped = isSkipped;
    frame.isContainer = !isSkipped && this.vocabulary?.containers.has(name) === true;
    frame.text = '';
    frame.attributes = null;
    frame.parts = null;
    return frame;
  }

  /** The attributes and the end of an opening tag; returns the offset behind it. */
  private attributes(frame: Frame, from: number): number {
    const { text } = this;
    let at = from;
    if (text.charCodeAt(at) !== CLOSE) {
      ATTRIBUTE.lastIndex = at;
      for (let match = ATTRIBUTE.exec(text); match !== null; match = ATTRIBUTE.exec(text)) {
        at = ATTRIBUTE.lastIndex;
        if (!this.attribute(frame, match[1] ?? '', match[2] ?? match[3] ?? '', at)) return DECLINED;
        ATTRIBUTE.lastIndex = at;
      }
      while (text.charCodeAt(at) <= 0x20) at++;
    }
    if (text.charCodeAt(at) === CLOSE) return at + 1;
    if (text.charCodeAt(at) !== SLASH || text.charCodeAt(at + 1) !== CLOSE) return DECLINED;
    this.pop();
    return at + 2;
  }

  /** @param end the offset behind the closing quote. */
  private attribute(frame: Frame, name: string, written: string, end: number): boolean {
    let value: string | null = written;
    if (this.ampersand < end) value = this.decode(end - 1 - written.length, end - 1);
    if (value === null) return false;
    if (frame.isSkipped) return true;
    const isRead =
      this.vocabulary?.attributes.get(name) ?? this.vocabulary?.attributes.get(name.toLowerCase());
    if (isRead === undefined) return true;
    frame.attributes ??= {};
    frame.attributes[name] ??= value;
    return isRead;
  }

  private close(open: number): number {
    const frame = this.frame();
    const end = open + 2 + frame.name.length;
    if (this.depth === 0 || !this.text.startsWith(frame.name, open + 2)) return DECLINED;
    let at = end;
    while (this.text.charCodeAt(at) <= 0x20) at++;
    if (this.text.charCodeAt(at) !== CLOSE) return DECLINED;
    this.pop();
    return at + 1;
  }

  private pop(): void {
    const frame = this.frame();
    this.depth--;
    if (frame.isSkipped) return;
    const node = nodeOf(frame);
    if (this.depth === 0) {
      if (this.tree !== null) this.tree.document[frame.name] = node as XmlParts & string;
      return;
    }
    const outer = this.frame();
    outer.parts ??= {};
    const same = outer.parts[frame.name];
    if (Array.isArray(same)) same.push(node);
    else outer.parts[frame.name] = [node];
  }

  /** Comments say nothing; CDATA sections are text as it stands; a document type is for the second reader. */
  private section(open: number): number {
    const { text } = this;
    if (text.startsWith('<!--', open)) return this.skipTo('-->', open + 4);
    if (!text.startsWith('<![CDATA[', open) || this.depth === 0) return DECLINED;
    const end = text.indexOf(']]>', open + 9);
    if (end < 0) return DECLINED;
    const frame = this.frame();
    if (!frame.isSkipped) frame.text += text.slice(open + 9, end);
    if (this.ampersand < end) this.ampersand = this.nextAmpersand(end);
    return end + 3;
  }

  private skipTo(end: string, from: number): number {
    const close = this.text.indexOf(end, from);
    if (close < 0) return DECLINED;
    if (this.ampersand < close) this.ampersand = this.nextAmpersand(close);
    return close + end.length;
  }

  private frame(): Frame {
    return this.frames[this.depth] as Frame;
  }
}

/** The offset behind an element's name, which begins at `from`; `from` itself if no name begins there. */
function nameEnd(text: string, from: number): number {
  const first = text.charCodeAt(from) | 0x20;
  if (first < 0x61 || first > 0x7a) return from;
  let at = from + 1;
  for (let c = text.charCodeAt(at); c > 0x20 && c !== CLOSE && c !== SLASH; c = text.charCodeAt(++at)) {
    if (c === 0x3c || c === 0x26 || c === 0x3d || c === 0x22 || c === 0x27) return from;
  }
  return at;
}

/** What xml2js makes of an element: a string where there is only text. */
function nodeOf({ text, attributes, parts }: Frame): XmlNode {
  if (parts === null && attributes === null) return text;
  const node = parts ?? {};
  if (attributes !== null) node.$ = attributes;
  if (text !== '') node._ = text;
  return node;
}
