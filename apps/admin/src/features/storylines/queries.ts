import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import type { StorylineDetail } from '@throughline/schema';
import { api } from '../../lib/api.ts';
import { storylinesApi } from './api.ts';

export const storylinesQuery = queryOptions({
  queryKey: ['storylines', 'list'],
  queryFn: ({ signal }) => api.storylines.list.query(undefined, { signal }),
});

export const storylineQuery = (id: number) =>
  queryOptions({
    queryKey: ['storylines', 'detail', id],
    queryFn: ({ signal }) => storylinesApi.byId(id, signal),
  });

/** @param kept a saved state; without it the piece as it stands, which `revision` names */
export const previewQuery = (id: number, revision: number, kept?: number | undefined) =>
  queryOptions({
    queryKey: ['storylines', 'preview', id, kept ?? revision],
    queryFn: ({ signal }) => api.storylines.preview.query({ id, revision: kept }, { signal }),
    gcTime: 0,
  });

export const timelineQuery = (id: number, revision: number) =>
  queryOptions({
    queryKey: ['storylines', 'timeline', id, revision],
    queryFn: ({ signal }) => api.storylines.timeline.query({ id }, { signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

export const holdsQuery = (id: number) =>
  queryOptions({
    queryKey: ['storylines', 'holds', id],
    queryFn: ({ signal }) => api.storylines.holds.query({ id }, { signal }),
    // Who left without a word is noticed by asking again.
    refetchInterval: 30_000,
  });

export const linksQuery = (id: number) =>
  queryOptions({
    queryKey: ['storylines', 'links', id],
    queryFn: ({ signal }) => api.storylines.links.query({ id }, { signal }),
  });

export const pointsQuery = (id: number, revision: number, search: string) =>
  queryOptions({
    queryKey: ['storylines', 'points', id, revision, search],
    queryFn: ({ signal }) => api.storylines.points.query({ id, search }, { signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

export const exportWarningsQuery = (id: number, revision: number) =>
  queryOptions({
    queryKey: ['storylines', 'warnings', id, revision],
    queryFn: ({ signal }) => api.storylines.exportWarnings.query({ id }, { signal }),
    gcTime: 0,
  });

export const proposedClaimsQuery = (id: number, revision: number) =>
  queryOptions({
    queryKey: ['storylines', 'proposed', id, revision],
    queryFn: ({ signal }) => api.storylines.proposedClaims.query({ id }, { signal }),
    // While the words are read again, what was found before stays in view.
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

export const revisionsQuery = (id: number, revision: number) =>
  queryOptions({
    queryKey: ['storylines', 'revisions', id, revision],
    queryFn: ({ signal }) => api.storylines.revisions.query({ id }, { signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

/** @param to a saved state; without it the piece as it stands, which `now` names */
export const comparisonQuery = (id: number, from: number, now: number, to?: number | undefined) =>
  queryOptions({
    queryKey: ['storylines', 'comparison', id, from, to ?? now],
    queryFn: ({ signal }) => api.storylines.compare.query({ id, from, to }, { signal }),
    gcTime: 0,
  });

export const trackingQuery = (id: number) =>
  queryOptions({
    queryKey: ['storylines', 'tracking', id],
    queryFn: ({ signal }) => api.storylines.tracking.query({ id }, { signal }),
  });

export const newsQuery = queryOptions({
  queryKey: ['storylines', 'news'],
  queryFn: ({ signal }) => api.storylines.news.query(undefined, { signal }),
});

/** Takes over the storyline that a change gave back, and lets the list be read again. */
export function keepStoryline(queryClient: QueryClient, storyline: StorylineDetail): void {
  queryClient.setQueryData(storylineQuery(storyline.id).queryKey, (held) =>
    held !== undefined && held.revision > storyline.revision ? held : storyline,
  );
  void queryClient.invalidateQueries({ queryKey: ['storylines', 'list'] });
}
