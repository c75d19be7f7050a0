import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

export const sourcesQuery = queryOptions({
  queryKey: ['sources', 'list'],
  queryFn: ({ signal }) => api.sources.list.query(undefined, { signal }),
});

/** @param checkedAt when the source was checked last: a new check makes another history. */
export const historyQuery = (id: number, checkedAt: string | null) =>
  queryOptions({
    queryKey: ['sources', 'history', id, checkedAt],
    queryFn: ({ signal }) => api.sources.history.query({ id }, { signal }),
    placeholderData: keepPreviousData,
  });
