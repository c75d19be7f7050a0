import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Note, WorkRef } from '@throughline/schema';
import { useId, useRef, useState } from 'react';
import { meQuery } from '../../app/session.ts';
import { undoStack } from '../../app/undo.ts';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useFormat, useNow } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { useMay } from '../../ui/may.tsx';
import { showToast } from '../../ui/toast.tsx';
import { namesQuery } from '../people/queries.ts';
import { inboxQuery, workQuery } from './queries.ts';
import './work.css';

/** Who takes care of an item, a story or a storyline, and what people say to each other about it. */
export function Work({ object, id }: WorkRef) {
  const m = useMessages();
  const ref = { object, id };
  const work = useQuery(workQuery(ref));
  const heading = useId();
  const mayWrite = useMay('curator');
  return (
    <section className="work" aria-labelledby={heading}>
      <h2 id={heading} className="work-title">
        {m.work.title}
      </h2>
      {work.data && (
        <>
          <Assignee key={`${object} ${id}`} refersTo={ref} assignee={work.data.assignee} />
          {work.data.notes.length > 0 && (
            <ol className="notes">
              {work.data.notes.map((note) => (
                <NoteLine key={note.id} note={note} refersTo={ref} />
              ))}
            </ol>
          )}
          {mayWrite && <NewNote key={`note ${object} ${id}`} refersTo={ref} />}
        </>
      )}
    </section>
  );
}

function useReread(ref: WorkRef): () => Promise<unknown> {
  const queryClient = useQueryClient();
  return () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: workQuery(ref).queryKey }),
      queryClient.invalidateQueries({ queryKey: inboxQuery.queryKey }),
    ]);
}

function Assignee({
  refersTo,
  assignee,
}: {
  refersTo: WorkRef;
  assignee: { id: number; name: string } | null;
}) {
  const m = useMessages();
  const notSaved = useNotSaved();
  const people = useQuery(namesQuery);
  const mayWrite = useMay('curator');
  const reread = useReread(refersTo);
  const set = (id: number | null) => api.work.assign.mutate({ ...refersTo, assignee: id });
  const assign = useMutation({
    mutationFn: set,
    onSuccess: (_answer, id) => {
      const name = people.data?.find((person) => person.id === id)?.name;
      const entry = {
        label: name === undefined ? m.work.unassigned : m.work.assignedTo(name),
        undo: async () => {
          await set(assignee?.id ?? null).catch(notSaved);
          await reread();
        },
      };
      undoStack.push(entry);
      showToast(entry.label, {
        action: { label: m.undo, keyHint: 'z', run: () => void undoStack.undoEntry(entry) },
      });
      return reread();
    },
    onError: notSaved,
  });
  const names = people.data ?? [];
  // Somebody who left the desk is still named.
  const gone = assignee !== null && !names.some(({ id }) => id === assignee.id) ? [assignee] : [];
  return (
    <label className="work-assignee">
      <span className="soft small">{m.work.caredForBy}</span>
      <select
        className="input"
        disabled={!mayWrite || assign.isPending}
        value={assignee?.id ?? ''}
        onChange={(event) => assign.mutate(event.target.value === '' ? null : Number(event.target.value))}
      >
        <option value="">{m.work.nobody}</option>
        {[...names, ...gone].map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </select>
    </label>
  );
}

function NoteLine({ note, refersTo }: { note: Note; refersTo: WorkRef }) {
  const m = useMessages();
  const format = useFormat();
  const now = useNow();
  const me = useQuery(meQuery).data;
  const notSaved = useNotSaved();
  const reread = useReread(refersTo);
  const remove = useMutation({
    mutationFn: () => api.work.removeNote.mutate({ id: note.id }),
    onSuccess: () => {
      const entry = {
        label: m.work.noteRemoved,
        undo: async () => {
          await api.work.restoreNote.mutate({ id: note.id }).catch(notSaved);
          await reread();
        },
      };
      undoStack.push(entry);
      showToast(entry.label, {
        action: { label: m.undo, keyHint: 'z', run: () => void undoStack.undoEntry(entry) },
      });
      return reread();
    },
    onError: notSaved,
  });
  return (
    <li className="note">
      <div className="note-head">
        <span className="note-by" dir="auto">
          {note.by.name}
        </span>
        <time className="soft small" dateTime={note.at} title={format.dateTime(note.at)}>
          {format.relative(note.at, now)}
        </time>
        {me?.id === note.by.id && (
          <Button
            look="plain"
            icon="remove"
            aria-label={m.work.removeNote}
            disabled={remove.isPending}
            onClick={() => remove.mutate()}
          />
        )}
      </div>
      <p className="note-body" dir="auto">
        {note.body}
      </p>
    </li>
  );
}

/** Names that may be meant by what stands behind the last @ before the cursor. */
const SUGGESTED = 5;
const namedBefore = (text: string): string | null => /@([^@\n]{0,80})$/.exec(text)?.[1] ?? null;

function NewNote({ refersTo }: { refersTo: WorkRef }) {
  const m = useMessages();
  const notSaved = useNotSaved();
  const reread = useReread(refersTo);
  const people = useQuery(namesQuery);
  const field = useRef<HTMLTextAreaElement>(null);
  const [body, setBody] = useState('');
  const [partial, setPartial] = useState<string | null>(null);
  const add = useMutation({
    mutationFn: () => api.work.addNote.mutate({ ...refersTo, body: body.trim() }),
    onSuccess: () => {
      setBody('');
      setPartial(null);
      return reread();
    },
    onError: notSaved,
  });
  const suggested =
    partial === null
      ? []
      : (people.data ?? [])
          .filter(({ name }) => name.toLocaleLowerCase().startsWith(partial.toLocaleLowerCase()))
          .slice(0, SUGGESTED);
  const insert = (name: string) => {
    const at = field.current?.selectionStart ?? body.length;
    const start = at - (partial?.length ?? 0);
    setBody(`${body.slice(0, start)}${name} ${body.slice(at)}`);
    setPartial(null);
    field.current?.focus();
  };
  const send = () => {
    if (body.trim() !== '' && !add.isPending) add.mutate();
  };
  return (
    <form
      className="new-note"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        ref={field}
        className="input"
        dir="auto"
        rows={2}
        maxLength={4000}
        aria-label={m.work.newNote}
        placeholder={m.work.notePlaceholder}
        value={body}
        onChange={(event) => {
          setBody(event.target.value);
          setPartial(namedBefore(event.target.value.slice(0, event.target.selectionStart)));
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            send();
          }
        }}
      />
      {suggested.length > 0 && (
        <fieldset className="note-names" aria-label={m.work.mention}>
          {suggested.map((person) => (
            <Button key={person.id} onClick={() => insert(person.name)}>
              <bdi>{person.name}</bdi>
            </Button>
          ))}
        </fieldset>
      )}
      <Button type="submit" disabled={body.trim() === '' || add.isPending}>
        {m.work.addNote}
      </Button>
    </form>
  );
}
