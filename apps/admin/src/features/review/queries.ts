import {
  type InfiniteData,
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
} from '@tanstack/react-query';
import type { ItemDetail, ItemRow, ItemView, Page, Verdict } from '@throughline/schema';
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

/** Reads a view's first page and puts it in the list's place at once, without an empty moment between. */
export async function renewList(queryClient: QueryClient, view: ItemView): Promise<void> {
  const first = await api.items.list.query({ view, limit: PAGE_SIZE });
  queryClient.setQueryData<ListData>(itemsQuery(view).queryKey, { pages: [first], pageParams: [null] });
  await queryClient.invalidateQueries({ queryKey: ['counts'] });
}

/** Changes the verdicts of items wherever they are held. */
export function patchVerdicts(
  queryClient: QueryClient,
  change: (id: number, verdicts: Verdict[]) => Verdict[],
): void {
  const patch = <T extends ItemRow>(row: T): T => {
    const verdicts = change(row.id, row.verdicts);
    return verdicts === row.verdicts ? row : { ...row, verdicts };
  };
  queryClient.setQueriesData<ListData>({ queryKey: ['items', 'list'] }, (data) =>
    data === undefined
      ? undefined
      : { ...data, pages: data.pages.map((page) => ({ ...page, rows: page.rows.map(patch) })) },
  );
  queryClient.setQueriesData<ItemDetail>({ queryKey: ['items', 'detail'] }, (item) => item && patch(item));
}

/** Items that are read again one by one when another curator decides; more than that waits for `r`. */
const REFRESH_AT_MOST = 20;

/** Takes over what somebody else decided on items that are on screen, each in its place. */
export async function refreshItems(queryClient: QueryClient, ids: readonly number[]): Promise<void> {
  const held = new Map<number, ItemRow>();
  for (const [, data] of queryClient.getQueriesData<ListData>({ queryKey: ['items', 'list'] }))
    for (const page of data?.pages ?? []) for (const row of page.rows) held.set(row.id, row);
  const shown = ids.filter((id) => held.has(id)).slice(0, REFRESH_AT_MOST);
  const fresh = await Promise.all(shown.map((id) => api.items.byId.query({ id }).catch(() => null)));
  const verdicts = new Map(fresh.flatMap((item) => (item === null ? [] : [[item.id, item.verdicts]])));
  patchVerdicts(queryClient, (id, before) => {
    const now = verdicts.get(id);
    return now === undefined || JSON.stringify(now) === JSON.stringify(before) ? before : now;
  });
}
