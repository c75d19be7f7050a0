import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ItemRow, ViewCounts } from '@throughline/schema';
import { useEffect, useMemo, useRef, useState } from 'react';
import { NotFound } from '../../app/dead-ends.tsx';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { announce } from '../../ui/announce.tsx';
import { itemViewOf, parseViewName, type ReviewSearch, type ViewName } from './address.ts';
import { useWithPending } from './decisions.ts';
import { ItemList } from './list.tsx';
import { ListHead } from './list-head.tsx';
import { ItemPane } from './pane.tsx';
import { countsQuery, itemQuery, itemsQuery, renewList } from './queries.ts';
import { ReviewActions } from './review-actions.tsx';
import './review.css';

const route = getRouteApi('/review/$view');

export function ReviewPage() {
  const { view } = route.useParams();
  const name = useMemo(() => parseViewName(view), [view]);
  // A view that is entered anew starts anew: its list, its cursor, what it counts as arrived.
  return name === null ? <NotFound /> : <Review key={view} name={name} />;
}

function Review({ name }: { name: ViewName }) {
  const search = route.useSearch();
  const view = useMemo(() => itemViewOf(name, search), [name, search.q, search.reviewed, search.sort]);
  const list = useInfiniteQuery(itemsQuery(view));
  const held = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? NONE, [list.data]);
  const rows = useWithPending(held);
  const [selected, select] = useSelected(search);
  const queryClient = useQueryClient();
  const [renewals, setRenewals] = useState(0);
  const arrived = useArrived(name, list.isSuccess ? `${JSON.stringify(view)} ${renewals}` : null);
  usePrefetch(rows, selected);
  const searchField = useRef<HTMLInputElement>(null);
  const notSaved = useNotSaved();
  const refresh = () =>
    void renewList(queryClient, view).then(() => setRenewals((before) => before + 1), notSaved);
  return (
    <div className="review" data-open={selected !== null || undefined}>
      <section className="review-list">
        <ListHead
          name={name}
          search={search}
          arrived={arrived}
          onRefresh={refresh}
          searchField={searchField}
        />
        <ItemList
          name={name}
          search={search}
          rows={rows}
          state={list}
          selected={selected}
          onSelect={select}
        />
      </section>
      <ItemPane id={selected} name={name} rows={rows} onSelect={select} />
      <ReviewActions
        name={name}
        search={search}
        rows={rows}
        selected={selected}
        onSelect={select}
        onRefresh={refresh}
        searchField={searchField}
      />
    </div>
  );
}

const NONE: readonly ItemRow[] = [];

/** Milliseconds without a step before the cursor is written into the address. */
const ADDRESS_DELAY = 150;

/**
 * The item under the cursor. It moves at once and is written into the address a moment later, so that holding `j`
 * does not make the router run for every row; a change of the address (back, a link) moves it too.
 */
function useSelected(search: ReviewSearch): [number | null, (id: number | null) => void] {
  const navigate = route.useNavigate();
  const [selected, setSelected] = useState(search.item ?? null);
  const written = useRef(search.item ?? null);
  useEffect(() => {
    const item = search.item ?? null;
    if (item === written.current) return;
    written.current = item;
    setSelected(item);
  }, [search.item]);
  useEffect(() => {
    if (selected === written.current) return;
    // Opening the first item is a step that "back" undoes (on a phone it is another level); moving on is not.
    const opens = written.current === null;
    const timer = setTimeout(
      () => {
        written.current = selected;
        void navigate({
          search: ({ item: _item, ...rest }) => (selected === null ? rest : { ...rest, item: selected }),
          replace: !opens,
          resetScroll: false,
        });
      },
      opens ? 0 : ADDRESS_DELAY,
    );
    return () => clearTimeout(timer);
  }, [navigate, selected]);
  return [selected, setSelected];
}

/** Items after the one under the cursor that are read ahead, so that going on is instant. */
const AHEAD = 3;

function usePrefetch(rows: readonly ItemRow[], selected: number | null): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const place = rows.findIndex((row) => row.id === selected);
    if (place === -1) return;
    for (const row of rows.slice(place + 1, place + 1 + AHEAD))
      void queryClient.prefetchQuery({ ...itemQuery(row.id), retry: false });
  }, [queryClient, rows, selected]);
}

/**
 * How many items came into the view since its list was read.
 * @param reading names one reading of the list; null while it is not there yet
 */
function useArrived(name: ViewName, reading: string | null): number {
  const m = useMessages();
  const queryClient = useQueryClient();
  const counts = useQuery(countsQuery);
  const total = totalOf(counts.data, name);
  const [base, setBase] = useState<{ reading: string; total: number } | null>(null);
  useEffect(() => {
    if (reading === null) return;
    // Counted right after the list was read: what was counted before may lack what the list already shows.
    let current = true;
    void queryClient
      .fetchQuery({ ...countsQuery, staleTime: 0 })
      .then((fresh) => {
        const now = totalOf(fresh, name);
        if (current && now !== undefined) setBase({ reading, total: now });
      })
      .catch(() => undefined);
    return () => {
      current = false;
    };
  }, [name, queryClient, reading]);
  const arrived = base !== null && base.reading === reading ? Math.max(0, (total ?? 0) - base.total) : 0;
  useEffect(() => {
    if (arrived > 0) announce(m.review.arrivedSpoken(arrived));
  }, [arrived, m]);
  return arrived;
}

function totalOf(counts: ViewCounts | undefined, name: ViewName): number | undefined {
  if (name.kind === 'topic') return counts?.topics.find((count) => count.topic === name.topic)?.total;
  if (name.kind === 'queue') return counts?.all.total;
  return name.kind === 'everything' ? counts?.everything : undefined;
}
