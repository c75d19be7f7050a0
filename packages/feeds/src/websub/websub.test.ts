import { createHmac } from 'node:crypto';
import type { PushSubscription } from '@throughline/schema';
import { afterEach, describe, expect, it } from 'vitest';
import { createGuardedClient } from '../fetch/client.ts';
import { startOrigin } from '../testing/local-origin.ts';
import { answerDelivery, answerVerification } from './callback.ts';
import { hubLinks } from './hub-links.ts';
import { askHub } from './hub-request.ts';
import {
  afterDelivery,
  afterPollFoundNews,
  afterRequest,
  afterVerification,
  followHub,
  leave,
  pushedUntil,
  requestDue,
} from './subscription.ts';

const NOW = new Date('2026-11-24T12:00:00Z');
const HOUR = 3600_000;
const DAY = 24 * HOUR;
const LINKS = { hub: 'https://hub.example/', topic: 'https://n.example/feed' };
const later = (ms: number) => new Date(NOW.getTime() + ms);

function fresh(): PushSubscription {
  const made = followHub(null, LINKS, { token: 'token', secret: 'secret' }, NOW);
  if (made === null) throw new Error('nothing to follow');
  return made;
}
const active = (): PushSubscription => afterVerification(afterRequest(fresh(), true, NOW), 864_000, NOW);
const query = (values: Record<string, string>) => new URLSearchParams(values);

describe('hubLinks', () => {
  it('reads headers before the feed, and resolves', () => {
    const feed = { hubUrl: 'https://in.example/hub', selfUrl: 'https://in.example/self' };
    const url = 'https://n.example/feed';
    expect(hubLinks({ url, link: [], feed })).toEqual({ hub: feed.hubUrl, topic: feed.selfUrl });
    expect(
      hubLinks({
        url,
        link: ['</hub>; rel=hub, <https://n.example/self>; title="x"; rel="SELF alternate"'],
        feed,
      }),
    ).toEqual({ hub: 'https://n.example/hub', topic: 'https://n.example/self' });
    expect(hubLinks({ url, link: ['<https://h.example/>; rel="hub"'], feed: null })).toBeNull();
    expect(
      hubLinks({ url, link: ['<javascript:alert(1)>; rel=hub'], feed: { hubUrl: null, selfUrl: url } }),
    ).toBeNull();
  });
});

describe('a subscription', () => {
  it('is asked for at once, awaits the callback, and tries again when none comes', () => {
    const made = fresh();
    expect(requestDue(made, NOW)).toBe(true);
    const asked = afterRequest(made, true, NOW);
    expect(asked).toMatchObject({ state: 'requested', failures: 1 });
    expect(requestDue(asked, later(HOUR - 1))).toBe(false);
    expect(requestDue(asked, later(HOUR))).toBe(true);
    const again = afterRequest(asked, true, later(HOUR));
    expect(requestDue(again, later(2 * HOUR))).toBe(false);
    expect(requestDue(again, later(3 * HOUR))).toBe(true);
  });

  it('backs off while the hub cannot be reached, a week at most', () => {
    let current = fresh();
    const pauses = Array.from({ length: 12 }, () => {
      current = afterRequest(current, false, NOW);
      return (Date.parse(current.nextRequestAt ?? '') - NOW.getTime()) / HOUR;
    });
    expect(pauses.slice(0, 4)).toEqual([1, 2, 4, 8]);
    expect(pauses.at(-1)).toBe(168);
  });

  it('is renewed before the lease ends, and stays active meanwhile', () => {
    const current = active();
    expect(requestDue(current, later(8 * DAY))).toBe(false);
    expect(requestDue(current, later(9 * DAY))).toBe(true);
    const renewing = afterRequest(current, true, later(9 * DAY));
    expect(renewing).toMatchObject({ state: 'active', leaseUntil: current.leaseUntil });
    expect(afterRequest(current, true, later(11 * DAY)).state).toBe('requested');
  });

  it('lets polling rest only while the hub proves itself', () => {
    const current = active();
    expect(pushedUntil(null, NOW)).toBeNull();
    expect(pushedUntil(current, NOW)).toBeNull();
    const proven = afterDelivery(current);
    expect(pushedUntil(proven, NOW)).toEqual(later(10 * DAY));
    expect(pushedUntil(proven, later(10 * DAY))).toBeNull();
    const once = afterPollFoundNews(proven);
    expect(pushedUntil(once, NOW)).not.toBeNull();
    expect(pushedUntil(afterPollFoundNews(once), NOW)).toBeNull();
    expect(pushedUntil(afterDelivery(afterPollFoundNews(once)), NOW)).not.toBeNull();
  });

  it('follows the feed to another hub and leaves one that it does not name any more', () => {
    const current = active();
    const secrets = { token: 'other', secret: 'words' };
    expect(followHub(current, LINKS, secrets, NOW)).toBe(current);
    expect(followHub(current, { ...LINKS, hub: 'https://hub2.example/' }, secrets, NOW)).toMatchObject({
      hub: 'https://hub2.example/',
      token: 'other',
      leaseUntil: null,
    });
    expect(followHub(current, null, secrets, NOW)).toMatchObject({ state: 'leaving' });
    expect(followHub(null, null, secrets, NOW)).toBeNull();
  });
});

describe('the callback', () => {
  const verify = {
    'hub.mode': 'subscribe',
    'hub.topic': LINKS.topic,
    'hub.challenge': 'c-1',
    'hub.lease_seconds': '3600',
  };

  it('confirms only what was asked for', () => {
    const asked = afterRequest(fresh(), true, NOW);
    const answer = answerVerification(asked, query(verify), NOW);
    expect(answer).toMatchObject({ status: 200, body: 'c-1', subscription: { state: 'active' } });
    expect(answer.subscription?.leaseUntil).toBe(later(HOUR).toISOString());
    expect(answerVerification(null, query(verify), NOW).status).toBe(404);
    expect(
      answerVerification(asked, query({ ...verify, 'hub.topic': 'https://evil.example/' }), NOW).status,
    ).toBe(404);
    expect(answerVerification(asked, query({ ...verify, 'hub.mode': 'unsubscribe' }), NOW).status).toBe(404);
    expect(answerVerification(asked, query({ ...verify, 'hub.challenge': '' }), NOW).status).toBe(400);
    expect(answerVerification(leave(asked), query(verify), NOW).status).toBe(404);
    expect(
      answerVerification(leave(asked), query({ ...verify, 'hub.mode': 'unsubscribe' }), NOW).status,
    ).toBe(200);
  });

  it('does not believe any lease, long, short or missing', () => {
    const lease = (seconds: string) => {
      const answer = answerVerification(fresh(), query({ ...verify, 'hub.lease_seconds': seconds }), NOW);
      return (Date.parse(answer.subscription?.leaseUntil ?? '') - NOW.getTime()) / 1000;
    };
    expect([lease('9999999999'), lease('1'), lease('0'), lease('-5'), lease('x')]).toEqual([
      30 * 86400,
      60,
      86400,
      86400,
      86400,
    ]);
  });

  it('does not ask a hub with tiny leases all the time', () => {
    const answer = answerVerification(fresh(), query({ ...verify, 'hub.lease_seconds': '60' }), NOW);
    expect(answer.subscription?.nextRequestAt).toBe(later(HOUR).toISOString());
  });

  it('takes a refusal for a month', () => {
    const answer = answerVerification(
      active(),
      query({ 'hub.mode': 'denied', 'hub.topic': LINKS.topic }),
      NOW,
    );
    expect(answer).toMatchObject({ status: 200, subscription: { state: 'denied', leaseUntil: null } });
    expect(answer.subscription?.nextRequestAt).toBe(later(30 * DAY).toISOString());
  });

  it('believes what is signed with the secret, and answers alike whatever is wrong', () => {
    const body = Buffer.from('<rss/>');
    const sign = (method: string, secret = 'secret') =>
      `${method}=${createHmac(method, secret).update(body).digest('hex')}`;
    const deliver = (signature: string | null, link: string[] = []) =>
      answerDelivery(active(), { signature, link }, body);
    for (const method of ['sha1', 'sha256', 'sha384', 'sha512']) {
      expect(deliver(sign(method))).toMatchObject({
        status: 202,
        delivery: 'content',
        subscription: { deliveries: 1 },
      });
    }
    for (const wrong of [
      sign('sha256', 'guess'),
      sign('md5'),
      'sha256=',
      'sha256',
      '',
      'sha256=zz',
      `${sign('sha256')}00`,
    ]) {
      expect(deliver(wrong), wrong).toEqual({
        status: 202,
        body: '',
        subscription: null,
        delivery: 'ignored',
      });
    }
    expect(deliver(null)).toMatchObject({ status: 202, delivery: 'notice', subscription: null });
    expect(deliver(sign('sha256'), ['<https://other.example/>; rel=self']).delivery).toBe('ignored');
    expect(deliver(sign('sha256'), [`<${LINKS.topic}>; rel=self, <${LINKS.hub}>; rel=hub`]).delivery).toBe(
      'content',
    );
    expect(answerDelivery(null, { signature: null, link: [] }, body).status).toBe(410);
  });
});

describe('askHub', () => {
  const cleanups: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0)) await cleanup();
  });

  it('sends the form, and takes what the hub answers', async () => {
    const seen: string[] = [];
    let status = 202;
    const hub = await startOrigin(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      seen.push(`${request.method} ${request.headers['content-type']} ${body}`);
      response.writeHead(status).end();
    });
    const client = createGuardedClient({ userAgent: 'Desk', allow: [hub.host] });
    cleanups.push(client.close, hub.close);
    const subscription = { ...fresh(), hub: hub.url };
    expect(await askHub(client, subscription, hub.url, 'https://desk.example/push/token')).toEqual({
      accepted: true,
      message: null,
    });
    const form = new URLSearchParams(seen[0]?.split(' ')[2]);
    expect(seen[0]).toMatch(/^POST application\/x-www-form-urlencoded /);
    expect(Object.fromEntries(form)).toEqual({
      'hub.mode': 'subscribe',
      'hub.topic': LINKS.topic,
      'hub.callback': 'https://desk.example/push/token',
      'hub.lease_seconds': '864000',
      'hub.secret': 'secret',
    });
    status = 403;
    expect(
      await askHub(client, leave(subscription), hub.url, 'https://desk.example/push/token'),
    ).toMatchObject({
      accepted: false,
    });
    expect(seen[1]).toContain('hub.mode=unsubscribe');
    expect(seen[1]).not.toContain('secret=');
    // A stranger's feed must not make the desk post into the operator's own network.
    const strangers = await askHub(
      client,
      subscription,
      'https://n.example/feed',
      'https://desk.example/push/token',
    );
    expect(strangers.accepted).toBe(false);
    expect(seen).toHaveLength(2);
    expect(await askHub(client, { ...subscription, hub: 'http://10.0.0.1/' }, hub.url, 'x')).toMatchObject({
      accepted: false,
    });
  });
});
