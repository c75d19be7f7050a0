import { type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query';
import type { DeskEvent } from '@throughline/schema';
import { useEffect } from 'react';
import { outbox, sentLately } from '../features/review/decisions.ts';
import { othersMoved } from '../features/review/presence.ts';
import { heldItems, refreshItems } from '../features/review/queries.ts';
import { api } from '../lib/api.ts';
import { lineUp } from './connection.tsx';
import { meQuery } from './session.ts';

/** Which answers an event makes old. Lists of Review are not among them: they never move under the cursor. */
function outdated(event: DeskEvent): QueryKey[] {
  switch (event.type) {
    case 'items.arrived':
    case 'items.changed':
    case 'items.tagged':
      return [['counts'], ['views', 'counts'], ['today'], ['sources', 'list']];
    case 'items.forgotten':
      return [['counts'], ['views', 'counts'], ['sources', 'list'], ['stories'], ['retention']];
    case 'verdicts.changed':
      return [['counts'], ['views', 'counts'], ['today']];
    case 'marks.changed':
      return [['counts'], ['views', 'counts']];
    case 'views.changed':
      return [['views']];
    case 'presence':
      return [];
    case 'source.checked':
      return [['sources', 'list'], ['sources', 'history', event.sourceId], ['today']];
    case 'sources.changed':
      return [['sources'], ['today']];
    case 'stories.changed':
      return [['stories'], ['today']];
    case 'topics.changed':
      return [['topics'], ['counts'], ['today']];
    case 'work.changed':
      return [['inbox'], ...(event.object === null ? [] : [['work', event.object, event.id]])];
    case 'people.changed':
      return [['people'], ['me'], ['sessions']];
    case 'storyline.changed':
      return [
        ['storylines', 'list'],
        ['storylines', 'detail', event.storylineId],
        ['publishing', event.storylineId],
        ['storylines', 'tracking', event.storylineId],
        ['storylines', 'news'],
        ['storylines', 'links', event.storylineId],
      ];
    case 'storyline.held':
      return [['storylines', 'holds', event.storylineId]];
    case 'storyline.tracked':
      return [
        ['storylines', 'tracking', event.storylineId],
        ['storylines', 'news'],
      ];
  }
}

/** All that events can make old, except the lists of Review, whose rows are read again in their places. */
const TOLD: readonly QueryKey[] = [
  ...[['counts'], ['views'], ['today'], ['sources'], ['topics'], ['stories'], ['storylines'], ['publishing']],
  ...[['inbox'], ['work'], ['people'], ['me'], ['sessions'], ['retention'], ['looking']],
];

/** Gathers what became old for a moment, so that a burst of events asks each thing once. */
class Gatherer {
  readonly #keys = new Map<string, QueryKey>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #queryClient: QueryClient;

  constructor(queryClient: QueryClient) {
    this.#queryClient = queryClient;
  }

  add(keys: readonly QueryKey[]): void {
    for (const key of keys) this.#keys.set(JSON.stringify(key), key);
    this.#timer ??= setTimeout(() => this.#ask(), 700);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #ask(): void {
    this.#timer = undefined;
    for (const queryKey of this.#keys.values()) void this.#queryClient.invalidateQueries({ queryKey });
    this.#keys.clear();
  }
}

/** Follows the desk: reads again what its events name, and knows whether the line stands. */
export function useDeskEvents(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const gatherer = new Gatherer(queryClient);
    const line = api.desk.events.subscribe(undefined, {
      onData: ({ data }) => {
        gatherer.add(outdated(data));
        if (data.type === 'presence') return othersMoved(queryClient, data);
        if (data.type !== 'verdicts.changed' && data.type !== 'marks.changed') return;
        const own = data.by === queryClient.getQueryData(meQuery.queryKey)?.id;
        void refreshItems(
          queryClient,
          data.itemIds.filter((id) => !(own && sentLately(id))),
        );
      },
      onConnectionStateChange: ({ state, error }) => {
        if (state === 'connecting' && error !== null) lineUp.set(false);
        if (state !== 'pending') return;
        if (!lineUp.get()) {
          // Whatever happened while the line was down may not have been told.
          gatherer.add(TOLD);
          void refreshItems(queryClient, heldItems(queryClient));
          void outbox.flush();
          void queryClient.refetchQueries({ predicate: (query) => query.state.status === 'error' });
        }
        lineUp.set(true);
      },
      onError: () => lineUp.set(false),
    });
    const online = () => void outbox.flush();
    window.addEventListener('online', online);
    return () => {
      line.unsubscribe();
      gatherer.stop();
      window.removeEventListener('online', online);
    };
  }, [queryClient]);
}
