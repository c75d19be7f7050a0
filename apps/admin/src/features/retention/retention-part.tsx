import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Retention, RetentionPreview } from '@throughline/schema';
import { useState } from 'react';
import { QueryProblem } from '../../app/query-problem.tsx';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { Loading } from '../../ui/states.tsx';
import { showToast } from '../../ui/toast.tsx';
import { retentionQuery } from './queries.ts';
import './retention.css';

/** How long items are kept that nobody needs. */
export function RetentionPart() {
  const m = useMessages();
  const state = useQuery(retentionQuery);
  if (state.error !== null) return <QueryProblem error={state.error} retry={() => void state.refetch()} />;
  if (state.data === undefined) return <Loading label={m.loading} />;
  const { days, items, forgotten, runs } = state.data;
  return (
    <section className="retention">
      <h2>{m.retention.title}</h2>
      <p className="soft small">{m.retention.lead}</p>
      <p className="retention-state" role="status">
        {days === null ? m.retention.off(items) : m.retention.on(days)}
        {forgotten > 0 && <span className="soft"> {m.retention.gone(forgotten)}</span>}
      </p>
      <RetentionForm now={days} />
      {runs.length > 0 && <Runs runs={runs} />}
    </section>
  );
}

const LEAST = 30;
const MOST = 3650;
const USUAL = 365;

/** Days are chosen, what they would do is counted, and only then can it be switched on. */
function RetentionForm({ now }: { now: number | null }) {
  const m = useMessages();
  const queryClient = useQueryClient();
  const notSaved = useNotSaved();
  const [days, setDays] = useState(String(now ?? USUAL));
  const wanted = Number(days);
  const usable = Number.isInteger(wanted) && wanted >= LEAST && wanted <= MOST;
  const preview = useMutation({
    mutationFn: () => api.retention.preview.query({ days: wanted }),
    onError: notSaved,
  });
  const set = useMutation({
    mutationFn: (value: number | null) => api.retention.set.mutate({ days: value }),
    onSuccess: (_done, value) => {
      preview.reset();
      showToast(value === null ? m.retention.didSwitchOff : m.retention.didSwitchOn);
      return queryClient.invalidateQueries({ queryKey: retentionQuery.queryKey });
    },
    onError: notSaved,
  });
  const counted = preview.data?.days === wanted ? preview.data : undefined;
  return (
    <>
      <form
        className="retention-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (usable) preview.mutate();
        }}
      >
        <label className="field">
          <span>{m.retention.days}</span>
          <input
            className="input"
            type="number"
            min={LEAST}
            max={MOST}
            required
            value={days}
            aria-describedby="retention-range"
            onChange={(event) => setDays(event.target.value)}
          />
        </label>
        <Button type="submit" disabled={!usable || preview.isPending}>
          {preview.isPending ? m.retention.counting : m.retention.count}
        </Button>
        {now !== null && (
          <Button look="plain" disabled={set.isPending} onClick={() => set.mutate(null)}>
            {m.retention.switchOff}
          </Button>
        )}
      </form>
      <p id="retention-range" className="soft small">
        {m.retention.daysRange(LEAST, MOST)}
      </p>
      {counted !== undefined && (
        <div className="retention-preview" role="status">
          <Preview preview={counted} />
          {counted.days !== now && (
            <>
              <p className="small">{m.retention.forGood}</p>
              <Button look="primary" disabled={set.isPending} onClick={() => set.mutate(counted.days)}>
                {m.retention.switchOn}
              </Button>
            </>
          )}
        </div>
      )}
    </>
  );
}

function Preview({ preview: { days, older, removes, keeps } }: { preview: RetentionPreview }) {
  const m = useMessages();
  if (older === 0) return <p>{m.retention.nothingOld(days)}</p>;
  return (
    <>
      <p>
        <strong>{m.retention.wouldRemove(removes)}</strong> {m.retention.ofOlder(older, days)}
      </p>
      {keeps.length > 0 && (
        <>
          <p>{m.retention.keeps}</p>
          <ul className="retention-keeps">
            {keeps.map(({ because, count }) => (
              <li key={because}>{m.retention.because[because](count)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Runs({ runs }: { runs: Retention['runs'] }) {
  const m = useMessages();
  const format = useFormat();
  return (
    <>
      <h3>{m.retention.runs}</h3>
      <ul className="retention-runs">
        {runs.map((run) => (
          <li key={run.startedAt}>
            <time className="soft" dateTime={run.startedAt}>
              {format.dateTime(run.startedAt)}
            </time>
            <span>{m.retention.ran(run.removed, run.days)}</span>
            {run.endedAt === null && <span className="soft">{m.retention.underWay}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
