/** The shape in which the wire is written, one object an item. `compileEntries` turns it into `SampleItem`s. */

export type SampleTopic = 'isis-k' | 'tariffs' | 'unsc' | 'climate';

/** Exact words and what replaces them; the old words must occur. */
export type Replacement = readonly [from: string, to: string];

/** A later revision of the same item: what the publisher changed, and when (UTC, `YYYY-MM-DDTHH:mm`). */
export type Edit = {
  readonly at: string;
  readonly title?: string;
  readonly replace?: readonly Replacement[];
  /** Paragraphs added at the end. */
  readonly append?: string;
  /** The publisher's own note, shown on the article page. */
  readonly note?: string;
};

type EntryBase = {
  /** Unique for ever; the item's id is made of it. */
  readonly key: string;
  /** Key of a sample source. */
  readonly feed: string;
  /** First publication, UTC, `YYYY-MM-DDTHH:mm`. */
  readonly at: string;
  readonly by?: string;
  readonly category?: readonly string[];
  /** Where it differs from the source's own. */
  readonly language?: string;
  /** The feed carries the first paragraph only; the article page carries all. */
  readonly teaser?: boolean;
  readonly edits?: readonly Edit[];
  /** Gold: which of the four topics a curator wants it for. */
  readonly topics?: readonly SampleTopic[];
  /** Gold: the event that it reports; without one the item stands alone. */
  readonly story?: string;
  /** Gold: the earlier item whose news it carries on. */
  readonly updateOf?: string;
};

/** An item written for its outlet. Paragraphs are separated by an empty line. */
export type WrittenEntry = EntryBase & { readonly title: string; readonly text: string };

/** An item taken from another one, as outlets run agency copy. Topics and story are the original's. */
export type CopiedEntry = EntryBase & {
  readonly copyOf: string;
  readonly title?: string;
  /** Paragraphs (from 0) that survived the desk; all when absent. */
  readonly keep?: readonly number[];
  readonly replace?: readonly Replacement[];
  /** A credit line at the end. */
  readonly credit?: string;
  /** The copy changes a figure or a fact: it must not pass as a plain duplicate. */
  readonly changed?: boolean;
};

export type WireEntry = WrittenEntry | CopiedEntry;
