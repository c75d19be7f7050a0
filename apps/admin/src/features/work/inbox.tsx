import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { InboxEntry } from '@throughline/schema';
import type { ReactNode } from 'react';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useFormat, useNow } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { inboxQuery } from './queries.ts';
import './work.css';

/** On Today: what is one's own to take care of, and the notes that name one. Not there while there is nothing. */
export function Inbox() {
  const m = useMessages();
  const inbox = useQuery(inboxQuery);
  if (inbox.data === undefined || inbox.data.length === 0) return null;
  return (
    <section aria-labelledby="today-inbox">
      <h2 id="today-inbox" className="today-heading">
        {m.work.inbox}
      </h2>
      <ul className="inbox">
        {inbox.data.map((entry) => (
          <InboxLine
            key={`${entry.kind} ${entry.object} ${entry.id} ${entry.note?.id ?? ''}`}
            entry={entry}
          />
        ))}
      </ul>
    </section>
  );
}

function InboxLine({ entry }: { entry: InboxEntry }) {
  const m = useMessages();
  const format = useFormat();
  const now = useNow();
  const queryClient = useQueryClient();
  const notSaved = useNotSaved();
  const { object, id, note } = entry;
  const away = useMutation({
    mutationFn: () => api.work.putAway.mutate(note === null ? { object, id } : { note: note.id }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: inboxQuery.queryKey }),
    onError: notSaved,
  });
  const by = entry.by ?? m.record.theDesk;
  return (
    <li className="inbox-line" data-unseen={entry.unseen || undefined}>
      <span className="soft small">
        {entry.kind === 'assigned' ? m.work.givenBy(by) : m.work.mentionedBy(by)}
        {' · '}
        {format.relative(entry.at, now)}
      </span>
      <WorkLink entry={entry}>{entry.label}</WorkLink>
      {note !== null && (
        <p className="note-body" dir="auto">
          {note.body}
        </p>
      )}
      {entry.unseen && (
        <Button
          look="plain"
          icon="check"
          className="inbox-away"
          aria-label={`${m.work.putAway}: ${entry.label}`}
          disabled={away.isPending}
          onClick={() => away.mutate()}
        >
          {m.work.putAway}
        </Button>
      )}
    </li>
  );
}

function WorkLink({ entry: { object, id }, children }: { entry: InboxEntry; children: ReactNode }) {
  const look = { className: 'inbox-label plain-link', dir: 'auto' } as const;
  if (object === 'item')
    return (
      <Link to="/review/$view" params={{ view: 'everything' }} search={{ item: Number(id) }} {...look}>
        {children}
      </Link>
    );
  return (
    <Link to={object === 'story' ? '/stories/$id' : '/storylines/$id'} params={{ id }} {...look}>
      {children}
    </Link>
  );
}
