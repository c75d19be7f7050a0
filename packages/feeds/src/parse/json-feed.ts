import { z } from 'zod';
import type { RawEnclosure, RawFeed, RawItem, RawPerson, RawText, RawUrl } from './raw-feed.ts';

/** A wrong type in an optional field costs that field, not the feed. */
const text = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .catch(null);
const list = <T extends z.ZodType>(of: T) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((values) => values.flatMap((value) => of.safeParse(value).data ?? []) as z.output<T>[]);

const Person = z.object({ name: text, url: text, avatar: text });
const Attachment = z.object({
  url: z.string(),
  mime_type: text,
  size_in_bytes: z.number().nullish().catch(null),
});
const Item = z.object({
  id: text,
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  image: text,
  date_published: text,
  date_modified: text,
  author: Person.nullish().catch(null),
  authors: list(Person).optional(),
  tags: list(z.string()).optional(),
  language: text,
  attachments: list(Attachment).optional(),
});
const Hub = z.object({ type: text, url: text });

/** JSON Feed 1.0 and 1.1. Unknown members are ignored. */
const JsonFeed = z.object({
  version: text,
  title: text,
  home_page_url: text,
  feed_url: text,
  description: text,
  icon: text,
  favicon: text,
  language: text,
  author: Person.nullish().catch(null),
  authors: list(Person).optional(),
  hubs: list(Hub).optional(),
  items: list(Item),
});

/** @returns null if the value is JSON of some other kind. */
export function readJsonFeed(value: unknown): RawFeed | null {
  const parsed = JsonFeed.safeParse(value);
  if (!parsed.success) return null;
  const feed = parsed.data;
  const isFeed = feed.version?.includes('jsonfeed.org') ?? false;
  if (!isFeed && (feed.items.length === 0 || typeof feed.title !== 'string')) return null;
  return {
    format: 'jsonfeed1',
    title: plain(feed.title),
    description: plain(feed.description),
    site: url(feed.home_page_url),
    self: url(feed.feed_url),
    hub: url(feed.hubs?.find((hub) => hub.type?.toLowerCase() === 'websub')?.url ?? feed.hubs?.[0]?.url),
    language: feed.language ?? null,
    updated: [],
    authors: people(feed),
    image: url(feed.icon ?? feed.favicon),
    items: feed.items.map(itemOf),
    warnings: isFeed ? [] : ['The feed does not name its version of JSON Feed.'],
  };
}

function itemOf(item: z.output<typeof Item>): RawItem {
  const content = item.content_html ? html(item.content_html) : plain(item.content_text);
  const image: RawEnclosure[] = item.image
    ? [{ url: { value: item.image, base: null }, type: null, length: null }]
    : [];
  const attached = (item.attachments ?? []).map((file) => ({
    url: { value: file.url, base: null },
    type: file.mime_type ?? null,
    length: file.size_in_bytes == null ? null : String(file.size_in_bytes),
  }));
  return {
    guid: item.id ?? null,
    guidIsLink: null,
    link: url(item.url ?? item.external_url),
    title: plain(item.title),
    summary: plain(item.summary),
    content,
    authors: people(item),
    published: item.date_published ? [item.date_published] : [],
    updated: item.date_modified ? [item.date_modified] : [],
    language: item.language ?? null,
    categories: item.tags ?? [],
    enclosures: [...attached, ...image],
    attached: null,
    comments: null,
  };
}

type Authored = {
  author?: z.output<typeof Person> | null | undefined;
  authors?: z.output<typeof Person>[] | undefined;
};

/** 1.1's list, else 1.0's single author. */
function people({ author, authors }: Authored): RawPerson[] {
  const all = authors !== undefined && authors.length > 0 ? authors : author ? [author] : [];
  return all.map((person) => ({ name: person.name ?? null, email: null, url: url(person.url) }));
}

function plain(value: string | null | undefined): RawText | null {
  return value ? { value, kind: 'text', base: null } : null;
}

function html(value: string): RawText {
  return { value, kind: 'html', base: null };
}

function url(value: string | null | undefined): RawUrl | null {
  return value ? { value, base: null } : null;
}
