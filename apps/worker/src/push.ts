import { randomBytes } from 'node:crypto';
import {
  afterPollFoundNews,
  afterRequest,
  askHub,
  followHub,
  hubLinks,
  requestDue as isDue,
  leave,
} from '@throughline/feeds';
import type { PushSubscription } from '@throughline/schema';
import { changePush, pushOfSource, type SourceToCheck } from '@throughline/store';
import type { Reading } from './check-result.ts';
import type { Desk } from './desk.ts';
import { gateKey } from './polite.ts';

/** WebSub: what a poll means for the subscription, and the requests to hubs. */

/** Follows the hub that a body names (or names no more), and counts news that it should have pushed. */
export async function followPush(
  desk: Desk,
  source: SourceToCheck,
  { outcome, parsed }: Reading,
  foundNews: boolean,
): Promise<void> {
  if (desk.publicUrl === null || outcome.kind !== 'body' || !parsed?.ok) return;
  const links = hubLinks({ url: outcome.finalUrl, link: outcome.link, feed: parsed.feed });
  if (links === null && source.push === null) return;
  const secrets = { token: secret(), secret: secret() };
  await changePush(desk.db, source.id, (current) => {
    if (links === null && current?.state === 'leaving') return current;
    const next = followHub(comesBack(current), links, secrets, desk.now());
    if (next?.state === 'leaving') return dueToLeave(next, desk.now());
    return next !== null && foundNews ? afterPollFoundNews(next) : next;
  });
}

const secret = () => randomBytes(24).toString('base64url');

/** A source that is read again begins anew with its hub. */
const comesBack = (current: PushSubscription | null) => (current?.state === 'leaving' ? null : current);

/** The hub is told once that it may stop. */
const dueToLeave = (push: PushSubscription, now: Date) => ({ ...push, nextRequestAt: now.toISOString() });

/** Ends the subscription of a source that is not read any more. */
export async function leaveHub(desk: Desk, sourceId: number): Promise<void> {
  await changePush(desk.db, sourceId, (current) =>
    current === null ? null : dueToLeave(leave(current), desk.now()),
  );
}

/** Asks a source's hub, if that is still due. The hub may call back before it has answered. */
export async function askHubOf(desk: Desk, sourceId: number): Promise<void> {
  const found = await pushOfSource(desk.db, sourceId);
  if (desk.publicUrl === null || found === null || !isDue(found.subscription, desk.now())) return;
  const { subscription: asked, sourceUrl } = found;
  const callback = `${desk.publicUrl}/websub/${asked.token}`;
  const gated = await desk.gate.run(gateKey(asked.hub, desk.ownOrigins), () =>
    askHub(desk.client, asked, sourceUrl, callback),
  );
  if (!gated.ran) return;
  const { accepted, message } = gated.value;
  if (message !== null) desk.log.info({ sourceId, hub: asked.hub, message }, 'a hub did not take a request');
  await changePush(desk.db, sourceId, (current) => {
    if (current === null || current.token !== asked.token) return current;
    if (asked.state === 'leaving') return { ...current, nextRequestAt: null };
    // Verified while it was asked: that says more than the answer.
    if (current.nextRequestAt !== asked.nextRequestAt) return current;
    return afterRequest(current, accepted, desk.now());
  });
}
