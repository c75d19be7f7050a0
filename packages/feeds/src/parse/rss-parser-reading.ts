import Parser from 'rss-parser';

/** An element as xml2js gives it: its text, or its attributes (`$`), text (`_`) and children by name. */
export type XmlNode = string | XmlParts;
export interface XmlParts {
  $?: Record<string, string>;
  _?: string;
  [child: string]: XmlNode[] | Record<string, string> | string | undefined;
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

/** The methods of rss-parser's class that its types leave out. */
interface ParserInternals {
  parseString(text: string): Promise<Reading['feed']>;
  parseItemRss(xml: XmlParts, fields: unknown): ItemReading['item'];
  parseItemAtom(xml: XmlParts): ItemReading['item'];
  buildRSS(channel: XmlParts, items: XmlParts[]): Reading['feed'];
  buildAtomFeed(document: { feed: XmlParts }): Reading['feed'];
}
const Internals = Parser as unknown as new () => ParserInternals;

/** Long texts, whose snippets rss-parser makes by a quadratic regular expression: 600 KB of `<` take it minutes. */
const RSS_HELD = ['description', 'content:encoded'];
/** In Atom also what it guesses types of, and dates, of which one that is unreadable makes it throw. */
const ATOM_HELD = ['title', 'content', 'summary', 'published', 'updated'];

/** rss-parser, with long texts kept away from it, and the elements behind its reading kept. */
class KeepingParser extends Internals {
  readonly items: ItemReading[] = [];
  channel: XmlParts = {};

  override parseItemRss(xml: XmlParts, fields: unknown): ItemReading['item'] {
    const item = super.parseItemRss(without(xml, RSS_HELD), fields);
    this.items.push({ item, xml });
    return item;
  }

  override parseItemAtom(xml: XmlParts): ItemReading['item'] {
    const item = super.parseItemAtom(without(xml, ATOM_HELD));
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

function without(xml: XmlParts, names: string[]): XmlParts {
  const copy = { ...xml };
  for (const name of names) delete copy[name];
  return copy;
}

/**
 * rss-parser's reading of a feed.
 *
 * @returns null when it never answers: its XML parser is synchronous, so a promise that is still open after a turn
 *   of the event loop stays open for ever.
 * @throws what rss-parser throws.
 */
export async function rssParserReading(text: string): Promise<Reading | null> {
  const parser = new KeepingParser();
  const reading = parser.parseString(text);
  const feed = await Promise.race([reading, nextTurn()]);
  return feed === null ? null : { feed, channel: parser.channel, items: parser.items };
}

function nextTurn(): Promise<null> {
  return new Promise((resolve) => setImmediate(resolve, null));
}

/** The elements of that name, none if there are none. */
export function nodes(parent: XmlParts, ...names: string[]): XmlNode[] {
  return names.flatMap((name) => {
    const found = parent[name];
    return Array.isArray(found) ? found : [];
  });
}

/** Plain text of an element. Declines if it holds elements. */
export function nodeText(node: XmlNode): string {
  if (typeof node === 'string') return node;
  for (const key in node) if (key !== '$' && key !== '_') throw new Declined();
  return node._ ?? '';
}

export function nodeAttributes(node: XmlNode): Record<string, string> {
  return typeof node === 'string' ? {} : (node.$ ?? {});
}

/** Trimmed texts of the elements of those names, empty ones left out. */
export function texts(parent: XmlParts, ...names: string[]): string[] {
  return nodes(parent, ...names)
    .map((node) => nodeText(node).trim())
    .filter((text) => text !== '');
}
