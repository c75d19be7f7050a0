import { createHmac } from 'node:crypto';
import { WebhookPayload } from '@throughline/schema';
import { claimDelivery, deliveriesDue, recordDelivery } from '@throughline/store';
import type { Desk } from '../desk.ts';

const MINUTE = 60_000;
/** Between one attempt and the next; then it is given up. About two days in all. */
const PAUSES = [1, 5, 30, 120, 360, 720, 1440].map((minutes) => minutes * MINUTE);
/** A worker that dies leaves the attempt to be made again after this. */
const LEASE_MS = 5 * MINUTE;

/** While a webhook takes what it is told, one job goes on with it for so long: a sweep names one delivery a second. */
const GO_ON_MS = 5_000;
const DUE_AT_MOST = 100;

/** Sends a delivery of a webhook, signed, and what else is due for it, one after the other. */
export async function tellWebhook(
  desk: Pick<Desk, 'db' | 'client' | 'now'>,
  deliveryId: number,
): Promise<void> {
  const end = performance.now() + GO_ON_MS;
  for (let next: number | undefined = deliveryId; next !== undefined && performance.now() < end; ) {
    const webhookId = await tellOne(desk, next);
    if (webhookId === null) return;
    const due = await deliveriesDue(desk.db, desk.now(), DUE_AT_MOST);
    next = due.find((one) => one.webhookId === webhookId)?.id;
  }
}

/** @returns the webhook, where it may be told more at once. */
async function tellOne(
  desk: Pick<Desk, 'db' | 'client' | 'now'>,
  deliveryId: number,
): Promise<number | null> {
  const at = desk.now();
  const claimed = await claimDelivery(desk.db, deliveryId, at, new Date(at.getTime() + LEASE_MS));
  if (claimed === null) return null;
  const { url, webhookId, secret, tries, payload } = claimed;
  if (payload === null) {
    const problem = 'What this was about is not on the desk any more.';
    await recordDelivery(desk.db, deliveryId, { at, sent: false, status: null, problem, nextTryAt: null });
    return webhookId;
  }
  const body = JSON.stringify(WebhookPayload.parse(payload));
  const { status, problem } = await send(desk, url, signed(body, secret, payload.event, deliveryId, at));
  // Pauses begin when an attempt has ended: one that hangs takes half a minute.
  const ended = desk.now();
  const pause = PAUSES[tries - 1];
  const again = problem !== null && payload.event !== 'test' && pause !== undefined;
  const nextTryAt = again ? new Date(ended.getTime() + pause) : null;
  await recordDelivery(desk.db, deliveryId, { at: ended, sent: true, status, problem, nextTryAt });
  return problem === null ? webhookId : null;
}

interface Signed {
  body: string;
  headers: Record<string, string>;
}

/** HMAC-SHA256 over the time, a point and the body: nobody else can send it, and nobody can send it again later. */
function signed(body: string, secret: string, event: string, deliveryId: number, at: Date): Signed {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'throughline-event': event,
      'throughline-delivery': String(deliveryId),
      'throughline-timestamp': timestamp,
      'throughline-signature': `v1=${signature}`,
    },
  };
}

async function send(
  { client }: Pick<Desk, 'client'>,
  url: string,
  { body, headers }: Signed,
): Promise<{ status: number | null; problem: string | null }> {
  const outcome = await client.request({
    url,
    method: 'POST',
    headers,
    body,
    maxBytes: 64 * 1024,
    follow: false,
  });
  if (outcome.kind === 'failed') return { status: null, problem: outcome.message };
  const { status } = outcome;
  if (status >= 200 && status < 300) return { status, problem: null };
  const { host } = new URL(url);
  const moved = status >= 300 && status < 400;
  return {
    status,
    problem: moved ? `${host} sends us elsewhere (${status}).` : `${host} answered ${status}.`,
  };
}
