import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { AuditFilter } from '@throughline/schema';
import { QueryProblem } from '../../app/query-problem.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { useMay } from '../../ui/may.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { namesQuery } from '../people/queries.ts';
import { OBJECTS, parseRecordSearch, recordSearch } from './address.ts';
import { Entry } from './entry.tsx';
import { recordQuery } from './queries.ts';
import './record.css';

const route = getRouteApi('/settings/$part');

/** Who decided what, when, and what it said before. */
export function RecordPart() {
  const m = useMessages();
  const filter = parseRecordSearch(route.useSearch());
  const record = useInfiniteQuery(recordQuery(filter));
  const rows = record.data?.pages.flatMap((page) => page.rows);
  return (
    <section>
      <h2>{m.record.title}</h2>
      <p className="soft small">{m.record.lead}</p>
      <Filters filter={filter} />
      {record.error !== null && <QueryProblem error={record.error} retry={() => void record.refetch()} />}
      {rows === undefined && record.error === null && <Loading label={m.loading} />}
      {rows?.length === 0 && <Empty title={m.record.nothing} />}
      {rows !== undefined && rows.length > 0 && (
        <ol className="record">
          {rows.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      {record.hasNextPage && (
        <Button disabled={record.isFetchingNextPage} onClick={() => void record.fetchNextPage()}>
          {m.record.more}
        </Button>
      )}
    </section>
  );
}

/** What only administrators read of. */
const PRIVATE = new Set<string>(['person', 'invitation', 'token', 'setting', 'webhook']);

function Filters({ filter }: { filter: AuditFilter }) {
  const m = useMessages();
  const navigate = route.useNavigate();
  const people = useQuery(namesQuery);
  const all = useMay('admin');
  const set = (change: { [K in keyof AuditFilter]?: AuditFilter[K] | undefined }) => {
    const next = Object.fromEntries(
      Object.entries({ ...filter, ...change }).filter(([, value]) => value !== undefined),
    ) as AuditFilter;
    void navigate({ search: recordSearch(next), replace: true });
  };
  const query = new URLSearchParams(
    Object.entries(filter).map(([key, value]): [string, string] => [key, String(value)]),
  );
  return (
    <div className="record-filters">
      <label className="field">
        <span>{m.record.object}</span>
        <select
          className="input"
          value={filter.object ?? ''}
          onChange={(event) =>
            set({ object: OBJECTS.find((one) => one === event.target.value), objectId: undefined })
          }
        >
          <option value="">{m.record.everything}</option>
          {OBJECTS.filter((one) => all || !PRIVATE.has(one)).map((one) => (
            <option key={one} value={one}>
              {m.record.objects[one]}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{m.record.who}</span>
        <select
          className="input"
          value={filter.actor ?? ''}
          onChange={(event) =>
            set({ actor: event.target.value === '' ? undefined : Number(event.target.value) })
          }
        >
          <option value="">{m.record.everybody}</option>
          {people.data?.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
        </select>
      </label>
      {(['from', 'to'] as const).map((end) => (
        <label className="field" key={end}>
          <span>{m.record[end]}</span>
          <input
            className="input"
            type="date"
            value={filter[end] ?? ''}
            onChange={(event) => set({ [end]: event.target.value || undefined })}
          />
        </label>
      ))}
      {filter.objectId !== undefined && (
        <Button icon="cross" onClick={() => set({ objectId: undefined })}>
          {m.record.onlyOne}
        </Button>
      )}
      {all && (
        <a className="button button-framed" href={`/export/record.csv?${query}`} download>
          {m.record.csv}
        </a>
      )}
    </div>
  );
}
