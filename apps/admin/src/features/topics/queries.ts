import { queryOptions } from '@tanstack/react-query';
import type { TaggableItem } from '@throughline/schema';
import { api } from '../../lib/api.ts';

export const topicsQuery = queryOptions({
  queryKey: ['topics'],
  queryFn: ({ signal }) => api.topics.list.query(undefined, { signal }),
  staleTime: 10 * 60_000,
});

/** What every topic's rules make of a text; nothing is stored. */
export const topicTestQuery = (item: TaggableItem) =>
  queryOptions({
    queryKey: ['topics', 'test', item],
    queryFn: ({ signal }) => api.topics.test.query(item, { signal }),
    gcTime: 0,
  });
