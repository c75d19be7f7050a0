import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { StorylineDetail, StorylineRevision } from '@throughline/schema';
import { useState } from 'react';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { Loading } from '../../ui/states.tsx';
import { showToast } from '../../ui/toast.tsx';
import { HistoryLink } from '../record/history-link.tsx';
import { storylinesApi } from './api.ts';
import { Comparison } from './comparison.tsx';
import { useEditing } from './editing.ts';
import { revisionsQuery } from './queries.ts';
import { useWhenSaved } from './use-when-saved.ts';

/** The saved states of a piece: each can be compared with what stands now, and restored. */
export function History({ storyline }: { storyline: StorylineDetail }) {
  const m = useMessages();
  const { data } = useQuery(revisionsQuery(storyline.id, storyline.revision));
  const [chosen, setChosen] = useState<number | null>(null);
  // While an answer is on its way, the list may know of a newer state than the page does.
  const newest = Math.max(storyline.revision, data?.[0]?.revision ?? 0);
  return (
    <aside className="material" aria-labelledby="history">
      <h2 id="history">{m.storylines.side.history}</h2>
      <p className="soft small">{m.storylines.historyLead}</p>
      <div className="row">
        <KeepState id={storyline.id} />
        <HistoryLink object="storyline" id={storyline.id} />
      </div>
      <AsKnownOn id={storyline.id} onFound={setChosen} />
      {data === undefined && <Loading label={m.loading} />}
      {data?.length === 0 && <p className="soft small">{m.storylines.historyNone}</p>}
      <ul>
        {data?.map((state) => (
          <StateLine
            key={state.revision}
            state={state}
            storyline={storyline}
            current={state.revision === newest}
            others={data.filter(({ revision }) => revision !== state.revision)}
            open={chosen === state.revision}
            onOpen={(open) => setChosen(open ? state.revision : null)}
          />
        ))}
      </ul>
    </aside>
  );
}

function KeepState({ id }: { id: number }) {
  const m = useMessages();
  const whenSaved = useWhenSaved();
  const notSaved = useNotSaved();
  const keep = useMutation({
    mutationFn: () => api.storylines.keepState.mutate({ id }),
    onSuccess: () => showToast(m.storylines.historyKept),
    onError: notSaved,
  });
  return <Button onClick={() => whenSaved(keep.mutate)}>{m.storylines.historyKeep}</Button>;
}

function AsKnownOn({ id, onFound }: { id: number; onFound(revision: number): void }) {
  const m = useMessages();
  const notSaved = useNotSaved();
  return (
    <label className="field">
      <span>{m.storylines.historyAsOf}</span>
      <input
        className="input"
        type="datetime-local"
        onChange={async (event) => {
          const moment = new Date(event.target.value);
          if (Number.isNaN(moment.getTime())) return;
          // Saved within the minute that was asked for still counts.
          const at = new Date(moment.getTime() + 59_999).toISOString();
          const revision = await api.storylines.revisionAsOf.query({ id, at }).catch(notSaved);
          if (typeof revision === 'number') onFound(revision);
          else if (revision === null) showToast(m.storylines.historyNoneThen);
        }}
      />
    </label>
  );
}

interface StateLineProps {
  state: StorylineRevision;
  storyline: StorylineDetail;
  /** It is how the piece stands now. */
  current: boolean;
  others: readonly StorylineRevision[];
  open: boolean;
  onOpen(open: boolean): void;
}

function StateLine({ state, storyline, current, others, open, onOpen }: StateLineProps) {
  const m = useMessages();
  const format = useFormat();
  const restore = useRestore(storyline, state.revision);
  const [to, setTo] = useState<number | undefined>(undefined);
  return (
    <li className="claim-line">
      <div className="claim-text">
        <span>{m.storylines.historyState(state.revision, format.dateTime(state.at), state.by)}</span>
        <span className="row">
          <Link to="." search={(now) => ({ ...now, show: 'preview' as const, revision: state.revision })}>
            {m.storylines.historyOpen}
          </Link>
          <a href={`/export/storylines/${storyline.id}?format=html&revision=${state.revision}`} download>
            {m.storylines.exportAs.html}
          </a>
          {!current && (
            <>
              <Button look="plain" aria-expanded={open} onClick={() => onOpen(!open)}>
                {m.storylines.historyCompare}
              </Button>
              <Button look="plain" onClick={restore}>
                {m.storylines.historyRestore}
              </Button>
            </>
          )}
        </span>
        {open && (
          <>
            <select
              className="input"
              aria-label={m.storylines.historyCompareWith}
              value={to ?? ''}
              onChange={(event) => setTo(event.target.value === '' ? undefined : Number(event.target.value))}
            >
              <option value="">{m.storylines.historyNow}</option>
              {others.map((other) => (
                <option key={other.revision} value={other.revision}>
                  {m.storylines.historyState(other.revision, format.dateTime(other.at), other.by)}
                </option>
              ))}
            </select>
            <Comparison storyline={storyline} from={state.revision} to={to} />
          </>
        )}
      </div>
    </li>
  );
}

function useRestore(storyline: StorylineDetail, revision: number): () => void {
  const m = useMessages();
  const editing = useEditing();
  const whenSaved = useWhenSaved();
  const notSaved = useNotSaved();
  const { mutate } = useMutation({
    mutationFn: () => storylinesApi.restoreRevision(storyline.id, revision),
    onSuccess: (after) => {
      editing.keep(after);
      showToast(m.storylines.historyRestored(revision));
    },
    onError: notSaved,
  });
  // What is on screen is saved first, so that it is among the states to go back to.
  return () => void whenSaved(mutate);
}
