import { useQuery } from '@tanstack/react-query';
import { QueryProblem } from '../../app/query-problem.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { AddWebhook } from './add-webhook.tsx';
import { webhooksQuery } from './queries.ts';
import { WebhookLine } from './webhook-line.tsx';
import './webhooks.css';

/** Programs elsewhere that are told what happens here. */
export function WebhooksPart() {
  const m = useMessages();
  const webhooks = useQuery(webhooksQuery);
  if (webhooks.error !== null)
    return <QueryProblem error={webhooks.error} retry={() => void webhooks.refetch()} />;
  if (webhooks.data === undefined) return <Loading label={m.loading} />;
  return (
    <section className="webhooks">
      <h2>{m.webhooks.title}</h2>
      <p className="soft small">{m.webhooks.lead}</p>
      <AddWebhook />
      {webhooks.data.length === 0 ? (
        <Empty title={m.webhooks.emptyTitle}>{m.webhooks.emptyText}</Empty>
      ) : (
        <ul className="webhook-list">
          {webhooks.data.map((webhook) => (
            <WebhookLine key={webhook.id} webhook={webhook} />
          ))}
        </ul>
      )}
    </section>
  );
}
