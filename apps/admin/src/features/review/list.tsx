import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { ItemRow } from '@throughline/schema';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { QueryProblem } from '../../app/query-problem.tsx';
import { faultSentence } from '../../i18n/fault-words.ts';
import { useNow } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { failureOf } from '../../lib/api.ts';
import { usePreferences } from '../../lib/preferences.ts';
import { Empty, Loading, Problem } from '../../ui/states.tsx';
import { topicsQuery } from '../topics/queries.ts';
import { isQueue, type ReviewSearch, type ViewName, verdictTopic } from './address.ts';
import { useOthers } from './presence.ts';
import { ItemListRow, type ListedRow } from './row.tsx';

interface ItemListProps {
  name: ViewName;
  search: ReviewSearch;
  rows: readonly ListedRow[];
  state: {
    isPending: boolean;
    error: Error | null;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage(): unknown;
    refetch(): unknown;
  };
  selected: number | null;
  chosen: ReadonlySet<number>;
  onSelect(id: number): void;
  onChoose(id: number, how: 'range' | 'one'): void;
  onToggleStory(row: ItemRow): void;
}

const ESTIMATED_HEIGHT = { comfortable: 84, compact: 34 };
/** Rows before the end at which the next page is asked for. */
const AHEAD = 40;

export function ItemList(props: ItemListProps) {
  const m = useMessages();
  const { rows, state } = props;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = state;
  // A search looks through so many items at a time; one that found nothing yet goes on by itself.
  const searching = rows.length === 0 && hasNextPage;
  useEffect(() => {
    if (searching && !isFetchingNextPage) fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage, searching]);
  if (state.isPending) return <Loading label={m.loading} />;
  if (state.error !== null && rows.length === 0) return <ListProblem {...props} error={state.error} />;
  if (searching) return <Loading label={m.review.searching} />;
  if (rows.length === 0) return <NothingHere {...props} />;
  return <VirtualList {...props} />;
}

/** A query that cannot be read is no failure: the line under the box says where. */
function ListProblem({ state, search, error }: ItemListProps & { error: Error }) {
  const m = useMessages();
  const [fault] = failureOf(error).faults;
  // The line under the box points at the place of what was typed there.
  if (fault !== undefined && search.q !== undefined)
    return <Problem title={m.review.unreadable} text={m.review.unreadableText} />;
  if (fault === undefined) return <QueryProblem error={error} retry={() => void state.refetch()} />;
  return <Problem title={m.review.unreadable} text={faultSentence(m, fault)} />;
}

function VirtualList(props: ItemListProps) {
  const { name, rows, state, selected, chosen, onSelect, onChoose, onToggleStory } = props;
  const m = useMessages();
  const now = useNow();
  const { density } = usePreferences();
  const others = useOthers();
  const scroller = useRef<HTMLDivElement>(null);
  const topics = useQuery(topicsQuery);
  const colours = useMemo(
    () => new Map(topics.data?.map((topic) => [topic.id, topic.colour])),
    [topics.data],
  );
  // A new function here would make the list measure every row again, each time that it scrolls.
  const getItemKey = useCallback((index: number) => rows[index]?.row.id ?? index, [rows]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ESTIMATED_HEIGHT[density],
    getItemKey,
    overscan: 8,
  });
  const place = useMemo(() => rows.findIndex(({ row }) => row.id === selected), [rows, selected]);
  useEffect(() => {
    if (place !== -1) virtual.scrollToIndex(place, { align: 'auto' });
  }, [place, virtual]);
  const places = useMemo(() => placesOf(rows), [rows]);
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
        role="tree"
        tabIndex={0}
        aria-label={m.review.list}
        aria-multiselectable="true"
        aria-activedescendant={place === -1 ? undefined : `item-${selected}`}
        style={{ blockSize: virtual.getTotalSize() }}
      >
        {shown.map(({ index, start, key }) => {
          const listed = rows[index];
          return listed === undefined ? null : (
            <ItemListRow
              key={key}
              index={index}
              place={places[index]?.place ?? 1}
              total={hasNextPage && !listed.nested ? -1 : (places[index]?.total ?? -1)}
              measure={virtual.measureElement}
              start={start}
              listed={listed}
              topic={verdictTopic(name)}
              colours={colours}
              selected={listed.row.id === selected}
              chosen={chosen.has(listed.row.id)}
              others={others(listed.row.id).join(', ')}
              now={now}
              onSelect={onSelect}
              onChoose={onChoose}
              onToggleStory={onToggleStory}
            />
          );
        })}
      </div>
      <p className="list-end">{hasNextPage ? m.review.more : m.review.end}</p>
    </div>
  );
}

/** Where each row stands among those of its own level: all stories, or the reports of one story. Counted from 1. */
function placesOf(rows: readonly ListedRow[]): { place: number; total: number }[] {
  let level = { total: 0 };
  const top = { total: 0 };
  const counted = rows.map(({ nested }, index) => {
    if (!nested) level = top;
    else if (rows[index - 1]?.nested !== true) level = { total: 0 };
    level.total++;
    return { place: level.total, level };
  });
  return counted.map(({ place, level }) => ({ place, total: level.total }));
}

function NothingHere({ name, search }: ItemListProps) {
  const m = useMessages();
  if (search.q !== undefined)
    return <Empty title={m.review.emptySearch(search.q)}>{m.review.emptySearchText}</Empty>;
  if (name.kind === 'mark')
    return <Empty title={m.review.emptyMarks[name.mark]}>{m.review.emptyMarksText[name.mark]}</Empty>;
  if (name.kind === 'saved') return <Empty title={m.review.emptySaved}>{m.review.emptySearchText}</Empty>;
  if (isQueue(name) && search.reviewed !== true)
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
