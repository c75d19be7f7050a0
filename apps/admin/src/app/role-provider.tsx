import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo } from 'react';
import { useMessages } from '../i18n/messages.tsx';
import { adoptPreferences } from '../lib/preferences.ts';
import { StandingProvider } from '../ui/may.tsx';
import { meQuery, settingsQuery } from './session.ts';

/** Tells all controls what the person here may do, so that nothing is offered that the desk would refuse. */
export function RoleProvider({ children }: { children: ReactNode }) {
  const m = useMessages();
  useOwnSettings();
  const role = useQuery(meQuery).data?.role ?? null;
  const standing = useMemo(
    () => ({ role, reason: (least: keyof typeof m.people.roles) => m.people.needs(m.people.roles[least]) }),
    [role, m],
  );
  return <StandingProvider standing={standing}>{children}</StandingProvider>;
}

/** Brings what somebody chose elsewhere to this browser. */
function useOwnSettings(): void {
  const signedIn = useQuery(meQuery).isSuccess;
  const settings = useQuery({ ...settingsQuery, enabled: signedIn });
  useEffect(() => {
    if (settings.data !== undefined) adoptPreferences(settings.data);
  }, [settings.data]);
}
