import { firstRelation, mediaOf, rawLink } from './first-reader-parts.ts';
import type { RawFeed, RawItem, RawPerson, RawText } from './raw-feed.ts';
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

/** rss-parser's reading of Atom 1.0 as raw feed. */
export function rawFromAtom(reading: Reading, language: string | null): RawFeed {
  const { channel, items, restore } = reading;
  const links = nodes(channel, 'link');
  const authors = peopleOf(channel, restore);
  return {
    format: 'atom1',
    title: atomText(nodes(channel, 'title'), restore),
    description: atomText(nodes(channel, 'subtitle'), restore),
    site: firstRelation(links, 'alternate'),
    self: firstRelation(links, 'self'),
    hub: firstRelation(links, 'hub'),
    language,
    updated: texts(channel, restore, 'updated'),
    authors,
    image: rawLink(firstText(channel, restore, 'logo', 'icon')),
    items: items.map((item) => itemOf(item, reading, authors, language)),
    warnings: [],
  };
}

/** RFC 4287: an entry without an author has the feed's. */
function itemOf(
  { item, xml }: ItemReading,
  { restore }: Reading,
  feedAuthors: RawPerson[],
  language: string | null,
): RawItem {
  const links = nodes(xml, 'link');
  const own = peopleOf(xml, restore);
  return {
    guid: item.id === undefined ? null : restore(String(item.id)).trim(),
    guidIsLink: false,
    link: firstRelation(links, 'alternate'),
    title: atomText(nodes(xml, 'title'), restore) ?? atomText(nodes(xml, 'media:title'), restore),
    summary: atomText(nodes(xml, 'summary'), restore),
    content: atomText(nodes(xml, 'content'), restore),
    authors: own.length > 0 ? own : feedAuthors,
    published: texts(xml, restore, 'published'),
    updated: texts(xml, restore, 'updated'),
    language,
    categories: nodes(xml, 'category').map((node) => {
      const { label, term } = nodeAttributes(node);
      return label ?? (nodeText(node, restore).trim() || (term ?? ''));
    }),
    enclosures: mediaOf(xml, links),
    attached: firstRelation(links, 'enclosure'),
    comments: firstRelation(
      links.filter((link) => /html/i.test(nodeAttributes(link).type ?? 'html')),
      'replies',
    ),
  };
}

const KINDS: Record<string, RawText['kind']> = {
  '': 'unsure',
  text: 'text',
  'text/plain': 'text',
  html: 'html',
  'text/html': 'html',
};

/** Declines XHTML and other media types: rss-parser does not keep the order of mixed content. */
function atomText(found: XmlNode[], restore: Restore): RawText | null {
  for (const node of found) {
    const { type = '' } = nodeAttributes(node);
    const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
    if (kind === undefined) throw new Declined();
    const value = nodeText(node, restore);
    if (value.trim() !== '') return { value, kind, base: null };
  }
  return null;
}

function peopleOf(parent: XmlParts, restore: Restore): RawPerson[] {
  return nodes(parent, 'author').map((author) => {
    if (typeof author === 'string') return { name: restore(author), email: null, url: null };
    const name = firstText(author, restore, 'name') ?? (restore(author._ ?? '').trim() || null);
    return {
      name,
      email: firstText(author, restore, 'email'),
      url: rawLink(firstText(author, restore, 'uri')),
    };
  });
}
