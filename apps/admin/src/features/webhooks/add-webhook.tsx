import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { WebhookEvent } from '@throughline/schema';
import { useState } from 'react';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { NewLink } from '../people/new-link.tsx';
import { webhooksQuery } from './queries.ts';

/** An address, and what it is told of; its secret is shown once. */
export function AddWebhook() {
  const m = useMessages();
  const queryClient = useQueryClient();
  const notSaved = useNotSaved();
  const [url, setUrl] = useState('');
  const [events, setEvents] = useState<readonly WebhookEvent[]>(['storyline.published']);
  const add = useMutation({
    mutationFn: () => api.webhooks.add.mutate({ url, events: [...events] }),
    onSuccess: () => {
      setUrl('');
      return queryClient.invalidateQueries({ queryKey: webhooksQuery.queryKey });
    },
    onError: notSaved,
  });
  const toggle = (event: WebhookEvent, on: boolean) =>
    setEvents((before) => (on ? [...before, event] : before.filter((one) => one !== event)));
  const all = Object.keys(m.webhooks.events) as WebhookEvent[];
  return (
    <>
      <form
        className="webhook-form"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <label className="field">
          <span>{m.webhooks.address}</span>
          <input
            className="input"
            type="url"
            dir="ltr"
            required
            maxLength={2000}
            placeholder="https://"
            value={url}
            onChange={(event) => setUrl(event.target.value)}
          />
        </label>
        <fieldset className="webhook-events">
          <legend>{m.webhooks.tell}</legend>
          {all.map((event) => (
            <label key={event}>
              <input
                type="checkbox"
                checked={events.includes(event)}
                onChange={(change) => toggle(event, change.target.checked)}
              />
              <span>{m.webhooks.events[event]}</span>
            </label>
          ))}
        </fieldset>
        <Button
          look="primary"
          type="submit"
          disabled={url.trim() === '' || events.length === 0 || add.isPending}
        >
          {m.webhooks.add}
        </Button>
      </form>
      {add.data !== undefined && (
        <NewLink link={add.data.secret} text={m.webhooks.shownOnce} onClose={() => add.reset()} />
      )}
    </>
  );
}
