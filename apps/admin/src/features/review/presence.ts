import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import type { DeskEvent, Looking } from '@throughline/schema';
import { useEffect, useMemo } from 'react';
import { meQuery } from '../../app/session.ts';
import { api } from '../../lib/api.ts';

/** This page among all pages of the desk that are open somewhere. */
const PAGE = crypto.randomUUID();
/** Milliseconds under the cursor before an item counts as looked at: whoever runs through a list looks at nothing. */
const SETTLED_MS = 800;
/** The desk forgets a page that is silent for 90 s. */
const ALIVE_MS = 30_000;

const lookingQuery = queryOptions({
  queryKey: ['looking'],
  queryFn: ({ signal }) => api.desk.looking.query(undefined, { signal }),
  staleTime: 60_000,
  refetchInterval: 60_000,
});

/** Tells the desk which item is open here, and that none is when the page is hidden or left. */
export function useLookAt(itemId: number | null): void {
  useEffect(() => {
    const tell = (id: number | null) =>
      void api.desk.lookAt.mutate({ page: PAGE, itemId: id }).catch(() => undefined);
    const show = () => tell(document.hidden ? null : itemId);
    const settled = setTimeout(show, SETTLED_MS);
    const alive = itemId === null ? undefined : setInterval(show, ALIVE_MS);
    document.addEventListener('visibilitychange', show);
    return () => {
      clearTimeout(settled);
      clearInterval(alive);
      document.removeEventListener('visibilitychange', show);
    };
  }, [itemId]);
  useEffect(() => () => void api.desk.lookAt.mutate({ page: PAGE, itemId: null }).catch(() => undefined), []);
}

const NOBODY: readonly string[] = [];

/** Who else has which item open: names by item. */
export function useOthers(): (itemId: number) => readonly string[] {
  const looking = useQuery(lookingQuery);
  const me = useQuery(meQuery);
  const names = useMemo(() => {
    const byItem = new Map<number, string[]>();
    for (const { itemId, name, userId, page } of looking.data ?? []) {
      if (page === PAGE || userId === me.data?.id) continue;
      const known = byItem.get(itemId) ?? [];
      if (!known.includes(name)) byItem.set(itemId, [...known, name]);
    }
    return byItem;
  }, [looking.data, me.data?.id]);
  return (itemId) => names.get(itemId) ?? NOBODY;
}

/** Takes over what the desk tells of other pages. */
export function othersMoved(queryClient: QueryClient, event: Extract<DeskEvent, { type: 'presence' }>): void {
  const { page, userId, name, itemId } = event;
  queryClient.setQueryData(lookingQuery.queryKey, (before: Looking[] | undefined) => {
    const rest = (before ?? []).filter((other) => other.page !== page);
    return itemId === null ? rest : [...rest, { page, userId, name, itemId }];
  });
}
