import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

export const publicationQuery = (id: number) =>
  queryOptions({
    queryKey: ['publishing', id],
    queryFn: ({ signal }) => api.publishing.of.query({ id }, { signal }),
  });

export const publishingRulesQuery = queryOptions({
  queryKey: ['publishing', 'rules'],
  queryFn: ({ signal }) => api.publishing.rules.query(undefined, { signal }),
});
