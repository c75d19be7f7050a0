import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

export const sourcesQuery = queryOptions({
  queryKey: ['sources', 'list'],
  queryFn: ({ signal }) => api.sources.list.query(undefined, { signal }),
});

export const historyQuery = (id: number) =>
  queryOptions({
    queryKey: ['sources', 'history', id],
    queryFn: ({ signal }) => api.sources.history.query({ id }, { signal }),
  });
