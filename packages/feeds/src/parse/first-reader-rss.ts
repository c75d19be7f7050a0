import { firstRelation, mediaOf, namedPeople, rawLink, rawTextOf } from './first-reader-parts.ts';
import type { RawFeed, RawItem, RawUrl } from './raw-feed.ts';
import {
  Declined,
  type ItemReading,
  nodeAttributes,
  nodes,
  nodeText,
  type Reading,
  texts,
} from './rss-parser-reading.ts';
import type { Survey } from './survey.ts';

/** rss-parser's reading of RSS 0.9x and 2.0 as raw feed. */
export function rawFromRss(
  { feed, channel, items }: Reading,
  seen: Survey,
  language: string | null,
): RawFeed {
  const links = nodes(channel, 'atom:link', 'atom10:link');
  return {
    format: /\bversion\s*=\s*["']0/.test(seen.rootAttributes) ? 'rss0.9x' : 'rss2',
    title: rawTextOf(nodes(channel, 'title')),
    description: rawTextOf(nodes(channel, 'description', 'itunes:summary', 'itunes:subtitle')),
    site: rawLink(texts(channel, 'link')[0]) ?? firstRelation(links, 'alternate'),
    self: firstRelation(links, 'self'),
    hub: firstRelation(links, 'hub'),
    language: texts(channel, 'language', 'dc:language')[0] ?? language,
    updated: texts(channel, 'lastBuildDate', 'pubDate', 'dc:date'),
    authors: [
      ...namedPeople(texts(channel, 'dc:creator', 'managingEditor', 'author')),
      ...namedPeople(texts(channel, 'itunes:author')),
    ],
    image: rawLink(feed.image?.url) ?? itunesImage(channel),
    items: items.map((reading) => itemOf(reading, language)),
    warnings: [],
  };
}

function itunesImage(channel: Reading['channel']): RawUrl | null {
  const [image] = nodes(channel, 'itunes:image');
  return image === undefined ? null : rawLink(nodeAttributes(image).href ?? nodeText(image));
}

function itemOf({ item, xml }: ItemReading, language: string | null): RawItem {
  if (nodes(xml, 'link').length > 1) throw new Declined();
  const [guid] = nodes(xml, 'guid');
  const links = nodes(xml, 'atom:link', 'atom10:link');
  const permalink = guid === undefined ? undefined : nodeAttributes(guid).isPermaLink?.trim().toLowerCase();
  const description = rawTextOf(nodes(xml, 'description'));
  const spare = rawTextOf(nodes(xml, 'itunes:summary', 'media:description', 'itunes:subtitle'));
  return {
    guid: guid === undefined ? null : nodeText(guid).trim(),
    guidIsLink: permalink === undefined ? null : permalink !== 'false',
    link: firstRelation(links, 'alternate') ?? rawLink(item.link),
    title: rawTextOf(nodes(xml, 'title', 'media:title', 'itunes:title')),
    summary: description ?? spare,
    content: rawTextOf(nodes(xml, 'content:encoded'), 'html'),
    authors: [
      ...namedPeople(texts(xml, 'author', 'dc:creator')),
      ...namedPeople(texts(xml, 'itunes:author')),
    ],
    published: texts(xml, 'pubDate', 'dc:date'),
    updated: [],
    language: texts(xml, 'dc:language')[0] ?? language,
    categories: texts(xml, 'category', 'dc:subject'),
    enclosures: mediaOf(xml, links),
    attached: rawLink(item.enclosure?.url) ?? firstRelation(links, 'enclosure'),
    comments: rawLink(item.comments),
  };
}
