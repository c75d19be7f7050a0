import type { FeedFormat } from '@throughline/schema';
import { enclosuresOf } from './enclosures.ts';
import type { RawFeed, RawItem, RawPerson, RawUrl } from './raw-feed.ts';
import type { Survey } from './survey.ts';
import { Children, rawTextOf, rawUrl, textOf } from './tree-query.ts';
import { readTree, type XmlElement } from './xml-tree.ts';

/**
 * The second reader: RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, CDF, with their extensions, well-formed or not.
 *
 * Every vocabulary's elements are understood in every format (feeds mix them), in one order of trust.
 *
 * @returns null if there is nothing of a feed in the text.
 */
export function readTolerant(text: string, seen: Survey): RawFeed | null {
  const tree = readTree(text);
  const root = tree.children.find((child) => typeof child === 'object');
  if (root === undefined) return null;
  const channel = isChannel(root) ? root : (find(root, isChannel) ?? root);
  const entries = entriesOf(tree, root, channel);
  const format = formatOf(root, seen);
  if (format === null && entries.length === 0) return null;
  const feed = feedOf(new Children(channel), new Children(root));
  // RFC 4287: an entry without an author has the feed's.
  const heirs = root.name === 'atom:feed' ? feed.authors : [];
  return {
    ...feed,
    format: format ?? 'unknown',
    items: entries.map((entry) => itemOf(new Children(entry), heirs)),
    warnings: [],
  };
}

function isChannel(element: XmlElement): boolean {
  return element.name === 'channel' || element.name === 'atom:feed';
}

function isEntry(element: XmlElement): boolean {
  return element.name === 'item' || element.name === 'atom:entry' || element.name === 'entry';
}

function find(element: XmlElement, wanted: (e: XmlElement) => boolean): XmlElement | null {
  for (const child of element.children) if (typeof child === 'object' && wanted(child)) return child;
  return null;
}

/** Entries stand in the channel or beside it; only if there are none there, anywhere. */
function entriesOf(tree: XmlElement, root: XmlElement, channel: XmlElement): XmlElement[] {
  if (isEntry(root)) return [root];
  const usual = root === channel ? [root] : [channel, root];
  const found = usual.flatMap((parent) =>
    parent.children.filter((child) => typeof child === 'object' && isEntry(child)),
  );
  if (found.length > 0) return found as XmlElement[];
  const anywhere: XmlElement[] = [];
  collectEntries(tree, anywhere);
  return anywhere;
}

function collectEntries(element: XmlElement, found: XmlElement[]): void {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (isEntry(child)) found.push(child);
    else collectEntries(child, found);
  }
}

/** null: not the root of any feed. */
function formatOf(root: XmlElement, seen: Survey): FeedFormat | null {
  const version = root.attributes.version?.trim() ?? '';
  if (root.tag === 'rss') return /^0?\.9/.test(version) ? 'rss0.9x' : 'rss2';
  if (root.tag === 'rdf') return seen.rootAttributes.includes('purl.org/rss/1.0/') ? 'rss1' : 'rdf';
  if (root.name === 'atom:feed' || root.name === 'atom:entry') {
    return version.startsWith('0') || seen.rootAttributes.includes('purl.org/atom/ns') ? 'atom0.3' : 'atom1';
  }
  return root.name === 'channel' ? 'unknown' : null;
}

function feedOf(channel: Children, beside: Children): Omit<RawFeed, 'format' | 'items' | 'warnings'> {
  const links = channel.all('atom:link', 'link');
  return {
    title: channel.rawText('title', 'atom:title', 'dc:title', 'media:title'),
    description: channel.rawText(
      'description',
      'atom:subtitle',
      'atom:tagline',
      'abstract',
      'dc:description',
      'itunes:summary',
      'itunes:subtitle',
    ),
    site: siteLink(channel, links),
    self: relation(links, 'self'),
    hub: relation(links, 'hub'),
    language:
      channel.text('language', 'dc:language', 'atom:language', 'dcterms:language') ??
      channel.element.language,
    updated: channel.texts(
      'lastbuilddate',
      'atom:updated',
      'atom:modified',
      'dcterms:modified',
      'pubdate',
      'atom:published',
      'dc:date',
      'dcterms:issued',
    ),
    authors: [
      ...peopleOf(channel, 'atom:author', 'dc:creator', 'dc:author', 'managingeditor', 'author'),
      ...peopleOf(channel, 'itunes:author'),
    ],
    image: imageOf(channel) ?? imageOf(beside),
  };
}

function siteLink(channel: Children, links: XmlElement[]): RawUrl | null {
  const plain = channel.all('link').find((link) => textOf(link).trim() !== '');
  if (plain !== undefined) return rawUrl(plain, textOf(plain));
  const { element } = channel;
  return (
    alternate(links) ?? rawUrl(element, element.attributes.href) ?? rawUrl(element, channel.text('dc:source'))
  );
}

function imageOf(channel: Children): RawUrl | null {
  for (const image of channel.all('image')) {
    const url = new Children(image).firstFilled('url', 'rdf:value');
    const found = url === null ? null : rawUrl(url, textOf(url));
    if (found !== null) return found;
  }
  for (const image of channel.all(
    'itunes:image',
    'atom:logo',
    'atom:icon',
    'media:thumbnail',
    'logo',
    'image',
  )) {
    const { href, url } = image.attributes;
    const isText = image.children.every((child) => typeof child === 'string');
    const written = href ?? url ?? image.attributes['rdf:resource'] ?? (isText ? textOf(image) : '');
    const found = rawUrl(image, written);
    if (found !== null) return found;
  }
  return null;
}

const SUMMARIES = [
  'atom:summary',
  'summary',
  'description',
  'dc:description',
  'dcterms:abstract',
  'abstract',
  'itunes:summary',
  'media:description',
  'itunes:subtitle',
];

function itemOf(item: Children, heirs: RawPerson[]): RawItem {
  const { element } = item;
  const authors = [
    ...peopleOf(item, 'atom:author', 'author', 'dc:creator', 'dc:author', 'dcterms:creator'),
    ...peopleOf(item, 'itunes:author'),
  ];
  const summary = item.firstFilled(...SUMMARIES);
  const guid = item.firstFilled('guid', 'atom:id', 'dc:identifier', 'dcterms:identifier');
  const links = item.all('atom:link', 'link');
  return {
    guid: guid === null ? (element.attributes['rdf:about']?.trim() ?? null) : textOf(guid).trim(),
    guidIsLink: guid?.name === 'guid' ? guidIsLink(guid) : false,
    link: itemLink(item, links),
    title: item.rawText('title', 'atom:title', 'dc:title', 'media:title', 'itunes:title'),
    summary: summary === null ? null : rawTextOf(summary),
    content: item.rawText(
      'content:encoded',
      'atom:content',
      'xhtml:body',
      'body',
      'fullitem',
      'xhtml:div',
      ...(summary?.name === 'description' ? [] : ['description']),
    ),
    authors: authors.length > 0 ? authors : inherited(item, heirs),
    published: item.texts(
      'pubdate',
      'atom:published',
      'atom:issued',
      'dcterms:issued',
      'atom:created',
      'dcterms:created',
      'dc:date',
      'dcterms:date',
    ),
    updated: [
      ...item.texts('atom:updated', 'atom:modified', 'dcterms:modified', 'lastbuilddate'),
      ...(element.attributes.lastmod === undefined ? [] : [element.attributes.lastmod]),
    ],
    language: item.text('dc:language', 'language') ?? element.language,
    categories: categoriesOf(item),
    enclosures: enclosuresOf(item, links),
    attached: attachedFile(item, links),
    comments: commentsOf(item, links),
  };
}

/** RFC 4287: an entry without an author has that of its source, else the feed's. */
function inherited(item: Children, heirs: RawPerson[]): RawPerson[] {
  const [source] = item.all('atom:source');
  const authors = source === undefined ? [] : peopleOf(new Children(source), 'atom:author');
  return authors.length > 0 ? authors : heirs;
}

function guidIsLink(guid: XmlElement): boolean | null {
  const says = guid.attributes.ispermalink?.trim().toLowerCase();
  return says === undefined ? null : says !== 'false';
}

function itemLink(item: Children, links: XmlElement[]): RawUrl | null {
  const page = alternate(links);
  if (page !== null) return page;
  const plain = item.all('link').find((link) => textOf(link).trim() !== '');
  if (plain !== undefined) return rawUrl(plain, textOf(plain));
  const { element } = item;
  return rawUrl(element, element.attributes.href);
}

/** `rel="alternate"` or none, HTML before other types. */
function alternate(links: XmlElement[]): RawUrl | null {
  const pages = links.filter(
    ({ attributes: { rel, href } }) => href !== undefined && /^(alternate)?$/i.test(rel?.trim() ?? ''),
  );
  const html = pages.find((link) => /^text\/html|xhtml/i.test(link.attributes.type ?? 'text/html'));
  const chosen = html ?? pages[0];
  const href = chosen?.attributes.href;
  if (chosen === undefined || href === undefined) return null;
  // An empty reference names the base itself, which only `xml:base` makes a page.
  return href.trim() === '' && chosen.base !== null
    ? { value: chosen.base, base: null }
    : rawUrl(chosen, href);
}

function relation(links: XmlElement[], rel: string): RawUrl | null {
  const link = links.find((l) => l.attributes.rel?.toLowerCase().split(/\s+/).includes(rel));
  return link === undefined ? null : rawUrl(link, link.attributes.href);
}

function commentsOf(item: Children, links: XmlElement[]): RawUrl | null {
  const comments = item.firstFilled('comments');
  if (comments !== null) return rawUrl(comments, textOf(comments));
  return relation(
    links.filter((link) => /html/i.test(link.attributes.type ?? 'html')),
    'replies',
  );
}

function peopleOf(parent: Children, ...names: string[]): RawPerson[] {
  return parent.all(...names).map(personOf);
}

function personOf(element: XmlElement): RawPerson {
  const parts = new Children(element);
  const url = parts.firstFilled('atom:uri', 'atom:url', 'atom:homepage', 'uri', 'url');
  const structured = element.children.some((child) => typeof child === 'object');
  return {
    name: structured ? parts.text('atom:name', 'name') : textOf(element).trim(),
    email: parts.text('atom:email', 'email'),
    url: url === null ? null : rawUrl(url, textOf(url)),
  };
}

function attachedFile(item: Children, links: XmlElement[]): RawUrl | null {
  const [file] = item.all('enclosure');
  if (file !== undefined) return rawUrl(file, file.attributes.url);
  const content = item.all('atom:content').find(({ attributes }) => attributes.src !== undefined);
  return (
    relation(links, 'enclosure') ?? (content === undefined ? null : rawUrl(content, content.attributes.src))
  );
}

function categoriesOf(item: Children): string[] {
  const labelled = item
    .all('atom:category', 'category', 'media:category', 'itunes:category')
    .map((category) => {
      const { label, term, text } = category.attributes;
      return label ?? (textOf(category).trim() || (term ?? text ?? ''));
    });
  const listed = item.texts('itunes:keywords', 'media:keywords').flatMap((list) => list.split(','));
  return [...labelled, ...item.texts('dc:subject', 'dcterms:subject'), ...listed];
}
