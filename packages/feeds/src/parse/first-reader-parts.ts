import type { RawEnclosure, RawPerson, RawText, RawUrl, TextKind } from './raw-feed.ts';
import { nodeAttributes, nodes, nodeText, type XmlNode, type XmlParts } from './rss-parser-reading.ts';

/** The first element that says anything, as text of the given kind. */
export function rawTextOf(found: XmlNode[], kind: TextKind = 'unsure'): RawText | null {
  for (const node of found) {
    const value = nodeText(node);
    if (value.trim() !== '') return { value, kind, base: null };
  }
  return null;
}

export function rawLink(value: unknown): RawUrl | null {
  return typeof value === 'string' && value.trim() !== '' ? { value: value.trim(), base: null } : null;
}

/** `href` of the first link of a relation; a link without `rel` is an alternate. */
export function firstRelation(links: XmlNode[], relation: string): RawUrl | null {
  const all = links.map(nodeAttributes).filter(({ rel = '' }) => {
    const relations = rel.trim() === '' ? ['alternate'] : rel.toLowerCase().split(/\s+/);
    return relations.includes(relation);
  });
  const page = all.find(({ type }) => type === undefined || /html/i.test(type));
  return rawLink((page ?? all[0])?.href);
}

export function namedPeople(names: string[]): RawPerson[] {
  return names.map((name) => ({ name, email: null, url: null }));
}

/** Attached files, in the order of the second reader: RSS, Atom, Media RSS, pictures last. */
export function mediaOf(xml: XmlParts, links: XmlNode[]): RawEnclosure[] {
  const attached = links.filter((link) => /\benclosure\b/i.test(nodeAttributes(link).rel ?? ''));
  const media = nodes(xml, 'media:content');
  const inner = media.flatMap((node) => (typeof node === 'string' ? [] : nodes(node, 'media:thumbnail')));
  const all = [...nodes(xml, 'enclosure'), ...attached, ...media, ...nodes(xml, 'media:thumbnail'), ...inner];
  return all.flatMap((node) => {
    const { url, href, type, length, fileSize } = nodeAttributes(node);
    const address = rawLink(url ?? href);
    return address === null ? [] : [{ url: address, type: type ?? null, length: length ?? fileSize ?? null }];
  });
}
