import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { StorylineTracking, TrackingPatch } from '@throughline/schema';
import { useState } from 'react';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { withoutSaved } from './patch.ts';
import { trackingQuery } from './queries.ts';

/** Days, where it is switched on again. */
const DORMANT_DAYS = 30;

/** Whether a storyline looks out for more, and by what. */
export function TrackingSettings({ id, tracking: known }: { id: number; tracking: StorylineTracking }) {
  const m = useMessages();
  const words = m.storylines.tracking;
  const { tracking, track } = useTracking(id, known);
  return (
    <>
      <label className="row">
        <input
          type="checkbox"
          checked={tracking.on}
          onChange={(event) => track({ on: event.target.checked })}
        />
        {m.storylines.trackOn}
      </label>
      {!tracking.on && <p className="soft small">{m.storylines.trackOff}</p>}
      {tracking.on && (
        <details className="small">
          <summary>{words.settings}</summary>
          <div className="tracking-settings">
            <p className="soft">{words.byCitations}</p>
            <label className="row">
              <input
                type="checkbox"
                checked={tracking.topics}
                onChange={(event) => track({ topics: event.target.checked })}
              />
              {words.byTopics}
            </label>
            <RuleForm rule={tracking.rule} onSave={(rule) => track({ rule })} />
            <DaysField
              label={words.quietDays}
              days={tracking.quietDays}
              onDays={(quietDays) => track({ quietDays })}
            />
            <label className="row">
              <input
                type="checkbox"
                checked={tracking.dormantDays !== null}
                onChange={(event) => track({ dormantDays: event.target.checked ? DORMANT_DAYS : null })}
              />
              {words.dormantBy}
            </label>
            {tracking.dormantDays !== null && (
              <DaysField
                label={words.dormantDays}
                days={tracking.dormantDays}
                onDays={(dormantDays) => track({ dormantDays })}
              />
            )}
          </div>
        </details>
      )}
    </>
  );
}

interface DaysFieldProps {
  label: string;
  days: number;
  /** Told of another number that can be used, when the field is left. */
  onDays(days: number): void;
}

function DaysField({ label, days, onDays }: DaysFieldProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <input
        className="input"
        type="number"
        min={1}
        max={365}
        required
        defaultValue={days}
        onBlur={({ target }) => {
          if (target.validity.valid && target.valueAsNumber !== days) onDays(target.valueAsNumber);
        }}
      />
    </label>
  );
}

function RuleForm({ rule, onSave }: { rule: string | null; onSave(rule: string | null): void }) {
  const m = useMessages();
  const words = m.storylines.tracking;
  const [typed, setTyped] = useState(rule ?? '');
  return (
    <form
      className="field"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(typed.trim() === '' ? null : typed.trim());
      }}
    >
      <label htmlFor="track-rule">{words.rules}</label>
      <div className="row">
        <input
          id="track-rule"
          className="input"
          dir="auto"
          placeholder={words.rulePlaceholder}
          value={typed}
          maxLength={2000}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" disabled={typed.trim() === (rule ?? '')}>
          {words.ruleSave}
        </Button>
      </div>
    </form>
  );
}

/** The settings as they are chosen: what is on its way to the desk is shown at once, whatever is read meanwhile. */
function useTracking(
  id: number,
  known: StorylineTracking,
): { tracking: StorylineTracking; track(patch: TrackingPatch): void } {
  const queryClient = useQueryClient();
  const notSaved = useNotSaved();
  // The field follows the hand; what could not be saved goes back.
  const [chosen, setChosen] = useState<TrackingPatch>({});
  const { mutate } = useMutation({
    mutationFn: (patch: TrackingPatch) => api.storylines.track.mutate({ id, patch }),
    onSettled: async (_done, _failure, patch) => {
      await queryClient.invalidateQueries({ queryKey: trackingQuery(id).queryKey });
      setChosen((now) => withoutSaved(now, patch));
    },
    onError: notSaved,
  });
  const track = (patch: TrackingPatch) => {
    setChosen((now) => ({ ...now, ...patch }));
    mutate(patch);
  };
  return { tracking: { ...known, ...(chosen as Partial<StorylineTracking>) }, track };
}
