import { useSyncExternalStore } from 'react';
import { outbox } from '../features/review/decisions.ts';
import { useMessages } from '../i18n/messages.tsx';
import { createStore, useStore } from '../lib/store.ts';
import { Icon } from '../ui/icons.tsx';

/** Whether the line of live events stands. */
export const lineUp = createStore(true);

interface Connection {
  away: boolean;
  /** Decisions that have not reached the desk. */
  waiting: number;
}

export function useConnection(): Connection {
  const waiting = useSyncExternalStore(outbox.subscribe, outbox.waiting);
  const stuck = useSyncExternalStore(outbox.subscribe, outbox.stuck);
  return { away: !useStore(lineUp) || stuck, waiting: waiting.length };
}

export function ConnectionNotice() {
  const m = useMessages();
  const { away, waiting } = useConnection();
  return (
    <div role="status">
      {away && (
        <div className="notice">
          <Icon name="warning" />
          <span>
            {m.connection.away} {waiting > 0 && m.connection.waiting(waiting)}
          </span>
        </div>
      )}
    </div>
  );
}
