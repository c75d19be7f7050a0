import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Source } from '@throughline/schema';
import { useMemo, useRef, useState } from 'react';
import { useCommands } from '../../app/command-layer.tsx';
import { QueryProblem } from '../../app/query-problem.tsx';
import { useTitle } from '../../app/use-title.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { AddSource, OpmlButtons } from './add.tsx';
import { SourceDetails } from './details.tsx';
import { groupSources, inTrouble } from './groups.ts';
import { ImportProgress } from './import-progress.tsx';
import { sourcesQuery } from './queries.ts';
import { SourceLine } from './source-line.tsx';
import './sources.css';

const route = getRouteApi('/sources');

export function SourcesPage() {
  const m = useMessages();
  useTitle(m.sources.title);
  const sources = useQuery(sourcesQuery);
  const trouble = sources.data?.filter(inTrouble).length ?? 0;
  return (
    <div className="page sources">
      <header className="page-head">
        <h1>{m.sources.title}</h1>
        {sources.data && sources.data.length > 0 && (
          <span className="soft">{m.sources.summary(sources.data.length, trouble)}</span>
        )}
        <OpmlButtons />
      </header>
      <AddSource />
      <ImportProgress />
      {sources.data === undefined ? (
        sources.error !== null ? (
          <QueryProblem error={sources.error} retry={() => void sources.refetch()} />
        ) : (
          <Loading label={m.loading} />
        )
      ) : sources.data.length === 0 ? (
        <Empty title={m.sources.emptyTitle}>{m.sources.emptyText}</Empty>
      ) : (
        <SourceList sources={sources.data} />
      )}
    </div>
  );
}

function SourceList({ sources }: { sources: readonly Source[] }) {
  const m = useMessages();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [filter, setFilter] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useCommands({ search: () => field.current?.focus() });
  const by = search.by ?? 'publisher';
  const groups = useMemo(
    () =>
      groupSources(sources, { by, filter, trouble: search.trouble === true, noFolder: m.sources.noFolder }),
    [sources, by, filter, search.trouble, m],
  );
  const open = sources.find((source) => source.id === search.source);
  return (
    <>
      <div className="source-tools">
        <input
          ref={field}
          type="search"
          className="input"
          aria-label={m.sources.filter}
          placeholder={m.sources.filterPlaceholder}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && field.current?.blur()}
        />
        <Button
          aria-pressed={search.trouble === true}
          onClick={() =>
            void navigate({
              search: ({ trouble, ...rest }) => (trouble === true ? rest : { ...rest, trouble: true }),
              replace: true,
            })
          }
        >
          {m.sources.onlyTrouble}
        </Button>
        <label className="source-by">
          <span className="soft small">{m.sources.groupBy}</span>
          <select
            className="input"
            value={by}
            onChange={(event) =>
              void navigate({
                search: ({ by: _by, ...rest }) =>
                  event.target.value === 'folder' ? { ...rest, by: 'folder' } : rest,
                replace: true,
              })
            }
          >
            <option value="publisher">{m.sources.byPublisher}</option>
            <option value="folder">{m.sources.byFolder}</option>
          </select>
        </label>
      </div>
      {groups.length === 0 && <Empty title={m.sources.nothingMatches} />}
      {groups.map((group) => (
        <section key={group.name} className="source-group">
          <h2 dir="auto">{group.name}</h2>
          <ul>
            {group.sources.map((source) => (
              <SourceLine key={source.id} source={source} />
            ))}
          </ul>
        </section>
      ))}
      {open && (
        <SourceDetails
          source={open}
          onClose={() => void navigate({ search: ({ source: _source, ...rest }) => rest, replace: true })}
        />
      )}
    </>
  );
}
