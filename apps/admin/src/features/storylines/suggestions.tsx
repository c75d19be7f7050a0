import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { StorylineDetail, StorylineSuggestion } from '@throughline/schema';
import { type KeyboardEvent, useRef } from 'react';
import { undoStack } from '../../app/undo.ts';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useFormat, useNow } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { textAttributes } from '../../lib/language.ts';
import { useStore } from '../../lib/store.ts';
import { Button } from '../../ui/button.tsx';
import { Loading } from '../../ui/states.tsx';
import { showToast } from '../../ui/toast.tsx';
import { AlertLine } from './alert-line.tsx';
import { useEditing } from './editing.ts';
import { trackingQuery } from './queries.ts';
import { Reasons } from './reasons.tsx';
import { TrackingSettings } from './tracking-settings.tsx';
import { useCite } from './use-cite.ts';

/** What would continue the piece, with the reasons, and what its editor should know. */
export function Suggestions({ storyline }: { storyline: StorylineDetail }) {
  const m = useMessages();
  const { data } = useQuery(trackingQuery(storyline.id));
  const numbers = useStore(useEditing().numbers);
  return (
    <aside className="material" aria-labelledby="tracking">
      <h2 id="tracking">{m.storylines.side.tracking}</h2>
      {data === undefined ? (
        <Loading label={m.loading} />
      ) : (
        <TrackingSettings key={String(data.rule)} id={storyline.id} tracking={data} />
      )}
      {data !== undefined && data.alerts.length > 0 && (
        <ul className="alerts" aria-label={m.storylines.tracking.alertsLabel}>
          {data.alerts.map((open) => (
            <AlertLine key={open.id} open={open} storylineId={storyline.id} numbers={numbers} />
          ))}
        </ul>
      )}
      {data?.on && (
        <SuggestionList storyline={storyline} suggestions={data.suggestions} looked={data.lookedAt} />
      )}
    </aside>
  );
}

interface SuggestionListProps {
  storyline: StorylineDetail;
  suggestions: readonly StorylineSuggestion[];
  looked: string | null;
}

/** Each line is decided by one key: Enter or `a` cites it where it fits, `x` says that it does not belong here. */
function SuggestionList({ storyline, suggestions, looked }: SuggestionListProps) {
  const m = useMessages();
  const format = useFormat();
  const now = useNow();
  const decline = useDecline(storyline.id);
  const cite = useCite(storyline);
  const list = useRef<HTMLUListElement>(null);
  const focus = (place: number) => {
    const lines = list.current?.querySelectorAll<HTMLElement>('li');
    (lines?.[place] ?? lines?.[place - 2])?.focus();
  };
  return (
    <>
      <p className="soft small">
        {suggestions.length === 0 ? m.storylines.trackNone : m.storylines.tracking.keys}{' '}
        {looked !== null && m.storylines.tracking.looked(format.relative(looked, now))}
      </p>
      <ul ref={list} className="suggestions">
        {suggestions.map((suggestion, place) => (
          <SuggestionLine
            key={suggestion.item.id}
            suggestion={suggestion}
            storyline={storyline}
            onMove={(step) => focus(place + step)}
            onAccept={() => {
              focus(place + 1);
              cite({ row: suggestion.item, section: suggestion.section });
            }}
            onDecline={() => {
              focus(place + 1);
              decline([suggestion.item, ...suggestion.others].map(({ id }) => id));
            }}
          />
        ))}
      </ul>
    </>
  );
}

interface SuggestionLineProps {
  suggestion: StorylineSuggestion;
  storyline: StorylineDetail;
  onMove(step: 1 | -1): void;
  onAccept(): void;
  onDecline(): void;
}

function SuggestionLine({ suggestion, storyline, onMove, onAccept, onDecline }: SuggestionLineProps) {
  const m = useMessages();
  const format = useFormat();
  const now = useNow();
  const { item, others } = suggestion;
  const place = storyline.sections.findIndex((section) => section.id === suggestion.section);
  const section = storyline.sections[place];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = { a: onAccept, Enter: onAccept, x: onDecline, j: () => onMove(1), k: () => onMove(-1) };
    const known = { ...act, ArrowDown: act.j, ArrowUp: act.k };
    const run = known[event.key as keyof typeof known];
    if (run === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: lines are decided by keys, as in Review; the buttons do the same.
    <li className="claim-line suggestion" tabIndex={0} onKeyDown={onKeyDown}>
      <div className="claim-text">
        <span {...textAttributes(item.language)}>{item.title}</span>
        <span className="soft">
          <bdi>{item.publisher}</bdi>, {format.age(item.at, now)}
          {others.length > 0 &&
            `; ${m.storylines.tracking.others(others.length, format.list([...new Set(others.map(({ publisher }) => publisher))]))}`}
        </span>
        <Reasons
          suggestion={suggestion}
          section={section ? section.title || m.review.untitledSection(place + 1) : null}
        />
      </div>
      <Button look="plain" icon="add" aria-label={m.storylines.trackAccept(item.title)} onClick={onAccept} />
      <Button
        look="plain"
        icon="cross"
        aria-label={m.storylines.trackDecline(item.title)}
        onClick={onDecline}
      />
    </li>
  );
}

function useDecline(storylineId: number): (itemIds: number[]) => void {
  const m = useMessages();
  const queryClient = useQueryClient();
  const notSaved = useNotSaved();
  const reread = () => queryClient.invalidateQueries({ queryKey: ['storylines', 'tracking', storylineId] });
  const { mutate } = useMutation({
    mutationFn: (itemIds: number[]) =>
      api.storylines.decline.mutate({ storylineId, itemIds, declined: true }),
    onSuccess: (_done, itemIds) => {
      const entry = {
        label: m.storylines.trackDeclined,
        undo: async () => {
          await api.storylines.decline.mutate({ storylineId, itemIds, declined: false }).catch(notSaved);
          await reread();
        },
      };
      undoStack.push(entry);
      showToast(entry.label, { action: { label: m.undo, run: () => void undoStack.undoEntry(entry) } });
      return reread();
    },
    onError: notSaved,
  });
  return mutate;
}
