import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type RefObject, useEffect, useState } from 'react';
import { useTitle } from '../../app/use-title.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { TopicDot } from '../../ui/topic.tsx';
import { sourcesQuery } from '../sources/queries.ts';
import { topicsQuery } from '../topics/queries.ts';
import { REVIEW_SORTS, type ReviewSearch, type ViewName, viewSegment } from './address.ts';
import { countsQuery } from './queries.ts';

interface ListHeadProps {
  name: ViewName;
  search: ReviewSearch;
  arrived: number;
  onRefresh(): void;
  searchField: RefObject<HTMLInputElement | null>;
}

const route = getRouteApi('/review/$view');

export function ListHead({ name, search, arrived, onRefresh, searchField }: ListHeadProps) {
  const m = useMessages();
  return (
    <header className="list-head">
      <div className="list-head-line">
        <ViewTitle name={name} />
        {arrived > 0 && (
          <Button
            look="plain"
            className="list-arrived"
            onClick={onRefresh}
            aria-label={m.review.showArrived(arrived)}
          >
            {m.review.arrived(arrived)}
          </Button>
        )}
      </div>
      <div className="list-head-line">
        <SearchField search={search} field={searchField} />
        <ListOptions name={name} search={search} />
      </div>
    </header>
  );
}

/** The view's name; where the rail has no room for the views, a choice of them. */
function ViewTitle({ name }: { name: ViewName }) {
  const m = useMessages();
  const format = useFormat();
  const navigate = useNavigate();
  const topics = useQuery(topicsQuery);
  const counts = useQuery(countsQuery);
  const sources = useQuery({ ...sourcesQuery, enabled: name.kind === 'source' });
  const topic = name.kind === 'topic' ? topics.data?.find((t) => t.id === name.topic) : undefined;
  const source = name.kind === 'source' ? sources.data?.find((s) => s.id === name.source) : undefined;
  const title = {
    queue: m.review.queue,
    everything: m.review.everything,
    topic: topic?.name ?? (name.kind === 'topic' ? name.topic : ''),
    source: source?.title ?? m.review.source,
  }[name.kind];
  useTitle(`${title}, ${m.review.title}`);
  const count =
    name.kind === 'topic'
      ? counts.data?.topics.find((c) => c.topic === name.topic)
      : name.kind === 'queue'
        ? counts.data?.all
        : undefined;
  return (
    <>
      <h1 className="view-title">
        {topic && <TopicDot colour={topic.colour} />}
        <span dir="auto">{title}</span>
        {count && (
          <span className="view-count">
            <span aria-hidden="true">{format.number(count.unreviewed)}</span>
            <span className="hidden">{m.review.unreviewedOf(count.unreviewed, count.total)}</span>
          </span>
        )}
      </h1>
      <select
        className="input view-select"
        aria-label={m.review.views}
        value={viewSegment(name)}
        onChange={(event) => void navigate({ to: '/review/$view', params: { view: event.target.value } })}
      >
        <option value="queue">{m.review.queue}</option>
        {topics.data?.map((t) => (
          <option key={t.id} value={viewSegment({ kind: 'topic', topic: t.id })}>
            {t.name}
          </option>
        ))}
        <option value="everything">{m.review.everything}</option>
        {name.kind === 'source' && <option value={viewSegment(name)}>{title}</option>}
      </select>
    </>
  );
}

function SearchField({ search, field }: { search: ReviewSearch; field: ListHeadProps['searchField'] }) {
  const m = useMessages();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState(search.q ?? '');
  useEffect(() => setTyped(search.q ?? ''), [search.q]);
  const apply = (q: string) =>
    void navigate({
      search: ({ q: _q, item: _item, ...rest }) => (q.trim() === '' ? rest : { ...rest, q: q.trim() }),
    });
  return (
    <search className="list-search">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          apply(typed);
          field.current?.blur();
        }}
      >
        <Icon name="search" />
        <input
          ref={field}
          type="search"
          className="input"
          dir="auto"
          aria-label={m.review.search}
          placeholder={m.review.searchPlaceholder}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            if (event.target.value === '') apply('');
          }}
          onKeyDown={(event) => event.key === 'Escape' && field.current?.blur()}
        />
      </form>
    </search>
  );
}

function ListOptions({ name, search }: { name: ViewName; search: ReviewSearch }) {
  const m = useMessages();
  const navigate = route.useNavigate();
  const hasReviewed = name.kind === 'queue' || name.kind === 'topic';
  return (
    <>
      {hasReviewed && (
        <Button
          look="plain"
          icon="check"
          aria-label={m.review.reviewedToo}
          aria-pressed={search.reviewed === true}
          onClick={() =>
            void navigate({
              search: ({ reviewed, ...rest }) => (reviewed === true ? rest : { ...rest, reviewed: true }),
            })
          }
        />
      )}
      <Button
        look="plain"
        icon="stories"
        aria-label={m.review.byStory}
        aria-pressed={search.flat !== true}
        onClick={() =>
          void navigate({ search: ({ flat, ...rest }) => (flat === true ? rest : { ...rest, flat: true }) })
        }
      />
      <select
        className="input list-sort"
        aria-label={m.review.sort}
        value={search.sort ?? 'newest'}
        onChange={(event) => {
          const sort = REVIEW_SORTS.find((known) => known === event.target.value);
          void navigate({
            search: ({ sort: _sort, ...rest }) =>
              sort === undefined || sort === 'newest' ? rest : { ...rest, sort },
          });
        }}
      >
        {REVIEW_SORTS.map((sort) => (
          <option key={sort} value={sort}>
            {m.review.sorts[sort]}
          </option>
        ))}
      </select>
    </>
  );
}
