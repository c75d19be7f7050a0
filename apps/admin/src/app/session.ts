import { queryOptions } from '@tanstack/react-query';
import { api } from '../lib/api.ts';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => api.session.me.query(undefined, { signal }),
  staleTime: 10 * 60_000,
});
