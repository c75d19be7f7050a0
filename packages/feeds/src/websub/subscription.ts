import type { PushSubscription } from '@throughline/schema';
import type { HubLinks } from './hub-links.ts';

/** The life of one subscription as pure steps; polling goes on wherever it does not prove itself. */

const HOUR = 3600_000;
const DAY = 24 * HOUR;

export const LEASE_WANTED_MS = 10 * DAY;
const LEASE_MOST_MS = 30 * DAY;
const DENIED_MS = 30 * DAY;
const MISSED_MOST = 2;

/** Unguessable words of at least 128 bits, from the caller's generator. */
export interface Secrets {
  token: string;
  secret: string;
}

/** What a poll says about pushing: a feed may gain, change or lose its hub. Null: there is nothing to subscribe to. */
export function followHub(
  current: PushSubscription | null,
  links: HubLinks | null,
  secrets: Secrets,
  now: Date,
): PushSubscription | null {
  if (links === null) return current === null ? null : leave(current);
  if (current !== null && current.hub === links.hub && current.topic === links.topic) return current;
  return {
    state: 'failed',
    ...links,
    ...secrets,
    requestedAt: now.toISOString(),
    leaseUntil: null,
    nextRequestAt: now.toISOString(),
    failures: 0,
    deliveries: 0,
    missed: 0,
  };
}

export function leave(current: PushSubscription): PushSubscription {
  return { ...current, state: 'leaving', leaseUntil: null, nextRequestAt: null };
}

/** Is it time to ask the hub: for the first time, again, or for a longer lease? */
export function requestDue(current: PushSubscription, now: Date): boolean {
  return current.nextRequestAt !== null && Date.parse(current.nextRequestAt) <= now.getTime();
}

/**
 * The hub was asked. `accepted` is its 202: the callback decides the rest. While a lease runs it goes on. Whether it
 * refused or accepted and never called back, the next request waits twice as long, a week at most.
 */
export function afterRequest(current: PushSubscription, accepted: boolean, now: Date): PushSubscription {
  const failures = current.failures + 1;
  const pause = Math.min(HOUR * 2 ** Math.min(failures - 1, 10), 7 * DAY);
  return {
    ...current,
    state: isActive(current, now) ? 'active' : accepted ? 'requested' : 'failed',
    requestedAt: now.toISOString(),
    failures,
    nextRequestAt: new Date(now.getTime() + pause).toISOString(),
  };
}

export function afterVerification(
  current: PushSubscription,
  leaseSeconds: number | null,
  now: Date,
): PushSubscription {
  const lease = Math.min(Math.max((leaseSeconds ?? 0) * 1000 || DAY, 60_000), LEASE_MOST_MS);
  return {
    ...current,
    state: 'active',
    failures: 0,
    leaseUntil: new Date(now.getTime() + lease).toISOString(),
    // Renewed while a fifth of the lease (at most a day) is left, but a hub with tiny leases is not asked all the time.
    nextRequestAt: new Date(now.getTime() + Math.max(lease - Math.min(lease / 5, DAY), HOUR)).toISOString(),
  };
}

export function afterDenial(current: PushSubscription, now: Date): PushSubscription {
  return {
    ...current,
    state: 'denied',
    leaseUntil: null,
    nextRequestAt: new Date(now.getTime() + DENIED_MS).toISOString(),
  };
}

export function afterDelivery(current: PushSubscription): PushSubscription {
  return { ...current, deliveries: current.deliveries + 1, missed: 0 };
}

/** A poll found news. What the hub should have pushed and did not counts against it. */
export function afterPollFoundNews(current: PushSubscription): PushSubscription {
  return current.state === 'active' ? { ...current, missed: current.missed + 1 } : current;
}

function isActive(current: PushSubscription, now: Date): boolean {
  return current.leaseUntil !== null && Date.parse(current.leaseUntil) > now.getTime();
}

/**
 * Until when polling may lean on pushing; null: poll as if there were no hub. A hub is believed after its first push,
 * and not any more after two polls in a row that found what it had left out.
 */
export function pushedUntil(current: PushSubscription | null, now: Date): Date | null {
  if (current?.leaseUntil == null || current.state !== 'active' || !isActive(current, now)) return null;
  return current.deliveries > 0 && current.missed < MISSED_MOST ? new Date(current.leaseUntil) : null;
}
