import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { StorylineDetail } from '@throughline/schema';
import { useRef } from 'react';
import { undoStack } from '../../app/undo.ts';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useFormat, useNow } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { textAttributes } from '../../lib/language.ts';
import { Button } from '../../ui/button.tsx';
import { Loading } from '../../ui/states.tsx';
import { showToast } from '../../ui/toast.tsx';
import { trackingQuery } from './queries.ts';
import { useCite } from './use-cite.ts';

type Tracking = Awaited<ReturnType<typeof api.storylines.tracking.query>>;
type Suggestion = Tracking['suggestions'][number];

/** Queued items that would continue the piece, with the reasons; each is cited or declined by one press. */
export function Suggestions({ storyline }: { storyline: StorylineDetail }) {
  const m = useMessages();
  const { data } = useQuery(trackingQuery(storyline.id, storyline.revision));
  const { track, decline } = useTrackingActions(storyline.id);
  const cite = useCite(storyline);
  const list = useRef<HTMLUListElement>(null);
  // The cursor goes on to the next line's same button, so that one key decides one after the other.
  const goOn = (place: number, button: number) => {
    const lines = list.current?.querySelectorAll('li');
    const next = lines?.[place + 1] ?? lines?.[place - 1];
    next?.querySelectorAll('button')[button]?.focus();
  };
  return (
    <aside className="material" aria-labelledby="tracking">
      <h2 id="tracking">{m.storylines.side.tracking}</h2>
      <label className="row">
        <input
          type="checkbox"
          checked={data?.tracked ?? false}
          disabled={data === undefined}
          onChange={(event) => track(event.target.checked)}
        />
        {m.storylines.trackOn}
      </label>
      {data === undefined && <Loading label={m.loading} />}
      {data?.tracked === false && <p className="soft small">{m.storylines.trackOff}</p>}
      {data?.alerts.map((alert) => (
        <p key={alert} className="export-warnings">
          {alert}
        </p>
      ))}
      {data?.tracked && data.suggestions.length === 0 && (
        <p className="soft small">{m.storylines.trackNone}</p>
      )}
      <ul ref={list}>
        {data?.suggestions.map((suggestion, place) => (
          <SuggestionLine
            key={suggestion.item.id}
            suggestion={suggestion}
            storyline={storyline}
            onAccept={() => {
              goOn(place, 0);
              cite({ row: suggestion.item, section: suggestion.section });
            }}
            onDecline={() => {
              goOn(place, 1);
              decline(suggestion.item.id);
            }}
          />
        ))}
      </ul>
    </aside>
  );
}

interface SuggestionLineProps {
  suggestion: Suggestion;
  storyline: StorylineDetail;
  onAccept(): void;
  onDecline(): void;
}

function SuggestionLine({ suggestion, storyline, onAccept, onDecline }: SuggestionLineProps) {
  const m = useMessages();
  const format = useFormat();
  const now = useNow();
  const { item, reasons } = suggestion;
  const place = storyline.sections.findIndex((section) => section.id === suggestion.section);
  const section = storyline.sections[place];
  return (
    <li className="claim-line">
      <div className="claim-text">
        <span {...textAttributes(item.language)}>{item.title}</span>
        <span className="soft">
          <bdi>{item.publisher}</bdi>, {format.age(item.at, now)}
        </span>
        <span className="soft">
          {reasons.join(' ')}{' '}
          {section && m.storylines.trackFits(section.title || m.review.untitledSection(place + 1))}
        </span>
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

function useTrackingActions(storylineId: number) {
  const m = useMessages();
  const queryClient = useQueryClient();
  const notSaved = useNotSaved();
  const reread = () => queryClient.invalidateQueries({ queryKey: ['storylines', 'tracking', storylineId] });
  const track = useMutation({
    mutationFn: (on: boolean) => api.storylines.track.mutate({ id: storylineId, on }),
    onSuccess: reread,
    onError: notSaved,
  });
  const decline = useMutation({
    mutationFn: (itemId: number) => api.storylines.decline.mutate({ storylineId, itemId, declined: true }),
    onSuccess: (_done, itemId) => {
      const entry = {
        label: m.storylines.trackDeclined,
        undo: async () => {
          await api.storylines.decline.mutate({ storylineId, itemId, declined: false }).catch(notSaved);
          await reread();
        },
      };
      undoStack.push(entry);
      showToast(entry.label, { action: { label: m.undo, run: () => void undoStack.undoEntry(entry) } });
      return reread();
    },
    onError: notSaved,
  });
  return { track: track.mutate, decline: decline.mutate };
}
