import { isAtLeast, type Role } from '@throughline/schema/roles';
import { createContext, type ReactNode, use } from 'react';

interface Standing {
  /** Of whoever sits at the desk; null while it is not known: nothing is held back then, the desk decides. */
  role: Role | null;
  /** Why somebody may not do what takes the role `least`. */
  reason(least: Role): string;
}

const StandingContext = createContext<Standing>({ role: null, reason: () => '' });

export function StandingProvider({ standing, children }: { standing: Standing; children: ReactNode }) {
  return <StandingContext value={standing}>{children}</StandingContext>;
}

/** Why the person here may not do what takes the role `least`; null: they may. */
export function useRefusal(least: Role | undefined): string | null {
  const { role, reason } = use(StandingContext);
  return least === undefined || role === null || isAtLeast(role, least) ? null : reason(least);
}

export const useMay = (least: Role): boolean => useRefusal(least) === null;
