import { infiniteQueryOptions } from '@tanstack/react-query';
import type { AuditFilter } from '@throughline/schema';
import { api } from '../../lib/api.ts';

export const recordQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['record', filter],
    queryFn: ({ pageParam, signal }) =>
      api.audit.list.query({ filter, ...(pageParam === null ? {} : { cursor: pageParam }) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
