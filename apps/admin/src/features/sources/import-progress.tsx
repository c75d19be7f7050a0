import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { ImportProblems } from './import-problems.tsx';
import './edit.css';

const AGAIN_EVERY_MS = 2_000;
const PUT_AWAY = 'throughline.import-put-away';

/** How far the first reading of the last import has come, until somebody puts it away. */
export function ImportProgress() {
  const m = useMessages();
  const [putAway, setPutAway] = useState(() => localStorage.getItem(PUT_AWAY));
  const [showProblems, setShowProblems] = useState(false);
  const last = useQuery({
    queryKey: ['sources', 'import'],
    queryFn: ({ signal }) => api.sources.lastImport.query(undefined, { signal }),
    refetchInterval: (query) => {
      const state = query.state.data;
      return state && state.read + state.removed < state.added ? AGAIN_EVERY_MS : false;
    },
  });
  const state = last.data;
  if (!state || state.at === putAway || (state.added === 0 && state.problems.length === 0)) return null;
  const total = state.added - state.removed;
  const done = state.read >= total;
  return (
    <section className="import-progress" aria-label={m.sources.importOpml}>
      <strong>{done ? m.sources.importDone(total) : m.sources.importRunning(state.read, total)}</strong>
      {!done && <progress value={state.read} max={total} aria-label={m.sources.importOpml} />}
      {!done && <span className="soft small">{m.sources.importText}</span>}
      {state.failed > 0 && <span className="soft">{m.sources.importFailed(state.failed)}</span>}
      <div className="row">
        {state.problems.length > 0 && (
          <Button onClick={() => setShowProblems(true)}>
            {m.sources.importShowProblems(state.problems.length)}
          </Button>
        )}
        <Button
          look="plain"
          onClick={() => {
            localStorage.setItem(PUT_AWAY, state.at);
            setPutAway(state.at);
          }}
        >
          {m.sources.dismiss}
        </Button>
      </div>
      {showProblems && <ImportProblems problems={state.problems} onClose={() => setShowProblems(false)} />}
    </section>
  );
}
