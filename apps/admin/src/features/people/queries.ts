import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

export const namesQuery = queryOptions({
  queryKey: ['people', 'names'],
  queryFn: ({ signal }) => api.people.names.query(undefined, { signal }),
  staleTime: 5 * 60_000,
});

export const peopleQuery = queryOptions({
  queryKey: ['people', 'list'],
  queryFn: ({ signal }) => api.people.list.query(undefined, { signal }),
});

export const invitationsQuery = queryOptions({
  queryKey: ['people', 'invitations'],
  queryFn: ({ signal }) => api.people.invitations.query(undefined, { signal }),
});

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: ({ signal }) => api.tokens.list.query(undefined, { signal }),
});

export const ownSessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => api.session.list.query(undefined, { signal }),
});

export const sessionsOfQuery = (id: number) =>
  queryOptions({
    queryKey: ['people', 'sessions', id],
    queryFn: ({ signal }) => api.people.sessions.query({ id }, { signal }),
  });
