import Parser from 'rss-parser';

/** An element as xml2js gives it: its text, or its attributes (`$`), text (`_`) and children by name. */
export type XmlNode = string | XmlParts;
export interface XmlParts {
  $?: Record<string, string>;
  _?: string;
  [child: string]: XmlNode[] | XmlParts | Record<string, string> | string | undefined;
}

/** One item: rss-parser's own reading, and the element for what occurs several times or has attributes. */
export interface ItemReading {
  item: Parser.Item & { id?: string; 'dc:date'?: string; comments?: string };
  xml: XmlParts;
}

export interface Reading {
  feed: Parser.Output<Record<string, unknown>> & {
    lastBuildDate?: string;
    language?: string;
    pubDate?: string;
  };
  channel: XmlParts;
  items: ItemReading[];
}

/** Thrown where rss-parser's reading shows that something was lost; the second reader then reads the feed. */
export class Declined extends Error {}

type Answer = (error: Error | null, document: XmlParts) => void;

/** The methods of rss-parser's class that its types leave out. */
interface ParserInternals {
  /** Where rss-parser gets its tree from: xml2js, unless something else takes its place. */
  xmlParser: { parseString(text: string, answer: Answer): void };
  parseString(text: string): Promise<Reading['feed']>;
  parseItemRss(xml: XmlParts, fields: unknown): ItemReading['item'];
  parseItemAtom(xml: XmlParts): ItemReading['item'];
  buildRSS(channel: XmlParts, items: XmlParts[]): Reading['feed'];
  buildAtomFeed(document: { feed: XmlParts }): Reading['feed'];
}
const Internals = Parser as unknown as new () => ParserInternals;

/** What rss-parser guesses types of, and dates, of which one that is unreadable makes it throw: read from the element. */
const ATOM_KEPT = ['title', 'content', 'summary', 'published', 'updated'];
/** Its snippets are made by a quadratic regular expression (600 KB of `<` take it minutes), and its dates are read twice. */
const RSS_KEPT = ['description', 'content:encoded', 'pubDate', 'dc:date'];

/** rss-parser, with some elements kept away from it, and the elements behind its reading kept. */
class KeepingParser extends Internals {
  items: ItemReading[] = [];
  channel: XmlParts = {};

  override parseItemRss(xml: XmlParts, fields: unknown): ItemReading['item'] {
    const item = withoutElements(xml, RSS_KEPT, () => super.parseItemRss(xml, fields));
    this.items.push({ item, xml });
    return item;
  }

  override parseItemAtom(xml: XmlParts): ItemReading['item'] {
    const item = withoutElements(xml, ATOM_KEPT, () => super.parseItemAtom(xml));
    this.items.push({ item, xml });
    return item;
  }

  override buildRSS(channel: XmlParts, items: XmlParts[]): Reading['feed'] {
    this.channel = channel;
    return super.buildRSS(channel, items);
  }

  override buildAtomFeed(document: { feed: XmlParts }): Reading['feed'] {
    this.channel = document.feed;
    return super.buildAtomFeed(document);
  }
}

/** Hides elements while rss-parser looks; cheaper than a copy for each item. */
function withoutElements<T>(xml: XmlParts, names: string[], read: () => T): T {
  const kept = names.map((name) => xml[name]);
  for (const name of names) if (xml[name] !== undefined) xml[name] = undefined;
  const result = read();
  names.forEach((name, i) => {
    if (kept[i] !== undefined) xml[name] = kept[i];
  });
  return result;
}

/**
 * rss-parser's reading of a feed, through its `parseString`.
 *
 * @param document stands in for xml2js's reading of the same text (`plain-tree.ts` makes it at a tenth of the cost).
 * @throws what rss-parser throws.
 */
export async function rssParserReading(text: string, document: XmlParts): Promise<Reading> {
  const parser = new KeepingParser();
  parser.xmlParser = { parseString: (_text, answer) => answer(null, document) };
  const feed = await parser.parseString(text);
  return { feed, channel: parser.channel, items: parser.items };
}

const NONE: XmlNode[] = [];

/** The elements of that name, none if there are none. */
export function nodes(parent: XmlParts, name: string): XmlNode[] {
  const found = parent[name];
  return Array.isArray(found) ? found : NONE;
}

/** Plain text of an element. Declines if it holds elements. */
export function nodeText(node: XmlNode): string {
  if (typeof node === 'string') return node;
  for (const key in node) if (key !== '$' && key !== '_') throw new Declined();
  return node._ ?? '';
}

const NO_ATTRIBUTES: Record<string, string> = {};

export function nodeAttributes(node: XmlNode): Record<string, string> {
  return typeof node === 'string' ? NO_ATTRIBUTES : (node.$ ?? NO_ATTRIBUTES);
}

/** Trimmed texts of the elements of those names, empty ones left out. */
export function texts(parent: XmlParts, ...names: string[]): string[] {
  const found: string[] = [];
  for (const name of names) {
    for (const node of nodes(parent, name)) {
      const text = nodeText(node).trim();
      if (text !== '') found.push(text);
    }
  }
  return found;
}

/** The first filled text of those names, trimmed. */
export function firstText(parent: XmlParts, ...names: string[]): string | null {
  for (const name of names) {
    for (const node of nodes(parent, name)) {
      const text = nodeText(node).trim();
      if (text !== '') return text;
    }
  }
  return null;
}
