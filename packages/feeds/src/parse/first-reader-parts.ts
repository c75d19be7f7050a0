import type { RawEnclosure, RawPerson, RawText, RawUrl, TextKind } from './raw-feed.ts';
import { nodeAttributes, nodes, nodeText, type XmlNode, type XmlParts } from './rss-parser-reading.ts';

/** The first of the named elements that says anything, as text of the given kind. */
export function firstRawText(
  parent: XmlParts,
  names: readonly string[],
  kind: TextKind = 'unsure',
): RawText | null {
  for (const name of names) {
    for (const node of nodes(parent, name)) {
      const value = nodeText(node);
      if (value.trim() !== '') return { value, kind, base: null };
    }
  }
  return null;
}

export function rawLink(value: unknown): RawUrl | null {
  if (typeof value !== 'string') return null;
  const trimmed = value.trim();
  return trimmed === '' ? null : { value: trimmed, base: null };
}

/** `href` of the first link of a relation, web pages before other types; a link without `rel` is an alternate. */
export function firstRelation(links: XmlNode[], relation: string): RawUrl | null {
  let other: string | undefined;
  for (const link of links) {
    const { rel = '', type, href } = nodeAttributes(link);
    const relations = rel.trim() === '' ? 'alternate' : rel.toLowerCase();
    if (relations !== relation && !relations.split(/\s+/).includes(relation)) continue;
    if (type === undefined || /html/i.test(type)) return rawLink(href);
    other ??= href;
  }
  return rawLink(other);
}

export function namedPerson(name: string): RawPerson {
  return { name, email: null, url: null };
}

/** Attached files, in the order of the second reader: RSS, Atom, Media RSS, pictures last. */
export function mediaOf(xml: XmlParts, links: XmlNode[]): RawEnclosure[] {
  const found: RawEnclosure[] = [];
  for (const file of nodes(xml, 'enclosure')) addFile(found, file);
  for (const link of links) if (/\benclosure\b/i.test(nodeAttributes(link).rel ?? '')) addFile(found, link);
  const media = nodes(xml, 'media:content');
  for (const file of media) addFile(found, file);
  for (const picture of nodes(xml, 'media:thumbnail')) addFile(found, picture);
  for (const file of media) {
    if (typeof file !== 'string')
      for (const picture of nodes(file, 'media:thumbnail')) addFile(found, picture);
  }
  return found;
}

function addFile(found: RawEnclosure[], node: XmlNode): void {
  const { url, href, type, length, fileSize } = nodeAttributes(node);
  const address = rawLink(url ?? href);
  if (address !== null) found.push({ url: address, type: type ?? null, length: length ?? fileSize ?? null });
}
