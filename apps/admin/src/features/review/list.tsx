import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { ItemRow } from '@throughline/schema';
import { useEffect, useMemo, useRef } from 'react';
import { QueryProblem } from '../../app/query-problem.tsx';
import { useNow } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { usePreferences } from '../../lib/preferences.ts';
import { Empty, Loading } from '../../ui/states.tsx';
import { topicsQuery } from '../topics/queries.ts';
import { type ReviewSearch, type ViewName, verdictTopic } from './address.ts';
import { ItemListRow } from './row.tsx';

interface ItemListProps {
  name: ViewName;
  search: ReviewSearch;
  rows: readonly ItemRow[];
  state: {
    isPending: boolean;
    error: Error | null;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage(): unknown;
    refetch(): unknown;
  };
  selected: number | null;
  onSelect(id: number): void;
}

const ESTIMATED_HEIGHT = { comfortable: 82, compact: 34 };
/** Rows before the end at which the next page is asked for. */
const AHEAD = 40;

export function ItemList(props: ItemListProps) {
  const m = useMessages();
  const { rows, state } = props;
  if (state.isPending) return <Loading label={m.loading} />;
  if (state.error !== null && rows.length === 0)
    return <QueryProblem error={state.error} retry={() => void state.refetch()} />;
  if (rows.length === 0) return <NothingHere {...props} />;
  return <VirtualList {...props} />;
}

function VirtualList({ name, rows, state, selected, onSelect }: ItemListProps) {
  const m = useMessages();
  const now = useNow();
  const { density } = usePreferences();
  const scroller = useRef<HTMLDivElement>(null);
  const topics = useQuery(topicsQuery);
  const colours = useMemo(
    () => new Map(topics.data?.map((topic) => [topic.id, topic.colour])),
    [topics.data],
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ESTIMATED_HEIGHT[density],
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
  });
  const place = rows.findIndex((row) => row.id === selected);
  useEffect(() => {
    if (place !== -1) virtual.scrollToIndex(place, { align: 'auto' });
  }, [place, virtual]);
  const shown = virtual.getVirtualItems();
  const lastShown = shown.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = state;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && lastShown >= rows.length - AHEAD) fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetchingNextPage, lastShown, rows.length]);
  return (
    <div className="list-scroll" ref={scroller} data-density={density}>
      <div
        className="list"
        role="listbox"
        tabIndex={0}
        aria-label={m.review.list}
        aria-activedescendant={place === -1 ? undefined : `item-${selected}`}
        style={{ blockSize: virtual.getTotalSize() }}
      >
        {shown.map(({ index, start, key }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <ItemListRow
              key={key}
              index={index}
              total={hasNextPage ? -1 : rows.length}
              measure={virtual.measureElement}
              start={start}
              row={row}
              topic={verdictTopic(name)}
              colours={colours}
              selected={row.id === selected}
              now={now}
              onSelect={onSelect}
            />
          );
        })}
      </div>
      <p className="list-end">{hasNextPage ? m.review.more : m.review.end}</p>
    </div>
  );
}

function NothingHere({ name, search }: ItemListProps) {
  const m = useMessages();
  if (search.q !== undefined)
    return <Empty title={m.review.emptySearch(search.q)}>{m.review.emptySearchText}</Empty>;
  const waits = (name.kind === 'queue' || name.kind === 'topic') && search.reviewed !== true;
  if (waits)
    return (
      <Empty title={m.review.emptyUnreviewed}>
        <p>{m.review.emptyUnreviewedText}</p>
        <Link to="." search={(before) => ({ ...before, reviewed: true })} className="button button-framed">
          {m.review.seeReviewed}
        </Link>
      </Empty>
    );
  return (
    <Empty title={m.review.emptyAll}>
      <p>{m.review.emptyAllText}</p>
      <Link to="/sources" className="button button-framed">
        {m.review.seeSources}
      </Link>
    </Empty>
  );
}
