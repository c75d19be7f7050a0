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
  texts,
  type XmlNode,
  type XmlParts,
} from './rss-parser-reading.ts';

/** rss-parser's reading of Atom 1.0 as raw feed. */
export function rawFromAtom(reading: Reading, language: string | null): RawFeed {
  const { channel, items } = reading;
  const links = nodes(channel, 'link');
  const authors = peopleOf(channel);
  return {
    format: 'atom1',
    title: atomText(nodes(channel, 'title')),
    description: atomText(nodes(channel, 'subtitle')),
    site: firstRelation(links, 'alternate'),
    self: firstRelation(links, 'self'),
    hub: firstRelation(links, 'hub'),
    language,
    updated: texts(channel, 'updated'),
    authors,
    image: rawLink(firstText(channel, 'logo', 'icon')),
    items: items.map((item) => itemOf(item, authors, language)),
    warnings: [],
  };
}

/** RFC 4287: an entry without an author has the feed's. */
function itemOf({ item, xml }: ItemReading, feedAuthors: RawPerson[], language: string | null): RawItem {
  const links = nodes(xml, 'link');
  const own = peopleOf(xml);
  return {
    guid: item.id === undefined ? null : String(item.id).trim(),
    guidIsLink: false,
    link: firstRelation(links, 'alternate'),
    title: atomText(nodes(xml, 'title')) ?? atomText(nodes(xml, 'media:title')),
    summary: atomText(nodes(xml, 'summary')),
    content: atomText(nodes(xml, 'content')),
    authors: own.length > 0 ? own : feedAuthors,
    published: texts(xml, 'published'),
    updated: texts(xml, 'updated'),
    language,
    categories: nodes(xml, 'category').map((node) => {
      const { label, term } = nodeAttributes(node);
      return label ?? (nodeText(node).trim() || (term ?? ''));
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
function atomText(found: XmlNode[]): RawText | null {
  for (const node of found) {
    const { type = '' } = nodeAttributes(node);
    const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
    if (kind === undefined) throw new Declined();
    const value = nodeText(node);
    if (value.trim() !== '') return { value, kind, base: null };
  }
  return null;
}

function peopleOf(parent: XmlParts): RawPerson[] {
  return nodes(parent, 'author').map((author) => {
    if (typeof author === 'string') return { name: author, email: null, url: null };
    const name = firstText(author, 'name') ?? ((author._ ?? '').trim() || null);
    return {
      name,
      email: firstText(author, 'email'),
      url: rawLink(firstText(author, 'uri')),
    };
  });
}
