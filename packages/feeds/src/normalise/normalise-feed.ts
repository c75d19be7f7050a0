import type { Enclosure, ParsedFeed, ParsedFeedMeta, ParsedItem } from '@throughline/schema';
import type { RawEnclosure, RawFeed, RawItem, RawText, RawUrl } from '../parse/raw-feed.ts';
import { readDate } from './dates.ts';
import { htmlToText } from './html-text.ts';
import { normaliseLanguage } from './language.ts';
import { normalisePeople } from './people.ts';
import { MAX_HTML } from './sanitize.ts';
import { htmlOf, isHtml, plainLine } from './text-field.ts';
import { effectiveBase, resolveUrl } from './urls.ts';

/**
 * Raw readings to the one normal form: addresses absolute, dates in UTC, text plain, HTML sanitised.
 *
 * @param url the feed's own address, null if unknown.
 */
export function normaliseFeed(raw: RawFeed, url: string | null): ParsedFeed {
  const warnings = new Warnings(raw.warnings);
  const base = baseOf(raw, url);
  const feed = normaliseMeta(raw, base, warnings);
  const items = raw.items.map((item) => normaliseItem(item, base, feed.language, warnings));
  return { format: raw.format, feed, items, warnings: warnings.list() };
}

/**
 * What relative addresses are meant against: in RSS the site (such feeds are written for its pages and often moved
 * to another host), else the feed itself.
 */
function baseOf(raw: RawFeed, url: string | null): string | null {
  const site = urlOf(raw.site, url);
  const self = urlOf(raw.self, url);
  if (/^(rss|rdf)/.test(raw.format)) return site ?? self ?? url;
  return url ?? self ?? site;
}

function normaliseMeta(raw: RawFeed, base: string | null, warnings: Warnings): ParsedFeedMeta {
  return {
    title: plainLine(raw.title),
    description: textOf(raw.description),
    siteUrl: urlOf(raw.site, base),
    selfUrl: urlOf(raw.self, base),
    hubUrl: urlOf(raw.hub, base),
    language: normaliseLanguage(raw.language),
    updatedAt: firstDate(raw.updated, warnings),
    authors: normalisePeople(raw.authors, base),
    imageUrl: urlOf(raw.image, base),
  };
}

function normaliseItem(
  raw: RawItem,
  base: string | null,
  language: string | null,
  warnings: Warnings,
): ParsedItem {
  const body = raw.content ?? raw.summary;
  if (body !== null && body.value.length > MAX_HTML)
    warnings.add('The text of an item was too long and was cut off.');
  const contentHtml = htmlOf(body, effectiveBase(body?.base ?? null, base));
  const contentText = contentHtml === null ? null : htmlToText(contentHtml) || null;
  return {
    guid: guidOf(raw, base),
    url: itemUrl(raw, base),
    title: plainLine(raw.title),
    summary: raw.content === null ? contentText : textOf(raw.summary),
    contentHtml,
    contentText,
    authors: normalisePeople(raw.authors, base),
    publishedAt: firstDate(raw.published, warnings),
    updatedAt: firstDate(raw.updated, warnings),
    language: normaliseLanguage(raw.language) ?? language,
    categories: distinct(raw.categories.map((name) => plainCategory(name))),
    enclosures: normaliseEnclosures(raw.enclosures, base),
    commentsUrl: urlOf(raw.comments, base),
  };
}

/** As written (identifiers are compared by the character), except a path, which names nothing by itself. */
function guidOf({ guid }: RawItem, base: string | null): string | null {
  if (guid === null || guid === '') return null;
  return /^\/[^/\s]/.test(guid) ? (resolveUrl(guid, base) ?? guid) : guid;
}

/** Readable text of a field, line breaks kept; no markup comes out, so none needs cleaning. */
function textOf(text: RawText | null): string | null {
  if (text === null) return null;
  const readable = isHtml(text) ? htmlToText(text.value) : text.value.trim();
  return readable === '' ? null : readable;
}

function plainCategory(name: string): string {
  return plainLine({ value: name, kind: 'unsure', base: null }) ?? '';
}

function distinct(names: string[]): string[] {
  return [...new Set(names)].filter((name) => name !== '');
}

/** The link, else a guid that is an address and does not say that it is none. */
function itemUrl(raw: RawItem, base: string | null): string | null {
  const link = urlOf(raw.link, base);
  if (link !== null) return link;
  const guid = raw.guid ?? '';
  const isLink = raw.guidIsLink === true || (raw.guidIsLink === null && /^https?:\/\//i.test(guid));
  if (isLink || (raw.guidIsLink !== null && /^https?:\/\/\S+$/i.test(guid) && raw.link === null)) {
    return resolveUrl(guid, base);
  }
  // Podcasts without pages: the file is all there is to open.
  return raw.attached === null ? null : urlOf(raw.attached, base);
}

function urlOf(url: RawUrl | null, base: string | null): string | null {
  return url === null ? null : resolveUrl(url.value, effectiveBase(url.base, base));
}

function firstDate(candidates: string[], warnings: Warnings): string | null {
  for (const written of candidates) {
    const date = readDate(written);
    if (date !== null) return date;
    warnings.add(`A date could not be read: "${written.slice(0, 60)}".`);
  }
  return null;
}

function normaliseEnclosures(raw: RawEnclosure[], base: string | null): Enclosure[] {
  const found = new Map<string, Enclosure>();
  for (const { url, type, length } of raw) {
    const address = urlOf(url, base);
    if (address === null || found.has(address)) continue;
    found.set(address, { url: address, type: type?.trim() || null, length: readLength(length) });
  }
  return [...found.values()];
}

function readLength(length: string | null): number | null {
  const digits = length?.replace(/[,.\s]/g, '') ?? '';
  const value = /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
  return Number.isSafeInteger(value) && value > 0 ? value : null;
}

const MAX_WARNINGS = 20;

/** Sentences for people, each once, and not without end. */
class Warnings {
  private readonly sentences: Set<string>;
  private dropped = 0;

  constructor(first: string[]) {
    this.sentences = new Set(first);
  }

  add(sentence: string): void {
    if (this.sentences.has(sentence)) return;
    if (this.sentences.size < MAX_WARNINGS) this.sentences.add(sentence);
    else this.dropped++;
  }

  list(): string[] {
    return this.dropped === 0 ? [...this.sentences] : [...this.sentences, `${this.dropped} more warnings.`];
  }
}
