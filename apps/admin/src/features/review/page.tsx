import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ItemRow, SavedView, ViewCounts } from '@throughline/schema';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { NotFound } from '../../app/dead-ends.tsx';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { announce } from '../../ui/announce.tsx';
import { Loading } from '../../ui/states.tsx';
import { itemViewOf, parseViewName, type ReviewSearch, type ViewName } from './address.ts';
import { useChoice } from './choice.ts';
import { ChosenBar } from './chosen-bar.tsx';
import { useWithPending } from './decisions.ts';
import { useExpanded } from './expanded.ts';
import { ItemList } from './list.tsx';
import { ListHead } from './list-head.tsx';
import { ItemPane } from './pane.tsx';
import { useLookAt } from './presence.ts';
import { countsQuery, itemQuery, itemsQuery, renewList } from './queries.ts';
import { ReviewActions } from './review-actions.tsx';
import { useSavedView } from './view-names.ts';
import './review.css';

const route = getRouteApi('/review/$view');

export function ReviewPage() {
  const { view } = route.useParams();
  const m = useMessages();
  const name = useMemo(() => parseViewName(view), [view]);
  const saved = useSavedView(name ?? { kind: 'queue' });
  if (saved === undefined) return <Loading label={m.loading} />;
  if (name === null || (name.kind === 'saved' && saved === null)) return <NotFound />;
  // A view that is entered anew starts anew: its list, its cursor, what it counts as arrived.
  return <Review key={view} name={name} saved={saved} />;
}

function Review({ name, saved }: { name: ViewName; saved: SavedView | null }) {
  const search = route.useSearch();
  const { q, reviewed, sort, flat } = search;
  const view = useMemo(
    () => itemViewOf(name, { q, reviewed, sort, flat } as ReviewSearch, saved),
    [name, q, reviewed, sort, flat, saved],
  );
  const list = useInfiniteQuery(itemsQuery(view));
  const held = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? NONE, [list.data]);
  const { listed, toggle } = useExpanded(useWithPending(held), view.grouped === true);
  const rows = useMemo(() => listed.map(({ row }) => row), [listed]);
  const [selected, select] = useSelected(search);
  const chooser = useChoice(rows);
  useLookAt(selected);
  useWaking();
  const queryClient = useQueryClient();
  const [renewals, setRenewals] = useState(0);
  const arrived = useArrived(name, list.isSuccess ? `${JSON.stringify(view)} ${renewals}` : null);
  usePrefetch(rows, selected);
  const searchField = useRef<HTMLInputElement>(null);
  const notSaved = useNotSaved();
  const refresh = () =>
    void renewList(queryClient, view).then(() => setRenewals((before) => before + 1), notSaved);
  const latest = useRef({ chooser, selected, toggle });
  latest.current = { chooser, selected, toggle };
  const onChoose = useCallback((id: number, how: 'range' | 'one') => {
    const { chooser: choosing, selected: cursor } = latest.current;
    if (how === 'range') choosing.extend(cursor, id);
    else choosing.toggle(id);
  }, []);
  const onToggleStory = useCallback((row: ItemRow) => latest.current.toggle(row), []);
  return (
    <div className="review" data-open={selected !== null || undefined}>
      <section className="review-list">
        <ListHead
          name={name}
          search={search}
          saved={saved}
          arrived={arrived}
          onRefresh={refresh}
          searchField={searchField}
        />
        <ChosenBar chooser={chooser} />
        <ItemList
          name={name}
          search={search}
          rows={listed}
          state={list}
          selected={selected}
          chosen={chooser.choice.ids}
          onSelect={select}
          onChoose={onChoose}
          onToggleStory={onToggleStory}
        />
      </section>
      <ItemPane id={selected} name={name} rows={rows} onSelect={select} />
      <ReviewActions
        name={name}
        rows={rows}
        selected={selected}
        chooser={chooser}
        onSelect={select}
        onToggleStory={toggle}
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

/** The longest a browser's timer runs, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** A snoozed item wakes up without anything happening on the desk: the counts are asked for when its time has come. */
function useWaking(): void {
  const queryClient = useQueryClient();
  const { data } = useQuery(countsQuery);
  const next = data?.nextWake ?? null;
  useEffect(() => {
    if (next === null) return;
    const wait = Math.min(LONGEST_TIMER, Math.max(0, Date.parse(next) - Date.now()) + 500);
    const timer = setTimeout(() => void queryClient.invalidateQueries({ queryKey: ['counts'] }), wait);
    return () => clearTimeout(timer);
  }, [next, queryClient]);
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
