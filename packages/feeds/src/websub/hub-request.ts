import type { PushSubscription } from '@throughline/schema';
import type { GuardedClient } from '../fetch/client.ts';
import { hostKey } from '../schedule/host-gate.ts';
import { LEASE_WANTED_MS } from './subscription.ts';

export interface HubAnswer {
  accepted: boolean;
  /** One sentence for people; null when it was accepted. */
  message: string | null;
}

/**
 * Asks a hub to begin (or go on) or to stop pushing (WebSub, 5.1).
 * @param sourceUrl the feed's address as a person gave it: a hub elsewhere must be on the public internet
 * @param callback the public address of the desk's callback, ending with the subscription's token
 */
export async function askHub(
  client: GuardedClient,
  subscription: PushSubscription,
  sourceUrl: string,
  callback: string,
): Promise<HubAnswer> {
  const leaving = subscription.state === 'leaving';
  const form = new URLSearchParams({
    'hub.mode': leaving ? 'unsubscribe' : 'subscribe',
    'hub.topic': subscription.topic,
    'hub.callback': callback,
  });
  if (!leaving) {
    form.set('hub.lease_seconds', String(LEASE_WANTED_MS / 1000));
    form.set('hub.secret', subscription.secret);
  }
  const outcome = await client.request({
    url: subscription.hub,
    method: 'POST',
    foreign: hostKey(subscription.hub) !== hostKey(sourceUrl),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
    maxBytes: 64 * 1024,
  });
  if (outcome.kind === 'failed') return { accepted: false, message: outcome.message };
  if (outcome.status >= 200 && outcome.status < 300) return { accepted: true, message: null };
  return {
    accepted: false,
    message: `The hub ${new URL(subscription.hub).host} refused (${outcome.status}).`,
  };
}
