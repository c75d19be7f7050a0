import type { RawEnclosure } from './raw-feed.ts';
import { Children, rawUrl } from './tree-query.ts';
import type { XmlElement } from './xml-tree.ts';

/** Attached files of an item: RSS, Atom and Media RSS (also inside its groups), pictures last. */
export function enclosuresOf(item: Children, links: XmlElement[]): RawEnclosure[] {
  const attached = links.filter((link) => /\benclosure\b/i.test(link.attributes.rel ?? ''));
  const groups = item.all('media:group').map((group) => new Children(group));
  const media = [item, ...groups].flatMap((part) => part.all('media:content'));
  const pictures = [item, ...groups, ...media.map((content) => new Children(content))].flatMap((part) =>
    part.all('media:thumbnail'),
  );
  return [...item.all('enclosure'), ...attached, ...media, ...pictures].flatMap((element) => {
    const { url, href, type, length, filesize } = element.attributes;
    const address = rawUrl(element, url ?? href);
    return address === null ? [] : [{ url: address, type: type ?? null, length: length ?? filesize ?? null }];
  });
}
