import {
  type InfiniteData,
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
} from '@tanstack/react-query';
import type { ItemDetail, ItemRow, ItemView, Page } from '@throughline/schema';
import { api } from '../../lib/api.ts';

const PAGE_SIZE = 100;

export const countsQuery = queryOptions({
  queryKey: ['counts'],
  queryFn: ({ signal }) => api.items.counts.query(undefined, { signal }),
});

type ListData = InfiniteData<Page<ItemRow>, string | null>;

/** A view's list, read page by page. It changes only when the curator asks: by entering the view or by `r`. */
export const itemsQuery = (view: ItemView) =>
  infiniteQueryOptions({
    queryKey: ['items', 'list', view],
    queryFn: ({ pageParam, signal }) =>
      api.items.list.query(
        { view, limit: PAGE_SIZE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Page<ItemRow>) => last.nextCursor,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnReconnect: false,
  });

export const itemQuery = (id: number) =>
  queryOptions({
    queryKey: ['items', 'detail', id],
    queryFn: ({ signal }) => api.items.byId.query({ id }, { signal }),
    staleTime: 60_000,
  });

/** What remains of an item that retention removed. */
export const forgottenQuery = (id: number) =>
  queryOptions({
    queryKey: ['items', 'forgotten', id],
    queryFn: ({ signal }) => api.items.forgotten.query({ id }, { signal }),
  });

/** Reads a view's first page and puts it in the list's place at once, without an empty moment between. */
export async function renewList(queryClient: QueryClient, view: ItemView): Promise<void> {
  const first = await api.items.list.query({ view, limit: PAGE_SIZE });
  queryClient.setQueryData<ListData>(itemsQuery(view).queryKey, { pages: [first], pageParams: [null] });
  await queryClient.invalidateQueries({ queryKey: ['counts'] });
}

/** Changes items wherever they are held. */
export function patchItems(queryClient: QueryClient, change: <T extends ItemRow>(item: T) => T): void {
  queryClient.setQueriesData<ListData>({ queryKey: ['items', 'list'] }, (data) =>
    data === undefined
      ? undefined
      : { ...data, pages: data.pages.map((page) => ({ ...page, rows: page.rows.map(change) })) },
  );
  queryClient.setQueriesData<ItemDetail>({ queryKey: ['items', 'detail'] }, (item) => item && change(item));
}

/** Items that are read again when another curator changes them; more than that waits for `r`. */
const REFRESH_AT_MOST = 500;
const AT_ONCE = 100;

/** The items that lists and panes hold. */
export function heldItems(queryClient: QueryClient): Set<number> {
  const held = new Set<number>();
  for (const [, item] of queryClient.getQueriesData<ItemDetail>({ queryKey: ['items', 'detail'] }))
    if (item != null) held.add(item.id);
  for (const [, data] of queryClient.getQueriesData<ListData>({ queryKey: ['items', 'list'] }))
    for (const page of data?.pages ?? []) for (const row of page.rows) held.add(row.id);
  return held;
}

/** Takes over what somebody else did to items that are on screen, each in its place. */
export async function refreshItems(queryClient: QueryClient, ids: Iterable<number>): Promise<void> {
  const held = heldItems(queryClient);
  const shown = [...ids].filter((id) => held.has(id)).slice(0, REFRESH_AT_MOST);
  const parts: number[][] = [];
  for (let from = 0; from < shown.length; from += AT_ONCE) parts.push(shown.slice(from, from + AT_ONCE));
  const fresh = (await Promise.all(parts.map((ids) => api.items.rows.query({ ids }).catch(() => [])))).flat();
  const now = new Map(fresh.map((item) => [item.id, item]));
  patchItems(queryClient, (item) => {
    const said = now.get(item.id);
    if (said === undefined) return item;
    const { verdicts, marks, tags } = said;
    const same = JSON.stringify([verdicts, marks]) === JSON.stringify([item.verdicts, item.marks]);
    return same ? item : { ...item, verdicts, marks, tags };
  });
}

/** All reports of a story, whatever was decided on them; held like a list, so that decisions reach them. */
export const storyItemsQuery = (story: string) =>
  queryOptions({
    queryKey: ['items', 'list', 'story', story],
    queryFn: async ({ signal }): Promise<ListData> => {
      const view = { queued: false, unreviewed: false, sort: 'newest' as const, within: `story:"${story}"` };
      const page = await api.items.list.query({ view, limit: 200 }, { signal });
      return { pages: [page], pageParams: [null] };
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

export const savedViewsQuery = queryOptions({
  queryKey: ['views', 'list'],
  queryFn: ({ signal }) => api.views.list.query(undefined, { signal }),
});

export const savedCountsQuery = queryOptions({
  queryKey: ['views', 'counts'],
  queryFn: ({ signal }) => api.views.counts.query(undefined, { signal }),
});

/** What is wrong with a query, while it is typed. */
export const queryFaultQuery = (query: string) =>
  queryOptions({
    queryKey: ['query-fault', query],
    queryFn: ({ signal }) => api.items.checkQuery.query({ query }, { signal }),
    staleTime: 60_000,
  });

/** What an edit changed, word by word, against the revision before it. */
export const revisionDiffQuery = (id: number, number: number) =>
  queryOptions({
    queryKey: ['items', 'diff', id, number],
    queryFn: ({ signal }) => api.items.revisionDiff.query({ id, number }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
