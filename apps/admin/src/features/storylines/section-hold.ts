import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { SectionHold } from '@throughline/schema';
import { useEffect, useRef } from 'react';
import { api } from '../../lib/api.ts';
import { useEditing } from './editing.ts';
import { holdsQuery } from './queries.ts';

/** Well within the time that the desk keeps a hold without hearing of it. */
const RENEW_MS = 15_000;
const LEAVE_MS = 400;

/**
 * Holds a section for this window while the cursor is in it.
 *
 * @returns who else writes there; null: nobody. `take` gets the section for this window.
 */
export function useSectionHold(sectionId: number): {
  other: SectionHold | null;
  enter(): void;
  leave(): void;
  take(): void;
} {
  const { id, windowId } = useEditing();
  const queryClient = useQueryClient();
  const { data } = useQuery(holdsQuery(id));
  const holds = data?.find((hold) => hold.sectionId === sectionId) ?? null;
  const inside = useRef(false);
  const leaving = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const say = async (on: boolean, take = false) => {
    // Without an answer nothing is locked: a save on top of somebody else's is noticed by its version.
    const hold = await api.storylines.hold.mutate({ sectionId, windowId, on, take }).catch(() => undefined);
    if (hold === undefined) return;
    queryClient.setQueryData(holdsQuery(id).queryKey, (before) => [
      ...(before ?? []).filter((one) => one.sectionId !== sectionId),
      ...(hold === null ? [] : [hold]),
    ]);
  };
  const latest = useRef(say);
  latest.current = say;
  useEffect(() => {
    const timer = setInterval(() => inside.current && void latest.current(true), RENEW_MS);
    return () => {
      clearInterval(timer);
      clearTimeout(leaving.current);
      if (inside.current) void latest.current(false);
    };
  }, []);
  return {
    other: holds !== null && holds.windowId !== windowId ? holds : null,
    enter: () => {
      clearTimeout(leaving.current);
      if (inside.current) return;
      inside.current = true;
      void say(true);
    },
    leave: () => {
      clearTimeout(leaving.current);
      // The cursor may only be on its way from one part of the section to another.
      leaving.current = setTimeout(() => {
        if (!inside.current) return;
        inside.current = false;
        void latest.current(false);
      }, LEAVE_MS);
    },
    take: () => {
      clearTimeout(leaving.current);
      inside.current = true;
      void say(true, true);
    },
  };
}
