import { useQuery } from '@tanstack/react-query';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useMessages } from '../i18n/messages.tsx';
import { failureOf } from '../lib/api.ts';
import { Announcer, announce } from '../ui/announce.tsx';
import { Toasts } from '../ui/toast.tsx';
import { ConnectionNotice } from './connection.tsx';
import { SignedOut } from './dead-ends.tsx';
import { DeskCommands } from './desk-commands.tsx';
import { Rail } from './rail.tsx';
import { meQuery } from './session.ts';
import { useDeskEvents } from './use-desk-events.ts';
import './shell.css';

/** Pages for somebody who is not on the desk yet. */
const OUTSIDE = new Set(['/invitation', '/sign-in']);

/** What stands around every screen. */
export function Shell() {
  const me = useQuery(meQuery);
  const outside = useRouterState({ select: (state) => OUTSIDE.has(state.location.pathname) });
  if (outside) return <Outlet />;
  if (me.error !== null && failureOf(me.error).kind === 'signed-out') return <SignedOut />;
  return <Desk />;
}

function Desk() {
  const m = useMessages();
  useDeskEvents();
  useFocusOnArrival();
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

/** Who goes to another screen is there: the cursor stands at its content, and its name is read out. */
function useFocusOnArrival(): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef<string | undefined>(undefined);
  useEffect(() => {
    const first = before.current === undefined;
    before.current = path;
    if (first || path === undefined) return;
    document.getElementById('content')?.focus({ preventScroll: true });
    announce(document.title);
  }, [path]);
}
