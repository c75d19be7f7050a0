import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../../i18n/messages.tsx';
import { ListPart } from '../settings/list-part.tsx';
import { AddWebhook } from './add-webhook.tsx';
import { webhooksQuery } from './queries.ts';
import { WebhookLine } from './webhook-line.tsx';
import './webhooks.css';

/** Programs elsewhere that are told what happens here. */
export function WebhooksPart() {
  const m = useMessages();
  return (
    <ListPart
      words={m.webhooks}
      list={useQuery(webhooksQuery)}
      form={<AddWebhook />}
      line={(webhook) => <WebhookLine key={webhook.id} webhook={webhook} />}
    />
  );
}
