import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { SavedView } from '@throughline/schema';
import { type RefObject, useState } from 'react';
import { useTitle } from '../../app/use-title.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { setPreferences, usePreferences } from '../../lib/preferences.ts';
import { Button } from '../../ui/button.tsx';
import { TopicDot } from '../../ui/topic.tsx';
import { topicsQuery } from '../topics/queries.ts';
import { isQueue, REVIEW_SORTS, type ReviewSearch, sortOf, type ViewName, viewSegment } from './address.ts';
import { countsQuery, savedViewsQuery } from './queries.ts';
import { SaveView } from './save-view.tsx';
import { SearchBox } from './search-box.tsx';
import { useViewTitle } from './view-names.ts';

interface ListHeadProps {
  name: ViewName;
  search: ReviewSearch;
  saved: SavedView | null;
  arrived: number;
  onRefresh(): void;
  searchField: RefObject<HTMLInputElement | null>;
}

const route = getRouteApi('/review/$view');

/** Three lines: what is looked at, what is searched for in it, and how it is shown. */
export function ListHead({ name, search, saved, arrived, onRefresh, searchField }: ListHeadProps) {
  const m = useMessages();
  const navigate = route.useNavigate();
  const [saving, setSaving] = useState(false);
  const worthSaving = search.q !== undefined || saved?.own === true;
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
        {worthSaving && (
          <Button look="plain" className="list-save" needs="curator" onClick={() => setSaving(true)}>
            {saved?.own && search.q === undefined ? m.review.editView : m.review.saveView}
          </Button>
        )}
      </div>
      <SearchBox
        applied={search.q ?? ''}
        field={searchField}
        onApply={(q) =>
          void navigate({
            search: ({ q: _q, item: _item, ...rest }) => (q === '' ? rest : { ...rest, q }),
          })
        }
      />
      <ListOptions name={name} search={search} saved={saved} />
      {saving && <SaveView name={name} search={search} saved={saved} onClose={() => setSaving(false)} />}
    </header>
  );
}

/** The view's name; where the rail has no room for the views, a choice of them. */
function ViewTitle({ name }: { name: ViewName }) {
  const m = useMessages();
  const format = useFormat();
  const topics = useQuery(topicsQuery);
  const counts = useQuery(countsQuery);
  const title = useViewTitle(name);
  useTitle(`${title}, ${m.review.title}`);
  const topic = name.kind === 'topic' ? topics.data?.find((t) => t.id === name.topic) : undefined;
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
      <ViewSelect name={name} title={title} />
    </>
  );
}

function ViewSelect({ name, title }: { name: ViewName; title: string }) {
  const m = useMessages();
  const navigate = useNavigate();
  const topics = useQuery(topicsQuery);
  const views = useQuery(savedViewsQuery);
  const listed: [ViewName, string][] = [
    [{ kind: 'queue' }, m.review.queue],
    ...(topics.data ?? []).map((topic): [ViewName, string] => [
      { kind: 'topic', topic: topic.id },
      topic.name,
    ]),
    [{ kind: 'mark', mark: 'doubted' }, m.review.marks.doubted],
    [{ kind: 'mark', mark: 'starred' }, m.review.marks.starred],
    [{ kind: 'mark', mark: 'snoozed' }, m.review.marks.snoozed],
    ...(views.data ?? []).map((view): [ViewName, string] => [{ kind: 'saved', saved: view.id }, view.name]),
    [{ kind: 'everything' }, m.review.everything],
  ];
  const here = viewSegment(name);
  return (
    <select
      className="input view-select"
      aria-label={m.review.views}
      value={here}
      onChange={(event) => void navigate({ to: '/review/$view', params: { view: event.target.value } })}
    >
      {listed.map(([view, label]) => (
        <option key={viewSegment(view)} value={viewSegment(view)}>
          {label}
        </option>
      ))}
      {!listed.some(([view]) => viewSegment(view) === here) && <option value={here}>{title}</option>}
    </select>
  );
}

function ListOptions({ name, search, saved }: Pick<ListHeadProps, 'name' | 'search' | 'saved'>) {
  const m = useMessages();
  const navigate = route.useNavigate();
  const { density } = usePreferences();
  const grouped = search.flat !== true && search.q === undefined && name.kind !== 'mark';
  return (
    <div className="list-options">
      {isQueue(name) && (
        <Button
          look="plain"
          icon="check"
          aria-pressed={search.reviewed === true}
          onClick={() =>
            void navigate({
              search: ({ reviewed, ...rest }) => (reviewed === true ? rest : { ...rest, reviewed: true }),
            })
          }
        >
          {m.review.reviewedToo}
        </Button>
      )}
      {search.q === undefined && name.kind !== 'mark' && (
        <Button
          look="plain"
          icon="stories"
          aria-label={m.review.byStory}
          aria-pressed={grouped}
          onClick={() =>
            void navigate({ search: ({ flat, ...rest }) => (flat === true ? rest : { ...rest, flat: true }) })
          }
        />
      )}
      <Button
        look="plain"
        icon="compact"
        aria-label={m.settings.densities.compact}
        aria-pressed={density === 'compact'}
        onClick={() => setPreferences({ density: density === 'compact' ? 'comfortable' : 'compact' })}
      />
      <select
        className="input list-sort"
        aria-label={m.review.sort}
        value={sortOf(search, saved)}
        onChange={(event) => {
          const sort = REVIEW_SORTS.find((known) => known === event.target.value);
          const usual = saved?.sort ?? 'newest';
          void navigate({
            search: ({ sort: _sort, ...rest }) =>
              sort === undefined || sort === usual ? rest : { ...rest, sort },
          });
        }}
      >
        {REVIEW_SORTS.map((sort) => (
          <option key={sort} value={sort}>
            {m.review.sorts[sort]}
          </option>
        ))}
      </select>
    </div>
  );
}
