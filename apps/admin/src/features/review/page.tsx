import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ItemRow } from '@throughline/schema';
import { useEffect, useMemo, useRef, useState } from 'react';
import { NotFound } from '../../app/dead-ends.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { announce } from '../../ui/announce.tsx';
import { itemViewOf, parseViewName, type ReviewSearch, type ViewName } from './address.ts';
import { useWithPending } from './decisions.ts';
import { ItemList } from './list.tsx';
import { ListHead } from './list-head.tsx';
import { ItemPane } from './pane.tsx';
import { countsQuery, itemsQuery, renewList } from './queries.ts';
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
  const arrived = useArrived(name, list.dataUpdatedAt);
  const queryClient = useQueryClient();
  const searchField = useRef<HTMLInputElement>(null);
  const refresh = () => void renewList(queryClient, view);
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

/** How many items came into the view since its list was read. */
function useArrived(name: ViewName, readAt: number): number {
  const m = useMessages();
  const counts = useQuery(countsQuery);
  const total =
    name.kind === 'topic'
      ? counts.data?.topics.find((count) => count.topic === name.topic)?.total
      : name.kind === 'queue'
        ? counts.data?.all.total
        : name.kind === 'everything'
          ? counts.data?.everything
          : undefined;
  const base = useRef<{ readAt: number; total: number } | null>(null);
  if (total !== undefined && readAt > 0 && base.current?.readAt !== readAt) {
    // The counts may be older than the list by a moment; the smaller error is to announce one too few.
    if (base.current === null || counts.dataUpdatedAt >= readAt) base.current = { readAt, total };
  }
  const arrived = Math.max(0, (total ?? 0) - (base.current?.total ?? total ?? 0));
  useEffect(() => {
    if (arrived > 0) announce(m.review.arrivedSpoken(arrived));
  }, [arrived, m]);
  return arrived;
}
