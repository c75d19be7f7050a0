import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { useMessages } from '../i18n/messages.tsx';
import { failureOf } from '../lib/api.ts';
import { Announcer } from '../ui/announce.tsx';
import { Toasts } from '../ui/toast.tsx';
import { ConnectionNotice } from './connection.tsx';
import { SignedOut } from './dead-ends.tsx';
import { DeskCommands } from './desk-commands.tsx';
import { Rail } from './rail.tsx';
import { meQuery } from './session.ts';
import { useDeskEvents } from './use-desk-events.ts';
import './shell.css';

/** What stands around every screen. */
export function Shell() {
  const me = useQuery(meQuery);
  if (me.error !== null && failureOf(me.error).kind === 'signed-out') return <SignedOut />;
  return <Desk />;
}

function Desk() {
  const m = useMessages();
  useDeskEvents();
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {m.skip}
      </a>
      <Rail />
      <div className="shell-main">
        <ConnectionNotice />
        <main id="content" className="content" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <Toasts closeLabel={m.close} />
      <Announcer />
      <DeskCommands />
    </div>
  );
}
