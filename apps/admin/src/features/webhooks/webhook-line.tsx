import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Webhook, WebhookDelivery } from '@throughline/schema';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { webhooksQuery } from './queries.ts';

/** One webhook: where, of what, how it goes, and what it was told last. */
export function WebhookLine({ webhook }: { webhook: Webhook }) {
  const m = useMessages();
  const format = useFormat();
  const act = useAct();
  const { id, url, events, by, disabledAt, failingSince, problem, deliveries } = webhook;
  const [newest] = deliveries;
  return (
    <li className="webhook settings-entry" data-over={disabledAt !== null || undefined}>
      <div className="webhook-head">
        <bdi className="webhook-url" dir="ltr">
          {url}
        </bdi>
        <span className="webhook-actions">
          <Button
            look="plain"
            disabled={disabledAt !== null}
            aria-label={`${m.webhooks.test}: ${url}`}
            onClick={() => act(() => api.webhooks.test.mutate({ id }))}
          >
            {m.webhooks.test}
          </Button>
          <Button
            look="plain"
            aria-label={`${disabledAt === null ? m.webhooks.switchOff : m.webhooks.switchOn}: ${url}`}
            onClick={() => act(() => api.webhooks.setEnabled.mutate({ id, enabled: disabledAt !== null }))}
          >
            {disabledAt === null ? m.webhooks.switchOff : m.webhooks.switchOn}
          </Button>
          <Button
            look="plain"
            aria-label={`${m.webhooks.remove}: ${url}`}
            onClick={() => act(() => api.webhooks.remove.mutate({ id }))}
          >
            {m.webhooks.remove}
          </Button>
        </span>
      </div>
      <p className="soft small">
        {format.list(events.map((event) => m.webhooks.events[event]))} · <bdi>{by}</bdi>
      </p>
      {(disabledAt !== null || failingSince !== null) && (
        <p className="webhook-problem small" role="status">
          {disabledAt !== null
            ? m.webhooks.disabled(format.dateTime(disabledAt))
            : m.webhooks.failing(format.dateTime(failingSince ?? ''))}{' '}
          {problem !== null && <bdi>{problem}</bdi>}
        </p>
      )}
      {newest?.event === 'test' && (
        <p className="small" role="status">
          {m.webhooks.lastTest} <Outcome delivery={newest} />
        </p>
      )}
      {deliveries.length > 0 && <Deliveries deliveries={deliveries} />}
    </li>
  );
}

function Deliveries({ deliveries }: { deliveries: readonly WebhookDelivery[] }) {
  const m = useMessages();
  const format = useFormat();
  const words: Readonly<Record<string, string>> = m.webhooks.events;
  return (
    <details className="webhook-deliveries">
      <summary>{m.webhooks.last}</summary>
      <ul>
        {deliveries.map((one) => (
          <li key={one.id}>
            <time className="soft" dateTime={one.at}>
              {format.dateTime(one.at)}
            </time>
            <span>{words[one.event] ?? m.webhooks.testEvent}</span>
            <Outcome delivery={one} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Outcome({ delivery: { deliveredAt, nextTryAt, problem, tries } }: { delivery: WebhookDelivery }) {
  const m = useMessages();
  const format = useFormat();
  if (deliveredAt !== null) return <span className="soft">{m.webhooks.taken}</span>;
  if (problem === null) return <span className="soft">{m.webhooks.waiting}</span>;
  return (
    <span>
      <bdi>{problem}</bdi>{' '}
      <span className="soft">
        {nextTryAt === null ? m.webhooks.givenUp(tries) : m.webhooks.again(format.dateTime(nextTryAt))}
      </span>
    </span>
  );
}

/** Does something and reads the list again. */
function useAct(): (work: () => Promise<unknown>) => void {
  const queryClient = useQueryClient();
  const notSaved = useNotSaved();
  const { mutate } = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: webhooksQuery.queryKey }),
    onError: notSaved,
  });
  return mutate;
}
