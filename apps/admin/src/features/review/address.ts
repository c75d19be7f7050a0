import type { ItemView, MarkKind, SavedView } from '@throughline/schema';

/**
 * The address of a view of Review: `/review/topic-tariffs?sort=relevance&reviewed=1&q=textiles&item=12`.
 * One path segment names what is looked at; further kinds of view get further words.
 */

export type ReviewSort = ItemView['sort'];
export const REVIEW_SORTS = [
  'newest',
  'oldest',
  'relevance',
  'largest',
] as const satisfies readonly ReviewSort[];

/** What the path's segment names. */
export type ViewName =
  | { kind: 'queue' }
  | { kind: 'everything' }
  | { kind: 'mark'; mark: MarkKind }
  | { kind: 'topic'; topic: string }
  | { kind: 'source'; source: number }
  | { kind: 'publisher'; publisher: number }
  | { kind: 'language'; language: string }
  | { kind: 'saved'; saved: number };

const MARKS: Readonly<Record<string, MarkKind>> = {
  starred: 'starred',
  snoozed: 'snoozed',
  'second-look': 'doubted',
};

export function parseViewName(segment: string): ViewName | null {
  if (segment === 'queue' || segment === 'everything') return { kind: segment };
  const mark = Object.hasOwn(MARKS, segment) ? MARKS[segment] : undefined;
  if (mark !== undefined) return { kind: 'mark', mark };
  const topic = /^topic-(.+)$/u.exec(segment)?.[1];
  if (topic !== undefined) return { kind: 'topic', topic };
  const language = /^language-([a-z]{2,3})$/.exec(segment)?.[1];
  if (language !== undefined) return { kind: 'language', language };
  const [, kind, digits] = /^(source|publisher|saved)-([1-9]\d{0,14})$/.exec(segment) ?? [];
  const id = Number(digits);
  if (kind === 'source') return { kind, source: id };
  if (kind === 'publisher') return { kind, publisher: id };
  return kind === 'saved' ? { kind, saved: id } : null;
}

export function viewSegment(name: ViewName): string {
  switch (name.kind) {
    case 'queue':
    case 'everything':
      return name.kind;
    case 'mark':
      return name.mark === 'doubted' ? 'second-look' : name.mark;
    case 'topic':
      return `topic-${name.topic}`;
    case 'language':
      return `language-${name.language}`;
    case 'source':
      return `source-${name.source}`;
    case 'publisher':
      return `publisher-${name.publisher}`;
    case 'saved':
      return `saved-${name.saved}`;
  }
}

/** What stands after the question mark; what is at its default is left out of the address. */
export interface ReviewSearch {
  sort?: ReviewSort;
  /** Reviewed items are shown too. */
  reviewed?: true;
  /** Every report has a row of its own, instead of one for each story. */
  flat?: true;
  q?: string;
  /** The item under the cursor, open in the reading pane. */
  item?: number;
}

/** Reads foreign search parameters: whatever does not fit is dropped, never thrown at the reader. */
export function parseReviewSearch(raw: Record<string, unknown>): ReviewSearch {
  const search: ReviewSearch = {};
  const sort = REVIEW_SORTS.find((known) => known === raw['sort']);
  if (sort !== undefined) search.sort = sort;
  if (raw['reviewed'] === 1 || raw['reviewed'] === '1' || raw['reviewed'] === true) search.reviewed = true;
  if (raw['flat'] === 1 || raw['flat'] === '1' || raw['flat'] === true) search.flat = true;
  const q = typeof raw['q'] === 'string' || typeof raw['q'] === 'number' ? String(raw['q']).trim() : '';
  if (q !== '') search.q = q.slice(0, 1000);
  const item = Number(raw['item']);
  if (Number.isSafeInteger(item) && item > 0) search.item = item;
  return search;
}

/** Whether a view is a queue to be worked off: only what waits is shown unless asked otherwise. */
export const isQueue = (name: ViewName): boolean => name.kind === 'queue' || name.kind === 'topic';

/** The order of a view: as chosen, as saved, or newest first. */
export const sortOf = (search: ReviewSearch, saved: SavedView | null): ReviewSort =>
  search.sort ?? saved?.sort ?? 'newest';

/**
 * The list that an address asks the desk for.
 *
 * @param saved the saved view that the address names; null while it is not known, or names none
 */
export function itemViewOf(name: ViewName, search: ReviewSearch, saved: SavedView | null = null): ItemView {
  return {
    ...(name.kind === 'topic' ? { topic: name.topic } : {}),
    ...(name.kind === 'source' ? { source: name.source } : {}),
    ...(name.kind === 'publisher' ? { publisher: name.publisher } : {}),
    ...(name.kind === 'language' ? { language: name.language } : {}),
    ...(name.kind === 'mark' ? { mark: name.mark } : {}),
    ...(saved === null ? {} : { within: saved.query }),
    ...(search.q === undefined ? {} : { query: search.q }),
    queued: isQueue(name),
    unreviewed: isQueue(name) && search.reviewed !== true,
    grouped: search.flat !== true && search.q === undefined && name.kind !== 'mark',
    sort: sortOf(search, saved),
  };
}

/** What a decision in this view is about: the tag of the topic looked at, or the item as a whole (null). */
export const verdictTopic = (name: ViewName): string | null => (name.kind === 'topic' ? name.topic : null);
