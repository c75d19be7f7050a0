import type { CopiedEntry, Edit, Replacement, SampleTopic, WireEntry, WrittenEntry } from './entry.ts';

export type SampleRevision = {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly note: string | null;
};

/** What a careful reader says of an item: the yardstick for taggers, duplicate finders and clustering. */
export type SampleGold = {
  readonly topics: readonly SampleTopic[];
  /** Items with the same value report the same event; an item that stands alone has its own key here. */
  readonly story: string;
  /** Key of the text that this one was taken from, whatever happened to it on the way. */
  readonly copyOf: string | null;
  /** `copy` word for word, `abridged` shortened, `changed` with another figure or fact. */
  readonly relation: 'copy' | 'abridged' | 'changed' | null;
  /** `copyOf` for plain and abridged copies; null where a figure was changed. */
  readonly duplicateOf: string | null;
  readonly updateOf: string | null;
};

export type SampleItem = {
  readonly key: string;
  /** Source key. */
  readonly source: string;
  readonly language: string | null;
  readonly author: string | null;
  readonly categories: readonly string[];
  /** The feed carries the first paragraph only. */
  readonly teaser: boolean;
  /** Oldest first, at least one. */
  readonly revisions: readonly [SampleRevision, ...SampleRevision[]];
  readonly gold: SampleGold;
};

/** Minutes are enough for a wire that people write by hand. */
const instant = (at: string): string => new Date(`${at}:00Z`).toISOString();

const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph.length > 0);

function replaceAll(text: string, replacements: readonly Replacement[], key: string): string {
  return replacements.reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`sample item ${key}: "${from}" is not in the text`);
    return changed.replaceAll(from, to);
  }, text);
}

function applyEdit(before: SampleRevision, edit: Edit, key: string): SampleRevision {
  const body = replaceAll(before.paragraphs.join('\n\n'), edit.replace ?? [], key);
  return {
    at: instant(edit.at),
    title: edit.title ?? before.title,
    paragraphs: paragraphsOf(`${body}\n\n${edit.append ?? ''}`),
    note: edit.note ?? before.note,
  };
}

const isCopy = (entry: WireEntry): entry is CopiedEntry => 'copyOf' in entry;

function originalOf(entry: CopiedEntry, written: ReadonlyMap<string, WrittenEntry>): WrittenEntry {
  const original = written.get(entry.copyOf);
  if (original === undefined) throw new Error(`sample item ${entry.key}: no original ${entry.copyOf}`);
  return original;
}

function copiedText(entry: CopiedEntry, original: WrittenEntry): string {
  const paragraphs = paragraphsOf(original.text);
  const kept = entry.keep?.map((index) => paragraphs[index] ?? '') ?? paragraphs;
  return `${replaceAll(kept.join('\n\n'), entry.replace ?? [], entry.key)}\n\n${entry.credit ?? ''}`;
}

function goldOfCopy(entry: CopiedEntry, original: WrittenEntry): SampleGold {
  const relation = entry.changed ? 'changed' : entry.keep ? 'abridged' : 'copy';
  return {
    topics: entry.topics ?? original.topics ?? [],
    story: entry.story ?? original.story ?? original.key,
    copyOf: original.key,
    relation,
    duplicateOf: relation === 'changed' ? null : original.key,
    updateOf: entry.updateOf ?? null,
  };
}

function goldOf(entry: WrittenEntry): SampleGold {
  return {
    topics: entry.topics ?? [],
    story: entry.story ?? entry.key,
    copyOf: null,
    relation: null,
    duplicateOf: null,
    updateOf: entry.updateOf ?? null,
  };
}

function compile(entry: WireEntry, written: ReadonlyMap<string, WrittenEntry>): SampleItem {
  const original = isCopy(entry) ? originalOf(entry, written) : entry;
  const first: SampleRevision = {
    at: instant(entry.at),
    title: entry.title ?? original.title,
    paragraphs: paragraphsOf(isCopy(entry) ? copiedText(entry, original) : entry.text),
    note: null,
  };
  const later: SampleRevision[] = [];
  for (const edit of entry.edits ?? []) later.push(applyEdit(later.at(-1) ?? first, edit, entry.key));
  return {
    key: entry.key,
    source: entry.feed,
    language: entry.language ?? null,
    author: entry.by ?? null,
    categories: entry.category ?? [],
    teaser: entry.teaser ?? false,
    revisions: [first, ...later],
    gold: isCopy(entry) ? goldOfCopy(entry, original) : goldOf(entry),
  };
}

/**
 * Turns written entries into items with their revisions and gold, oldest first.
 * @throws Error when an edit replaces words that are not there, or a copy has no original: a fault in the data.
 */
export function compileEntries(entries: readonly WireEntry[]): readonly SampleItem[] {
  const written = new Map<string, WrittenEntry>();
  for (const entry of entries) if (!isCopy(entry)) written.set(entry.key, entry);
  const order = (a: SampleItem, b: SampleItem) =>
    Date.parse(a.revisions[0].at) - Date.parse(b.revisions[0].at) || (a.key < b.key ? -1 : 1);
  return entries.map((entry) => compile(entry, written)).sort(order);
}

/** The revision that readers see at a moment of the wire's time, or null before publication. */
export function revisionAt(item: SampleItem, wireTime: Date): SampleRevision | null {
  return item.revisions.findLast((revision) => Date.parse(revision.at) <= wireTime.getTime()) ?? null;
}
