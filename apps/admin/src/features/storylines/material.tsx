import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ItemRow, StorylineDetail } from '@throughline/schema';
import { useDeferredValue, useMemo, useState } from 'react';
import { QueryProblem } from '../../app/query-problem.tsx';
import { useFormat, useNow } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { textAttributes } from '../../lib/language.ts';
import { Button } from '../../ui/button.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { itemViewOf, parseViewName, viewSegment } from '../review/address.ts';
import { Marked, marksOf } from '../review/marks.tsx';
import { itemsQuery } from '../review/queries.ts';
import { topicsQuery } from '../topics/queries.ts';
import { QuotePicker } from './quote-picker.tsx';
import { useCite } from './use-cite.ts';

/** The queue beside the piece: one press cites an item in the section with the cursor. */
export function Material({ storyline }: { storyline: StorylineDetail }) {
  const m = useMessages();
  const [segment, setSegment] = useState('queue');
  const [q, setQ] = useState('');
  const search = useDeferredValue(q.trim());
  const topics = useQuery(topicsQuery);
  return (
    <aside className="material" aria-labelledby="material">
      <h2 id="material">{m.storylines.panel}</h2>
      <div className="material-tools">
        <select
          className="input"
          aria-label={m.storylines.queueView}
          value={segment}
          onChange={(event) => setSegment(event.target.value)}
        >
          <option value="queue">{m.review.queue}</option>
          {topics.data?.map((topic) => (
            <option key={topic.id} value={viewSegment({ kind: 'topic', topic: topic.id })}>
              {topic.name}
            </option>
          ))}
          <option value="everything">{m.review.everything}</option>
        </select>
        <input
          className="input"
          type="search"
          dir="auto"
          aria-label={m.review.search}
          placeholder={m.review.searchPlaceholder}
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
      </div>
      <MaterialList storyline={storyline} segment={segment} search={search} />
    </aside>
  );
}

interface MaterialListProps {
  storyline: StorylineDetail;
  segment: string;
  search: string;
}

function MaterialList({ storyline, segment, search }: MaterialListProps) {
  const m = useMessages();
  const view = useMemo(
    () =>
      itemViewOf(parseViewName(segment) ?? { kind: 'queue' }, {
        reviewed: true,
        ...(search === '' ? {} : { q: search }),
      }),
    [segment, search],
  );
  const list = useInfiniteQuery(itemsQuery(view));
  const topics = useQuery(topicsQuery);
  const colours = useMemo(
    () => new Map(topics.data?.map((topic) => [topic.id, topic.colour])),
    [topics.data],
  );
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const cited = new Set(storyline.citations.map((citation) => citation.item.id));
  const cite = useCite(storyline);
  const [picking, setPicking] = useState<ItemRow | null>(null);
  if (list.isPending) return <Loading label={m.loading} />;
  if (list.error !== null && rows.length === 0)
    return <QueryProblem error={list.error} retry={() => void list.refetch()} />;
  if (rows.length === 0)
    return <Empty title={search === '' ? m.review.emptyAll : m.review.emptySearch(search)} />;
  return (
    <>
      <ul className="material-list">
        {rows.map((row) => (
          <MaterialLine
            key={row.id}
            row={row}
            colours={colours}
            cited={cited.has(row.id)}
            onAdd={() => cite({ row })}
            onPick={() => setPicking(row)}
          />
        ))}
      </ul>
      {picking !== null && (
        <QuotePicker
          item={picking}
          onPick={(exact) => cite({ row: picking, exact })}
          onClose={() => setPicking(null)}
        />
      )}
      {list.hasNextPage && (
        <Button look="plain" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {m.storylines.moreItems}
        </Button>
      )}
    </>
  );
}

interface MaterialLineProps {
  row: ItemRow;
  colours: ReadonlyMap<string, string>;
  cited: boolean;
  onAdd(): void;
  onPick(): void;
}

function MaterialLine({ row, colours, cited, onAdd, onPick }: MaterialLineProps) {
  const m = useMessages();
  const format = useFormat();
  const now = useNow();
  return (
    <li className="material-line" data-cited={cited || undefined}>
      <div className="material-text">
        <span className="material-title" {...textAttributes(row.language)}>
          <Marked text={row.title} marks={marksOf(row.tags, 'title')} colours={colours} />
        </span>
        <span className="soft small">
          <bdi>{row.publisher.name}</bdi>, {format.age(row.at, now)}
          {cited && `, ${m.storylines.alreadyCited}`}
        </span>
      </div>
      <Button look="plain" icon="quote" aria-label={m.storylines.pickQuote(row.title)} onClick={onPick} />
      <Button look="plain" icon="add" aria-label={m.storylines.addItem(row.title)} onClick={onAdd} />
    </li>
  );
}
