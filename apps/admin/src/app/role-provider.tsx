import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { useMessages } from '../i18n/messages.tsx';
import { StandingProvider } from '../ui/may.tsx';
import { meQuery } from './session.ts';

/** Tells all controls what the person here may do, so that nothing is offered that the desk would refuse. */
export function RoleProvider({ children }: { children: ReactNode }) {
  const m = useMessages();
  const role = useQuery(meQuery).data?.role ?? null;
  const standing = useMemo(
    () => ({ role, reason: (least: keyof typeof m.people.roles) => m.people.needs(m.people.roles[least]) }),
    [role, m],
  );
  return <StandingProvider standing={standing}>{children}</StandingProvider>;
}
