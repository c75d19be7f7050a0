import { createHmac } from 'node:crypto';
import { WebhookPayload } from '@throughline/schema';
import { claimDelivery, recordDelivery } from '@throughline/store';
import type { Desk } from '../desk.ts';

const MINUTE = 60_000;
/** Between one attempt and the next; then it is given up. About two days in all. */
const PAUSES = [1, 5, 30, 120, 360, 720, 1440].map((minutes) => minutes * MINUTE);
/** A worker that dies leaves the attempt to be made again after this. */
const LEASE_MS = 5 * MINUTE;

/** Sends one delivery of a webhook, signed. */
export async function tellWebhook(
  desk: Pick<Desk, 'db' | 'client' | 'now'>,
  deliveryId: number,
): Promise<void> {
  const now = desk.now();
  const claimed = await claimDelivery(desk.db, deliveryId, now, new Date(now.getTime() + LEASE_MS));
  if (claimed === null) return;
  const { url, secret, tries, payload } = claimed;
  const at = now;
  if (payload === null) {
    const problem = 'What this was about is not on the desk any more.';
    await recordDelivery(desk.db, deliveryId, { at, status: null, problem, nextTryAt: null });
    return;
  }
  const body = JSON.stringify(WebhookPayload.parse(payload));
  const { status, problem } = await send(desk, url, signed(body, secret, payload.event, deliveryId, at));
  const pause = PAUSES[tries - 1];
  const again = problem !== null && payload.event !== 'test' && pause !== undefined;
  const nextTryAt = again ? new Date(at.getTime() + pause) : null;
  await recordDelivery(desk.db, deliveryId, { at, status, problem, nextTryAt });
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
