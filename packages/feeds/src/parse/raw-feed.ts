import type { FeedFormat } from '@throughline/schema';

/**
 * What a reader found, as written in the feed: nothing resolved, sanitised or dated yet. Both readers and the
 * JSON reader meet here, and `normalise/` turns it into the one normal form.
 */
export interface RawFeed {
  format: FeedFormat;
  title: RawText | null;
  description: RawText | null;
  site: RawUrl | null;
  self: RawUrl | null;
  hub: RawUrl | null;
  language: string | null;
  /** Candidates in order of trust; the first readable one counts. */
  updated: string[];
  authors: RawPerson[];
  image: RawUrl | null;
  items: RawItem[];
  warnings: string[];
}

export interface RawItem {
  guid: string | null;
  /** null: the feed does not say. */
  guidIsLink: boolean | null;
  link: RawUrl | null;
  title: RawText | null;
  summary: RawText | null;
  content: RawText | null;
  authors: RawPerson[];
  /** Candidates in order of trust; the first readable one counts. */
  published: string[];
  updated: string[];
  language: string | null;
  categories: string[];
  enclosures: RawEnclosure[];
  /** The file that the item is about, for items without a page. */
  attached: RawUrl | null;
  comments: RawUrl | null;
}

/** `unsure` is RSS: HTML if it looks like HTML, else plain. */
export type TextKind = 'text' | 'html' | 'unsure';

export interface RawText {
  value: string;
  kind: TextKind;
  /** Absolute base for links inside, null = the feed's own address. */
  base: string | null;
}

export interface RawUrl {
  value: string;
  base: string | null;
}

/** `name` may hold more than a name ("me@example.com (Me)"): the normaliser takes it apart. */
export interface RawPerson {
  name: string | null;
  email: string | null;
  url: RawUrl | null;
}

export interface RawEnclosure {
  url: RawUrl;
  type: string | null;
  length: string | null;
}
