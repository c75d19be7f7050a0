import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Source, SourcePatch } from '@throughline/schema';
import { useState } from 'react';
import { undoStack } from '../../app/undo.ts';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast.tsx';
import './edit.css';

/** All that can be changed, as it is edited. */
type Draft = { [Key in keyof SourcePatch]-?: Exclude<SourcePatch[Key], undefined> };

/** Everything that a person decides of a source. Saving can be undone. */
export function EditSource({ source, onDone }: { source: Source; onDone(): void }) {
  const m = useMessages();
  const [patch, setPatch] = useState<Draft>(() => patchOf(source));
  const change = (part: Partial<Draft>) => setPatch((before) => ({ ...before, ...part }));
  const save = useChange(source, onDone);
  return (
    <form
      className="source-edit"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(patch);
      }}
    >
      <Field
        label={m.sources.editName}
        value={patch.title}
        required
        onChange={(title) => change({ title })}
      />
      <Field
        label={m.sources.byPublisher}
        value={patch.publisher}
        required
        onChange={(publisher) => change({ publisher })}
      />
      <Folders folders={patch.folders} onChange={(folders) => change({ folders })} />
      <Field
        label={m.sources.editLanguage}
        value={patch.language ?? ''}
        onChange={(language) => change({ language: language.trim() === '' ? null : language })}
      />
      <Interval seconds={patch.intervalSeconds} onChange={(intervalSeconds) => change({ intervalSeconds })} />
      <label className="source-edit-check">
        <input
          type="checkbox"
          checked={patch.fullText}
          onChange={(event) => change({ fullText: event.target.checked })}
        />
        <span>
          {m.sources.fullText}
          <span className="soft small">{m.sources.fullTextText}</span>
        </span>
      </label>
      <div className="row">
        <Button look="primary" type="submit" disabled={save.isPending}>
          {m.sources.save}
        </Button>
        <Button type="button" onClick={onDone}>
          {m.sources.cancel}
        </Button>
      </div>
    </form>
  );
}

const patchOf = (source: Source): Draft => ({
  title: source.title,
  publisher: source.publisher.name,
  language: source.language,
  folders: source.folders,
  intervalSeconds: source.intervalSeconds,
  fullText: source.fullText,
});

/** Only what differs is sent: what somebody else changed meanwhile stays. */
function differences(before: Draft, after: Draft): SourcePatch {
  const changed = Object.entries(after).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof SourcePatch]),
  );
  return Object.fromEntries(changed);
}

function useChange(source: Source, onDone: () => void) {
  const m = useMessages();
  const queryClient = useQueryClient();
  const notSaved = useNotSaved();
  const reread = () => queryClient.invalidateQueries({ queryKey: ['sources'] });
  return useMutation({
    mutationFn: (after: Draft) =>
      api.sources.update.mutate({ id: source.id, patch: differences(patchOf(source), after) }),
    onSuccess: (_saved, after) => {
      const back = differences(after, patchOf(source));
      const label = m.sources.changed(source.title);
      const entry = {
        label,
        undo: async () => {
          await api.sources.update.mutate({ id: source.id, patch: back }).catch(notSaved);
          await reread();
        },
      };
      undoStack.push(entry);
      showToast(label, {
        action: { label: m.undo, keyHint: 'z', run: () => void undoStack.undoEntry(entry) },
      });
      onDone();
      return reread();
    },
    onError: notSaved,
  });
}

interface FieldProps {
  label: string;
  value: string;
  required?: boolean;
  onChange(value: string): void;
}

function Field({ label, value, required = false, onChange }: FieldProps) {
  return (
    <label className="source-edit-field">
      <span className="soft small">{label}</span>
      <input
        className="input"
        dir="auto"
        value={value}
        required={required}
        maxLength={300}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

function Folders({ folders, onChange }: { folders: readonly string[]; onChange(folders: string[]): void }) {
  const m = useMessages();
  // As it is typed: a comma that was just typed must not vanish.
  const [text, setText] = useState(folders.join(', '));
  return (
    <Field
      label={m.sources.editFolders}
      value={text}
      onChange={(typed) => {
        setText(typed);
        onChange([
          ...new Set(
            typed
              .split(',')
              .map((name) => name.trim())
              .filter(Boolean),
          ),
        ]);
      }}
    />
  );
}

const CHOICES = [900, 3600, 21_600, 86_400] as const;

function Interval({ seconds, onChange }: { seconds: number | null; onChange(seconds: number | null): void }) {
  const m = useMessages();
  const other = seconds !== null && !CHOICES.some((choice) => choice === seconds) ? seconds : null;
  return (
    <label className="source-edit-field">
      <span className="soft small">{m.sources.editInterval}</span>
      <select
        className="input"
        value={seconds ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
      >
        <option value="">{m.sources.intervals.own}</option>
        {other !== null && <option value={other}>{m.sources.intervalOther(Math.round(other / 60))}</option>}
        {CHOICES.map((choice) => (
          <option key={choice} value={choice}>
            {m.sources.intervals[choice]}
          </option>
        ))}
      </select>
      <span className="soft small">{m.sources.intervalText}</span>
    </label>
  );
}
