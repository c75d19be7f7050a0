import { firstRawText, firstRelation, mediaOf, namedPerson, rawLink } from './first-reader-parts.ts';
import type { RawFeed, RawItem, RawUrl } from './raw-feed.ts';
import {
  Declined,
  firstText,
  type ItemReading,
  nodeAttributes,
  nodes,
  nodeText,
  type Reading,
  texts,
  type XmlNode,
  type XmlParts,
} from './rss-parser-reading.ts';

/** rss-parser's reading of RSS 0.9x and 2.0 as raw feed. */
export function rawFromRss(reading: Reading, rootAttributes: string, language: string | null): RawFeed {
  const { feed, channel, items } = reading;
  const links = atomLinks(channel);
  return {
    format: /\bversion\s*=\s*["']0/.test(rootAttributes) ? 'rss0.9x' : 'rss2',
    title: firstRawText(channel, ['title']),
    description: firstRawText(channel, ['description', 'itunes:summary', 'itunes:subtitle']),
    site: rawLink(firstText(channel, 'link')) ?? firstRelation(links, 'alternate'),
    self: firstRelation(links, 'self'),
    hub: firstRelation(links, 'hub'),
    language: firstText(channel, 'language', 'dc:language') ?? language,
    updated: texts(channel, 'lastBuildDate', 'pubDate', 'dc:date'),
    authors: texts(channel, 'dc:creator', 'managingEditor', 'author', 'itunes:author').map(namedPerson),
    image: rawLink(feed.image?.url) ?? itunesImage(channel),
    items: items.map((item) => itemOf(item, language)),
    warnings: [],
  };
}

function atomLinks(xml: XmlParts): XmlNode[] {
  const links = nodes(xml, 'atom:link');
  const others = nodes(xml, 'atom10:link');
  return others.length === 0 ? links : [...links, ...others];
}

function itunesImage(channel: XmlParts): RawUrl | null {
  const [image] = nodes(channel, 'itunes:image');
  return image === undefined ? null : rawLink(nodeAttributes(image).href ?? nodeText(image));
}

const SPARE_SUMMARIES = ['itunes:summary', 'media:description', 'itunes:subtitle'];
const TITLES = ['title', 'media:title', 'itunes:title'];

function itemOf({ item, xml }: ItemReading, language: string | null): RawItem {
  if (nodes(xml, 'link').length > 1) throw new Declined();
  const [guid] = nodes(xml, 'guid');
  const links = atomLinks(xml);
  const permalink = guid === undefined ? undefined : nodeAttributes(guid).isPermaLink?.trim().toLowerCase();
  const description = firstRawText(xml, ['description']);
  return {
    guid: guid === undefined ? null : nodeText(guid).trim(),
    guidIsLink: permalink === undefined ? null : permalink !== 'false',
    link: firstRelation(links, 'alternate') ?? rawLink(item.link),
    title: firstRawText(xml, TITLES),
    summary: description ?? firstRawText(xml, SPARE_SUMMARIES),
    content: firstRawText(xml, ['content:encoded'], 'html'),
    authors: texts(xml, 'author', 'dc:creator', 'itunes:author').map(namedPerson),
    published: texts(xml, 'pubDate', 'dc:date'),
    updated: [],
    language: firstText(xml, 'dc:language') ?? language,
    categories: categoriesOf(xml),
    enclosures: mediaOf(xml, links),
    attached: rawLink(item.enclosure?.url) ?? firstRelation(links, 'enclosure'),
    comments: rawLink(item.comments),
  };
}

function categoriesOf(xml: XmlParts): string[] {
  const found = texts(xml, 'category', 'dc:subject');
  for (const node of nodes(xml, 'itunes:category')) found.push(nodeAttributes(node).text ?? '');
  for (const list of texts(xml, 'itunes:keywords')) found.push(...list.split(','));
  return found;
}
