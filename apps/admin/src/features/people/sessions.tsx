import type { SessionInfo } from '@throughline/schema';
import { useFormat, useNow } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { deviceOf } from './device.ts';

/** Browsers in which somebody is signed in, each with a way to end it. */
export function SessionList({
  sessions,
  onEnd,
}: {
  sessions: readonly SessionInfo[];
  onEnd(id: number): void;
}) {
  const m = useMessages();
  const format = useFormat();
  const now = useNow();
  const nameOf = (session: SessionInfo) => {
    const { browser, system } = deviceOf(session.userAgent);
    if (browser === null) return session.userAgent ?? m.people.unknownDevice;
    return system === null ? browser : m.people.device(browser, system);
  };
  return (
    <ul className="session-list">
      {sessions.map((session) => (
        <li key={session.id} className="session-line">
          <span className="session-name">
            <span dir="auto">{nameOf(session)}</span>
            {session.current && <span className="badge">{m.people.thisBrowser}</span>}
          </span>
          <span className="soft small">
            {session.current ? '' : m.people.lastSeen(format.relative(session.lastSeenAt, now))}
          </span>
          <Button
            look="plain"
            aria-label={`${m.people.endSession}: ${nameOf(session)}`}
            onClick={() => onEnd(session.id)}
          >
            {m.people.endSession}
          </Button>
        </li>
      ))}
    </ul>
  );
}
