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
  type Restore,
  texts,
  type XmlNode,
  type XmlParts,
} from './rss-parser-reading.ts';
import type { Survey } from './survey.ts';

/** rss-parser's reading of RSS 0.9x and 2.0 as raw feed. */
export function rawFromRss(reading: Reading, seen: Survey, language: string | null): RawFeed {
  const { feed, channel, items, restore } = reading;
  const links = atomLinks(channel);
  return {
    format: /\bversion\s*=\s*["']0/.test(seen.rootAttributes) ? 'rss0.9x' : 'rss2',
    title: firstRawText(channel, ['title'], restore),
    description: firstRawText(channel, ['description', 'itunes:summary', 'itunes:subtitle'], restore),
    site: rawLink(firstText(channel, restore, 'link')) ?? firstRelation(links, 'alternate'),
    self: firstRelation(links, 'self'),
    hub: firstRelation(links, 'hub'),
    language: firstText(channel, restore, 'language', 'dc:language') ?? language,
    updated: texts(channel, restore, 'lastBuildDate', 'pubDate', 'dc:date'),
    authors: texts(channel, restore, 'dc:creator', 'managingEditor', 'author', 'itunes:author').map(
      namedPerson,
    ),
    image: restored(feed.image?.url, restore) ?? itunesImage(channel, restore),
    items: items.map((item) => itemOf(item, reading, language)),
    warnings: [],
  };
}

/** An address as rss-parser chose it. */
function restored(value: unknown, restore: Restore): RawUrl | null {
  return typeof value === 'string' ? rawLink(restore(value)) : null;
}

function atomLinks(xml: XmlParts): XmlNode[] {
  const links = nodes(xml, 'atom:link');
  const others = nodes(xml, 'atom10:link');
  return others.length === 0 ? links : [...links, ...others];
}

function itunesImage(channel: XmlParts, restore: Restore): RawUrl | null {
  const [image] = nodes(channel, 'itunes:image');
  return image === undefined ? null : rawLink(nodeAttributes(image).href ?? nodeText(image, restore));
}

const SPARE_SUMMARIES = ['itunes:summary', 'media:description', 'itunes:subtitle'];
const TITLES = ['title', 'media:title', 'itunes:title'];

function itemOf({ item, xml }: ItemReading, { restore }: Reading, language: string | null): RawItem {
  if (nodes(xml, 'link').length > 1) throw new Declined();
  const [guid] = nodes(xml, 'guid');
  const links = atomLinks(xml);
  const permalink = guid === undefined ? undefined : nodeAttributes(guid).isPermaLink?.trim().toLowerCase();
  const description = firstRawText(xml, ['description'], restore);
  return {
    guid: guid === undefined ? null : nodeText(guid, restore).trim(),
    guidIsLink: permalink === undefined ? null : permalink !== 'false',
    link: firstRelation(links, 'alternate') ?? restored(item.link, restore),
    title: firstRawText(xml, TITLES, restore),
    summary: description ?? firstRawText(xml, SPARE_SUMMARIES, restore),
    content: firstRawText(xml, ['content:encoded'], restore, 'html'),
    authors: texts(xml, restore, 'author', 'dc:creator', 'itunes:author').map(namedPerson),
    published: texts(xml, restore, 'pubDate', 'dc:date'),
    updated: [],
    language: firstText(xml, restore, 'dc:language') ?? language,
    categories: categoriesOf(xml, restore),
    enclosures: mediaOf(xml, links),
    attached: rawLink(item.enclosure?.url) ?? firstRelation(links, 'enclosure'),
    comments: restored(item.comments, restore),
  };
}

function categoriesOf(xml: XmlParts, restore: Restore): string[] {
  const found = texts(xml, restore, 'category', 'dc:subject');
  for (const node of nodes(xml, 'itunes:category')) found.push(nodeAttributes(node).text ?? '');
  for (const list of texts(xml, restore, 'itunes:keywords')) found.push(...list.split(','));
  return found;
}
