import { queryOptions } from '@tanstack/react-query';
import type { TaggableItem } from '@throughline/schema';
import { api } from '../../lib/api.ts';

export const topicsQuery = queryOptions({
  queryKey: ['topics'],
  queryFn: ({ signal }) => api.topics.list.query(undefined, { signal }),
  staleTime: 10 * 60_000,
});

/** What every topic's rules make of a text, those that are being edited in place of the stored; nothing is stored. */
export const topicTestQuery = (item: TaggableItem, rules: string | null) =>
  queryOptions({
    queryKey: ['topics', 'test', item, rules],
    queryFn: ({ signal }) =>
      api.topics.test.query({ ...item, ...(rules === null ? {} : { rules }) }, { signal }),
    gcTime: 0,
  });

export const topicTextQuery = (id: string) =>
  queryOptions({
    queryKey: ['topics', 'text', id],
    queryFn: ({ signal }) => api.topics.text.query({ id }, { signal }),
  });

/** Whether rules can be used, and if not, where they are wrong. @param id the topic whose they are; null: a new one's. */
export const topicCheckQuery = (text: string, id: string | null) =>
  queryOptions({
    queryKey: ['topics', 'check', id, text],
    queryFn: ({ signal }) => api.topics.check.query({ text, ...(id === null ? {} : { id }) }, { signal }),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What rules would change about the stored items of the last days. */
export const topicWhatIfQuery = (text: string, days: number) =>
  queryOptions({
    queryKey: ['topics', 'what-if', text, days],
    queryFn: ({ signal }) => api.topics.whatIf.query({ text, days }, { signal }),
    gcTime: 0,
  });

export const topicVersionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['topics', 'versions', id],
    queryFn: ({ signal }) => api.topics.versions.query({ id }, { signal }),
  });

export const importableTopicsQuery = queryOptions({
  queryKey: ['topics', 'importable'],
  queryFn: ({ signal }) => api.topics.importable.query(undefined, { signal }),
});

/** How far the stored items are tagged with the rules as they stand; followed closely while it goes on. */
export const taggingProgressQuery = queryOptions({
  queryKey: ['topics', 'progress'],
  queryFn: ({ signal }) => api.topics.progress.query(undefined, { signal }),
  refetchInterval: ({ state: { data } }) => (data !== undefined && data.done < data.total ? 1_000 : 15_000),
});

/** How the rules do on the verdicts, and what these suggest. */
export const topicLearnedQuery = (id: string) =>
  queryOptions({
    queryKey: ['topics', 'learned', id],
    queryFn: ({ signal }) => api.topics.learned.query({ id }, { signal }),
    staleTime: 0,
  });

export type Learned = Awaited<ReturnType<typeof api.topics.learned.query>>;

/** What an item's scores are made of, by the rules and what was learned as they stand. */
export const topicExplainQuery = (itemId: number) =>
  queryOptions({
    queryKey: ['topics', 'explain', itemId],
    queryFn: ({ signal }) => api.topics.explain.query({ itemId }, { signal }),
  });
