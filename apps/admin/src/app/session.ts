import { queryOptions } from '@tanstack/react-query';
import { api } from '../lib/api.ts';

/** What this person chose, wherever that was. */
export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => api.session.settings.query(undefined, { signal }),
  staleTime: 10 * 60_000,
});

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => api.session.me.query(undefined, { signal }),
  staleTime: 10 * 60_000,
});
