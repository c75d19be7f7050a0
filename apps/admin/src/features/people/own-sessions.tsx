import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { ownSessionsQuery } from './queries.ts';
import { SessionList } from './sessions.tsx';
import './people.css';

/** Where one is signed in oneself, and the ways out. */
export function OwnSessions() {
  const m = useMessages();
  const queryClient = useQueryClient();
  const notSaved = useNotSaved();
  const sessions = useQuery(ownSessionsQuery);
  const current = sessions.data?.find((session) => session.current);
  const signOut = useMutation({
    mutationFn: () => api.session.signOut.mutate(),
    onSuccess: () => queryClient.resetQueries(),
    onError: notSaved,
  });
  const end = useMutation({
    mutationFn: (id: number) => api.session.end.mutate({ id }),
    onSuccess: (_answer, id) =>
      id === current?.id
        ? queryClient.resetQueries()
        : queryClient.invalidateQueries({ queryKey: ownSessionsQuery.queryKey }),
    onError: notSaved,
  });
  const endAll = useMutation({
    mutationFn: () => api.session.endAll.mutate(),
    onSuccess: () => queryClient.resetQueries(),
    onError: notSaved,
  });
  return (
    <>
      <SessionList sessions={sessions.data ?? []} onEnd={(id) => end.mutate(id)} />
      <div className="row">
        <Button onClick={() => signOut.mutate()} disabled={signOut.isPending}>
          {m.settings.signOut}
        </Button>
        <Button look="plain" onClick={() => endAll.mutate()} disabled={endAll.isPending}>
          {m.people.signOutEverywhere}
        </Button>
      </div>
    </>
  );
}
