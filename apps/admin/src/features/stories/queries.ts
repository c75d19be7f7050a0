import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

export interface StoryFilter {
  topic: string | null;
  /** Only stories with at least so many reports. */
  reports: number;
  /** Only stories with this in their headline. */
  words?: string;
}

export const storiesQuery = (filter: StoryFilter) =>
  infiniteQueryOptions({
    queryKey: ['stories', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      api.stories.list.query(
        { ...filter, limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const storyQuery = (id: string) =>
  queryOptions({
    queryKey: ['stories', 'one', id],
    queryFn: ({ signal }) => api.stories.byId.query({ id }, { signal }),
  });

/** The latest grouping of everything anew; followed closely while it goes on. */
export const rebuildQuery = queryOptions({
  queryKey: ['stories', 'rebuild'],
  queryFn: ({ signal }) => api.stories.latestRebuild.query(undefined, { signal }),
  refetchInterval: ({ state: { data } }) => (data != null && data.finishedAt === null ? 1_000 : false),
});

/** The story of an item, and what of its text others had told before. */
export const itemStoryQuery = (itemId: number) =>
  queryOptions({
    queryKey: ['stories', 'of-item', itemId],
    queryFn: ({ signal }) => api.stories.ofItem.query({ itemId }, { signal }),
    staleTime: 30_000,
  });
