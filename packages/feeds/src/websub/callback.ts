import { createHmac, timingSafeEqual } from 'node:crypto';
import type { PushSubscription } from '@throughline/schema';
import { readLinks } from './hub-links.ts';
import { afterDelivery, afterDenial, afterVerification } from './subscription.ts';

/** What the desk's callback answers to hubs. The caller finds the subscription by the token in the address. */

export interface CallbackAnswer {
  status: number;
  body: string;
  /** As it is to be stored; null: nothing changed. */
  subscription: PushSubscription | null;
}

/** A push, read as far as it can be trusted. */
export interface DeliveryAnswer extends CallbackAnswer {
  /**
   * `content`: the body is signed and may be read as the feed; `notice`: something happened, but the body proves
   * nothing, so poll soon; `ignored`: neither.
   */
  delivery: 'content' | 'notice' | 'ignored';
}

const UNKNOWN: CallbackAnswer = { status: 404, body: 'Unknown subscription.\n', subscription: null };

/** GET: the hub asks whether we really want this, or tells us that it refuses (WebSub, 5.2 and 5.3). */
export function answerVerification(
  subscription: PushSubscription | null,
  query: URLSearchParams,
  now: Date,
): CallbackAnswer {
  if (subscription === null || query.get('hub.topic') !== subscription.topic) return UNKNOWN;
  const mode = query.get('hub.mode');
  if (mode === 'denied') {
    return { status: 200, body: '', subscription: afterDenial(subscription, now) };
  }
  const challenge = query.get('hub.challenge') ?? '';
  if (challenge === '' || challenge.length > 4096)
    return { ...UNKNOWN, status: 400, body: 'No challenge.\n' };
  const leaving = subscription.state === 'leaving';
  if (mode === 'unsubscribe' && leaving) return { status: 200, body: challenge, subscription: null };
  if (mode !== 'subscribe' || leaving || subscription.state === 'denied') return UNKNOWN;
  const verified = afterVerification(subscription, leaseOf(query), now);
  return { status: 200, body: challenge, subscription: verified };
}

function leaseOf(query: URLSearchParams): number | null {
  const text = query.get('hub.lease_seconds') ?? '';
  return /^\d{1,10}$/.test(text) ? Number(text) : null;
}

/**
 * POST: news (WebSub, 7). A wrong signature is answered like a right one, so that nobody learns from the answer, and
 * changes nothing. A missing one makes the push a mere notice.
 */
export function answerDelivery(
  subscription: PushSubscription | null,
  headers: { signature: string | null; link: readonly string[] },
  body: Uint8Array,
): DeliveryAnswer {
  // 410 lets a hub that still pushes after the end forget us.
  if (subscription === null || subscription.state === 'leaving') {
    return { ...UNKNOWN, status: 410, delivery: 'ignored' };
  }
  const accepted = { status: 202, body: '', subscription: null };
  if (headers.signature === null) return { ...accepted, delivery: 'notice' };
  if (!isSigned(headers.signature, subscription.secret, body)) return { ...accepted, delivery: 'ignored' };
  const self = headers.link.flatMap(readLinks).find((link) => link.relations.includes('self'));
  if (self !== undefined && self.target !== subscription.topic) return { ...accepted, delivery: 'ignored' };
  return { ...accepted, subscription: afterDelivery(subscription), delivery: 'content' };
}

/** SHA-1 is in the specification and still what the large hubs send; HMAC-SHA-1 is not broken. */
const METHODS: ReadonlySet<string> = new Set(['sha1', 'sha256', 'sha384', 'sha512']);

function isSigned(signature: string, secret: string, body: Uint8Array): boolean {
  const [method = '', hex = ''] = signature.trim().toLowerCase().split('=', 2);
  if (!METHODS.has(method)) return false;
  const expected = createHmac(method, secret).update(body).digest();
  const given = Buffer.from(hex, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
