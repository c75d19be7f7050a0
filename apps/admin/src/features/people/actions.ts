import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Role } from '@throughline/schema';
import { useState } from 'react';
import { undoStack } from '../../app/undo.ts';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { showToast } from '../../ui/toast.tsx';

/** Where the tokens of links lead: pages take them from behind the #, which is sent to nobody. */
export const invitationLink = (token: string) => `${location.origin}/invitation#${token}`;
const signInLink = (token: string) => `${location.origin}/sign-in#${token}`;

/** What an administrator can do with somebody. Roles and removal can be undone. */
export function usePeopleActions(person: { id: number; name?: string; role?: Role }) {
  const m = useMessages();
  const queryClient = useQueryClient();
  const notSaved = useNotSaved();
  const [link, setLink] = useState<string | null>(null);
  const { id, name = '' } = person;
  const reread = () => queryClient.invalidateQueries({ queryKey: ['people'] });
  const done = (label: string, undo: () => Promise<unknown>) => {
    const entry = {
      label,
      undo: async () => {
        await undo().catch(notSaved);
        await reread();
      },
    };
    undoStack.push(entry);
    showToast(label, {
      action: { label: m.undo, keyHint: 'z', run: () => void undoStack.undoEntry(entry) },
    });
    return reread();
  };
  const role = useMutation({
    mutationFn: (next: Role) => api.people.setRole.mutate({ id, role: next }),
    onSuccess: (_answer, next) =>
      done(m.people.nowIs(name, m.people.roles[next]), () =>
        api.people.setRole.mutate({ id, role: person.role ?? next }),
      ),
    onError: notSaved,
  });
  const remove = useMutation({
    mutationFn: () => api.people.remove.mutate({ id }),
    onSuccess: () => done(m.people.removed(name), () => api.people.restore.mutate({ id })),
    onError: notSaved,
  });
  const restore = useMutation({
    mutationFn: () => api.people.restore.mutate({ id }),
    onSuccess: () => done(m.people.isBack(name), () => api.people.remove.mutate({ id })),
    onError: notSaved,
  });
  const makeLink = useMutation({
    mutationFn: () => api.people.signInLink.mutate({ id }),
    onSuccess: ({ token }) => setLink(signInLink(token)),
    onError: notSaved,
  });
  const endSession = useMutation({
    mutationFn: (session: number) => api.people.endSession.mutate({ id, session }),
    onSuccess: reread,
    onError: notSaved,
  });
  const endSessions = useMutation({
    mutationFn: () => api.people.endSessions.mutate({ id }),
    onSuccess: reread,
    onError: notSaved,
  });
  return {
    setRole: (next: Role) => role.mutate(next),
    remove: () => remove.mutate(),
    restore: () => restore.mutate(),
    makeLink: () => makeLink.mutate(),
    link,
    forgetLink: () => setLink(null),
    endSession: (session: number) => endSession.mutate(session),
    endSessions: () => endSessions.mutate(),
  };
}
