import { queryOptions } from '@tanstack/react-query';
import type { WorkRef } from '@throughline/schema';
import { api } from '../../lib/api.ts';

export const workQuery = (ref: WorkRef) =>
  queryOptions({
    queryKey: ['work', ref.object, ref.id],
    queryFn: ({ signal }) => api.work.on.query(ref, { signal }),
  });

export const inboxQuery = queryOptions({
  queryKey: ['inbox'],
  queryFn: ({ signal }) => api.work.inbox.query(undefined, { signal }),
});
