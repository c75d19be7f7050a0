import type { ItemView } from '@throughline/schema';

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
  | { kind: 'topic'; topic: string }
  | { kind: 'source'; source: number };

export function parseViewName(segment: string): ViewName | null {
  if (segment === 'queue' || segment === 'everything') return { kind: segment };
  const topic = /^topic-(.+)$/u.exec(segment)?.[1];
  if (topic !== undefined) return { kind: 'topic', topic };
  const source = /^source-([1-9]\d{0,14})$/.exec(segment)?.[1];
  return source === undefined ? null : { kind: 'source', source: Number(source) };
}

export function viewSegment(name: ViewName): string {
  if (name.kind === 'topic') return `topic-${name.topic}`;
  if (name.kind === 'source') return `source-${name.source}`;
  return name.kind;
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
  if (sort !== undefined && sort !== 'newest') search.sort = sort;
  if (raw['reviewed'] === 1 || raw['reviewed'] === '1' || raw['reviewed'] === true) search.reviewed = true;
  if (raw['flat'] === 1 || raw['flat'] === '1' || raw['flat'] === true) search.flat = true;
  const q = typeof raw['q'] === 'string' || typeof raw['q'] === 'number' ? String(raw['q']).trim() : '';
  if (q !== '') search.q = q.slice(0, 1000);
  const item = Number(raw['item']);
  if (Number.isSafeInteger(item) && item > 0) search.item = item;
  return search;
}

/** The list that an address asks the desk for. */
export function itemViewOf(name: ViewName, search: ReviewSearch): ItemView {
  const wide = name.kind === 'everything' || name.kind === 'source';
  return {
    ...(name.kind === 'topic' ? { topic: name.topic } : {}),
    ...(name.kind === 'source' ? { source: name.source } : {}),
    ...(search.q === undefined ? {} : { query: search.q }),
    queued: !wide,
    unreviewed: !wide && search.reviewed !== true,
    grouped: search.flat !== true && search.q === undefined,
    sort: search.sort ?? 'newest',
  };
}

/** What a decision in this view is about: the tag of the topic looked at, or the item as a whole (null). */
export const verdictTopic = (name: ViewName): string | null => (name.kind === 'topic' ? name.topic : null);
