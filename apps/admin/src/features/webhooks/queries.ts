import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: ({ signal }) => api.webhooks.list.query(undefined, { signal }),
  // What came of a delivery is written by the worker.
  refetchInterval: 5_000,
});
