import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { FetchRecord, Source } from '@throughline/schema';
import { useState } from 'react';
import { QueryProblem } from '../../app/query-problem.tsx';
import { useFormat, useNow } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { saidIn } from '../../i18n/said.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Loading } from '../../ui/states.tsx';
import { HistoryLink } from '../record/history-link.tsx';
import { viewSegment } from '../review/address.ts';
import { safeAddress } from '../review/readable.ts';
import { useSourceActions } from './actions.ts';
import { EditSource } from './edit.tsx';
import { historyQuery } from './queries.ts';
import { SourceHealth } from './source-line.tsx';

export function SourceDetails({ source, onClose }: { source: Source; onClose(): void }) {
  const m = useMessages();
  const actions = useSourceActions(source);
  const paused = source.state === 'paused';
  const [editing, setEditing] = useState(false);
  return (
    <Dialog shape="drawer" title={source.title} closeLabel={m.close} onClose={onClose}>
      <SourceHealth source={source} />
      <div className="row source-detail-actions">
        <Button needs="curator" icon="refresh" disabled={paused} onClick={actions.pollNow}>
          {m.sources.pollNow}
        </Button>
        <Button needs="editor" icon={paused ? 'play' : 'pause'} onClick={() => actions.setPaused(!paused)}>
          {paused ? m.sources.resume : m.sources.pause}
        </Button>
        <Link
          to="/review/$view"
          params={{ view: viewSegment({ kind: 'source', source: source.id }) }}
          className="button button-framed"
        >
          {m.sources.seeItems}
        </Link>
        <Button needs="editor" aria-expanded={editing} onClick={() => setEditing(!editing)}>
          {m.sources.edit}
        </Button>
        <Button
          needs="editor"
          onClick={() => {
            actions.remove();
            onClose();
          }}
        >
          {m.sources.remove}
        </Button>
        <HistoryLink object="source" id={source.id} />
      </div>
      {editing && <EditSource source={source} onDone={() => setEditing(false)} />}
      <SourceFacts source={source} />
      <h3 className="source-history-title">{m.sources.history}</h3>
      <History source={source} />
    </Dialog>
  );
}

function SourceFacts({ source }: { source: Source }) {
  const m = useMessages();
  const format = useFormat();
  const now = useNow();
  const site = safeAddress(source.siteUrl);
  return (
    <dl className="source-facts">
      <dt>{m.sources.feed}</dt>
      <dd dir="ltr">{source.url}</dd>
      {site !== null && (
        <>
          <dt>{m.sources.site}</dt>
          <dd dir="ltr">
            <a href={site} target="_blank" rel="noopener nofollow noreferrer">
              {site}
            </a>
          </dd>
        </>
      )}
      <dt>{m.sources.byPublisher}</dt>
      <dd>
        <bdi>{source.publisher.name}</bdi>
      </dd>
      {source.language !== null && (
        <>
          <dt>{m.sources.language}</dt>
          <dd>{format.language(source.language)}</dd>
        </>
      )}
      {source.folders.length > 0 && (
        <>
          <dt>{m.sources.folders}</dt>
          <dd>
            <bdi>{format.list(source.folders)}</bdi>
          </dd>
        </>
      )}
      {source.nextBecause !== null && source.nextBecause in m.sources.because && (
        <>
          <dt>{m.sources.schedule}</dt>
          <dd>{m.sources.because[source.nextBecause as keyof typeof m.sources.because]}</dd>
        </>
      )}
      {source.push !== null && (
        <>
          <dt>{m.sources.pushing}</dt>
          <dd>{m.sources.push[source.push.state]}</dd>
        </>
      )}
      <dt>{m.sources.items}</dt>
      <dd>{format.number(source.items)}</dd>
      <dt>{m.sources.lastNew}</dt>
      <dd>{source.lastNewItemAt === null ? m.sources.never : format.relative(source.lastNewItemAt, now)}</dd>
    </dl>
  );
}

function History({ source }: { source: Source }) {
  const m = useMessages();
  const history = useQuery(historyQuery(source.id, source.lastCheckAt));
  if (history.data === undefined)
    return history.error !== null ? (
      <QueryProblem error={history.error} retry={() => void history.refetch()} />
    ) : (
      <Loading label={m.loading} />
    );
  if (history.data.length === 0) return <p className="soft">{m.sources.noHistory}</p>;
  return (
    <table className="source-history">
      <thead>
        <tr>
          <th scope="col">{m.sources.when}</th>
          <th scope="col">{m.sources.answer}</th>
          <th scope="col">{m.sources.took}</th>
          <th scope="col">{m.sources.found}</th>
        </tr>
      </thead>
      <tbody>
        {history.data.map((record) => (
          <HistoryRow key={record.id} record={record} />
        ))}
      </tbody>
    </table>
  );
}

function HistoryRow({ record }: { record: FetchRecord }) {
  const m = useMessages();
  const format = useFormat();
  const now = useNow();
  const { outcome } = record;
  const known = outcome === 'body' || outcome === 'unchanged' || outcome === 'pushed' ? outcome : null;
  return (
    <tr data-failed={known === null || undefined}>
      <td>
        <time dateTime={record.at} title={format.dateTime(record.at)}>
          {format.relative(record.at, now)}
        </time>
      </td>
      <td>
        {known !== 'pushed' && `${record.status ?? m.sources.noAnswer}, `}
        {known === null ? (record.said && saidIn(m, record.said)) || outcome : m.sources.outcome[known]}
      </td>
      <td>
        {m.sources.milliseconds(record.durationMs)}
        {record.bytes !== null && <span className="soft">, {format.bytes(record.bytes)}</span>}
      </td>
      <td>{`${format.number(record.newItems)}, ${format.number(record.changedItems)}`}</td>
    </tr>
  );
}
