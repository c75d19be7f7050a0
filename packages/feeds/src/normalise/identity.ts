import { createHash } from 'node:crypto';
import type { ParsedItem } from '@throughline/schema';
import { canonicalUrl } from './urls.ts';

/** What identity looks at. */
export type Identifiable = Pick<
  ParsedItem,
  'guid' | 'url' | 'title' | 'contentText' | 'summary' | 'publishedAt'
>;

/** An item that is stored already, as far as identity needs it. */
export interface KnownItem {
  /** The key it was stored under. */
  key: string;
  guid: string | null;
  url: string | null;
  title: string | null;
}

const MAX_PLAIN_KEY = 200;

/**
 * The key of one item by itself: its guid, else its canonical link, else its content. Stable across fetches and
 * restarts, at most 210 characters.
 *
 * @param feedUrl a link to the feed or to its host's front page says nothing about the item, and is not used.
 */
export function itemIdentity(item: Identifiable, feedUrl: string | null): string {
  const guid = item.guid?.trim();
  if (guid) return key('guid', guid);
  const link = linkOf(item, feedUrl);
  return link === null ? key('text', contentOf(item)) : key('url', link);
}

/**
 * The keys of all items of one reading, in order; items that are the same item have the same key.
 *
 * A guid that several different items of the feed share is joined by the link (or title). A guid that is new while
 * the item's link is stored already, and nobody else in the feed has that link, is taken for a guid that changes
 * on every fetch if the title says the same: the item keeps its stored key.
 *
 * @param known the source's stored items of late; without them only what stands in the feed itself counts.
 */
export function identifyItems(
  items: readonly Identifiable[],
  feedUrl: string | null,
  known: readonly KnownItem[] = [],
): string[] {
  const memory = new Memory(known, feedUrl);
  const shared = sharedKeys(items, feedUrl);
  const links = counted(items.map((item) => linkOf(item, feedUrl)));
  return items.map((item) => {
    const own = itemIdentity(item, feedUrl);
    if (shared.has(own))
      return memory.holdsSame(own, item) ? own : key('item', `${own} ${distinction(item, feedUrl)}`);
    if (memory.has(own)) return own;
    const link = linkOf(item, feedUrl);
    return link !== null && links.get(link) === 1 ? (memory.sameByLink(link, item) ?? own) : own;
  });
}

/** Keys that items with different links (or, without links, different titles) have in common. */
function sharedKeys(items: readonly Identifiable[], feedUrl: string | null): Set<string> {
  const distinctions = new Map<string, Set<string>>();
  for (const item of items) {
    const own = itemIdentity(item, feedUrl);
    const set = distinctions.get(own) ?? new Set();
    distinctions.set(own, set.add(distinction(item, feedUrl)));
  }
  return new Set([...distinctions].filter(([, set]) => set.size > 1).map(([own]) => own));
}

function distinction(item: Identifiable, feedUrl: string | null): string {
  return linkOf(item, feedUrl) ?? fold(item.title ?? '') ?? '';
}

/** The stored items by key and by link. */
class Memory {
  private readonly byKey = new Map<string, KnownItem>();
  private readonly byLink = new Map<string, KnownItem | null>();
  private readonly feedUrl: string | null;

  constructor(known: readonly KnownItem[], feedUrl: string | null) {
    this.feedUrl = feedUrl;
    for (const item of known) {
      this.byKey.set(item.key, item);
      const link = linkOf(item, feedUrl);
      // null: several stored items have that link, so it tells nothing.
      if (link !== null) this.byLink.set(link, this.byLink.has(link) ? null : item);
    }
  }

  has(own: string): boolean {
    return this.byKey.has(own);
  }

  /** The stored item under that key is this one, not another that shares its guid. */
  holdsSame(own: string, item: Identifiable): boolean {
    const stored = this.byKey.get(own);
    return stored !== undefined && linkOf(stored, this.feedUrl) === linkOf(item, this.feedUrl);
  }

  sameByLink(link: string, item: Identifiable): string | null {
    const stored = this.byLink.get(link);
    if (stored === undefined || stored === null) return null;
    return likeTitles(stored.title, item.title) ? stored.key : null;
  }
}

/** At least half of the words of the shorter title stand in the other. */
function likeTitles(a: string | null, b: string | null): boolean {
  const [mine, other] = [words(a), words(b)];
  if (mine.size === 0 || other.size === 0) return mine.size === other.size;
  const common = [...mine].filter((word) => other.has(word)).length;
  return common * 2 >= Math.min(mine.size, other.size);
}

function words(text: string | null): Set<string> {
  return new Set(fold(text ?? '').match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** null for no link, and for links to the feed itself or to a front page. */
function linkOf(item: { url: string | null }, feedUrl: string | null): string | null {
  if (item.url === null) return null;
  const link = canonicalUrl(item.url);
  if (!/^https:\/\/[^/?#]+[/?#]/.test(link)) return null;
  return feedUrl !== null && link === canonicalUrl(feedUrl) ? null : link;
}

function contentOf(item: Identifiable): string {
  return [fold(item.title ?? ''), fold(item.contentText ?? item.summary ?? ''), item.publishedAt ?? ''].join(
    '\n',
  );
}

function fold(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}

function key(kind: 'guid' | 'url' | 'text' | 'item', value: string): string {
  const plain = kind === 'guid' || kind === 'url';
  if (plain && value.length <= MAX_PLAIN_KEY) return `${kind}:${value}`;
  return `${kind}#${createHash('sha256').update(value).digest('hex')}`;
}

function counted(values: (string | null)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
