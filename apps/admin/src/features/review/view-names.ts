import { useQuery } from '@tanstack/react-query';
import type { SavedView } from '@throughline/schema';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { sourcesQuery } from '../sources/queries.ts';
import { topicsQuery } from '../topics/queries.ts';
import type { ViewName } from './address.ts';
import { savedViewsQuery } from './queries.ts';

/** The saved view of an address: undefined while it is being read, null when the address names none (any more). */
export function useSavedView(name: ViewName): SavedView | null | undefined {
  const views = useQuery({ ...savedViewsQuery, enabled: name.kind === 'saved' });
  if (name.kind !== 'saved') return null;
  if (views.data === undefined) return views.isError ? null : undefined;
  return views.data.find((view) => view.id === name.saved) ?? null;
}

/** How people call a view. */
export function useViewTitle(name: ViewName): string {
  const m = useMessages();
  const format = useFormat();
  const topics = useQuery({ ...topicsQuery, enabled: name.kind === 'topic' });
  const sources = useQuery({ ...sourcesQuery, enabled: name.kind === 'source' || name.kind === 'publisher' });
  const saved = useSavedView(name);
  switch (name.kind) {
    case 'queue':
      return m.review.queue;
    case 'everything':
      return m.review.everything;
    case 'mark':
      return m.review.marks[name.mark];
    case 'topic':
      return topics.data?.find((topic) => topic.id === name.topic)?.name ?? name.topic;
    case 'source':
      return sources.data?.find((source) => source.id === name.source)?.title ?? m.review.source;
    case 'publisher':
      return (
        sources.data?.find((source) => source.publisher.id === name.publisher)?.publisher.name ??
        m.review.publisher
      );
    case 'language':
      return format.language(name.language);
    case 'saved':
      return saved?.name ?? m.review.savedView;
  }
}
