import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebhookPayload } from '@throughline/schema';
import {
  addUser,
  addWebhook,
  deliveriesDue,
  itemsDueForTagging,
  itemsToTag,
  listWebhooks,
  recordTags,
  removeWebhook,
  seedTopics,
  setWebhookEnabled,
  testWebhook,
} from '@throughline/store';
import { incomingItem, openTestDatabase, storeItems, type TestDatabase } from '@throughline/store/testing';
import { searchWords } from '@throughline/text';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTaggerCache } from '../tagger-cache.ts';
import { localDesk } from '../testing/local-desk.ts';
import { tellWebhook } from './tell-webhook.ts';

const DAY = 86_400_000;

let db: TestDatabase;
let server: Server;
let host: string;
let userId: number;
let got: { headers: IncomingMessage['headers']; body: string }[] = [];
/** What the receiver answers. */
let answer: { status: number; headers?: Record<string, string> };
/** What happens on the desk before it answers. */
let meanwhile: () => Promise<void>;

beforeAll(async () => {
  db = await openTestDatabase();
  userId = (await addUser(db, 'An admin', 'admin')).id;
  await seedTopics(db, [
    { id: 'duty', name: 'Duty', concepts: [{ id: 'core', weight: 4, terms: { en: ['duty'] } }] },
  ]);
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      got.push({ headers: request.headers, body });
      void meanwhile().then(() => response.writeHead(answer.status, answer.headers).end());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await db.close();
});
beforeEach(async () => {
  got = [];
  answer = { status: 204 };
  meanwhile = async () => {};
  await db.run('delete from throughline.webhooks');
});

const add = (path = '/in') =>
  addWebhook(db, userId, { url: `http://${host}${path}`, events: ['item.relevant', 'storyline.published'] });

/** Sends what is due at a moment. @returns how many deliveries were. */
async function deliver(at: number, allowed = host): Promise<number> {
  const desk = localDesk(db, allowed, () => new Date(at));
  const due = await deliveriesDue(db, desk.now(), 100);
  for (const { id } of due) await tellWebhook(desk, id);
  await desk.client.close();
  return due.length;
}
const only = async () => {
  const [webhook] = await listWebhooks(db);
  if (webhook === undefined) throw new Error('no webhook');
  return webhook;
};

async function tagAll(): Promise<void> {
  const tagger = await createTaggerCache(() => {}).current(db);
  const items = await itemsToTag(db, await itemsDueForTagging(db, new Date(), 100), new Date());
  await recordTags(
    db,
    tagger.state,
    items.map((item) => ({
      itemId: item.id,
      revisionId: item.revisionId,
      tags: tagger.tag(item),
      search: searchWords(item),
    })),
  );
}

test('a relevant item is told once, signed, as plain text', async () => {
  const secret = await add();
  const title = 'A new duty on steel';
  await storeItems(db, [
    incomingItem('relevant', { title, summary: 'duty', contentHtml: '<p onclick="x()">duty</p>' }),
    incomingItem('not', { title: 'The weather' }),
  ]);
  await tagAll();
  // Made anew with other rules: no news.
  await db.run('update throughline.items set tagged_epoch = 0');
  await tagAll();
  expect(await deliver(Date.now() + 1_000)).toBe(1);
  expect(got).toHaveLength(1);
  const { headers, body } = got[0] ?? { headers: {}, body: '' };
  const signature = createHmac('sha256', secret).update(`${headers['throughline-timestamp']}.${body}`);
  expect(headers['throughline-signature']).toBe(`v1=${signature.digest('hex')}`);
  expect(headers['throughline-event']).toBe('item.relevant');
  const payload = WebhookPayload.parse(JSON.parse(body));
  expect(payload).toMatchObject({
    event: 'item.relevant',
    topic: { id: 'duty', name: 'Duty' },
    item: { title },
  });
  expect(body).not.toContain('<');
  const webhook = await only();
  expect(webhook.deliveries).toMatchObject([
    { event: 'item.relevant', status: 204, problem: null, nextTryAt: null },
  ]);
  expect(JSON.stringify(webhook)).not.toContain(secret);
  expect(await deliver(Date.now() + DAY)).toBe(0);
});

/** Something is to be told that is tried again when it fails. */
async function published(): Promise<void> {
  await db.run(
    `insert into throughline.storylines (slug, headline) values ('piece', 'Piece') on conflict do nothing`,
  );
  await db.run(
    `insert into throughline.publications (storyline_id) select id from throughline.storylines on conflict do nothing`,
  );
  await db.run(
    `insert into throughline.storyline_revisions (storyline_id, revision, document) select id, 1, '{}' from throughline.storylines on conflict do nothing`,
  );
  await db.run(
    `insert into throughline.published_versions (storyline_id, number, revision, kind)
     select l.id, 1 + (select count(*) from throughline.published_versions), 1, 'first' from throughline.storylines l`,
  );
}

test('what fails is tried again later and later; a webhook that takes nothing for days is switched off', async () => {
  await add();
  await published();
  answer = { status: 500 };
  const start = Date.now() + 1_000;
  await deliver(start);
  expect((await only()).deliveries).toMatchObject([
    {
      tries: 1,
      status: 500,
      problem: `${host} answered 500.`,
      nextTryAt: new Date(start + 60_000).toISOString(),
    },
  ]);
  expect(await deliver(start + 59_000)).toBe(0);
  await deliver(start + 61_000);
  expect(got).toHaveLength(2);
  answer = { status: 200 };
  await deliver(start + 3_600_000);
  expect(await only()).toMatchObject({
    failingSince: null,
    problem: null,
    deliveries: [{ tries: 3, status: 200 }],
  });

  answer = { status: 503 };
  await published();
  let at = start + 2 * 3_600_000;
  for (let day = 0; day < 12; day++) {
    at += DAY / 2;
    await deliver(at);
    await published();
  }
  const off = await only();
  expect(off.disabledAt).not.toBeNull();
  expect(off.problem).toBe(`${host} answered 503.`);
  expect(off.deliveries.every((one) => one.nextTryAt === null)).toBe(true);
  const before = got.length;
  await published();
  expect(await deliver(at + DAY)).toBe(0);
  expect(got).toHaveLength(before);

  await setWebhookEnabled(db, off.id, true);
  expect(await only()).toMatchObject({ disabledAt: null, problem: null });
});

test('neither a test nor single faults days apart switch a webhook off', async () => {
  await add();
  const { id } = await only();
  answer = { status: 500 };
  const start = Date.now() + 1_000;
  await testWebhook(db, id);
  await deliver(start);
  expect(await only()).toMatchObject({ failingSince: null, deliveries: [{ status: 500 }] });
  await published();
  await db.run(`update throughline.webhook_deliveries set subject = '{"storyline": 0, "version": 1}'`);
  await deliver(start);
  expect(got).toHaveLength(1);
  expect(await only()).toMatchObject({ failingSince: null });

  // Given up at last: nothing more is sent until the next, which fails once.
  await published();
  await deliver(start);
  await db.run('update throughline.webhook_deliveries set next_try_at = null');
  await published();
  await deliver(start + 5 * DAY);
  const at = new Date(start + 5 * DAY).toISOString();
  expect(await only()).toMatchObject({ disabledAt: null, failingSince: at });
  answer = { status: 204 };
  await deliver(start + 5 * DAY + 61_000);
  expect(await only()).toMatchObject({ failingSince: null });
  expect((await only()).deliveries[0]).toMatchObject({ status: 204, tries: 2 });
});

test('a webhook is told one thing at a time, all that is due in a row; one that fails rests and lets others go first', async () => {
  await add('/slow');
  for (let n = 0; n < 3; n++) await published();
  const start = Date.now() + 1_000;
  const desk = localDesk(db, host, () => new Date(start));
  const all = await db.rows<{ id: number }>('select id from throughline.webhook_deliveries order by id');
  let under = 0;
  let most = 0;
  meanwhile = async () => {
    most = Math.max(most, ++under);
    expect(await deliveriesDue(db, desk.now(), 100)).toEqual([]);
    under--;
  };
  await Promise.all(all.map(({ id }) => tellWebhook(desk, id)));
  expect([got.length, most]).toEqual([3, 1]);

  answer = { status: 500 };
  meanwhile = async () => {};
  for (let n = 0; n < 3; n++) await published();
  expect(await deliver(start)).toBe(1);
  expect(got).toHaveLength(4);
  expect(await deliver(start + 29_000)).toBe(0);
  let now = start + 30_000;
  const hung = localDesk(db, host, () => new Date(now));
  meanwhile = async () => {
    now += 10_000;
  };
  await tellWebhook(hung, (await deliveriesDue(db, hung.now(), 1))[0]?.id ?? 0);
  expect(got).toHaveLength(5);
  expect(await deliver(start + 69_000)).toBe(0);
  expect(await deliver(start + 70_000)).toBe(1);
  for (const { client } of [desk, hung]) await client.close();
});

test('a private address needs leave, and no redirect leads there or anywhere', async () => {
  await add('/elsewhere');
  answer = { status: 307, headers: { location: `http://${host}/private` } };
  await testWebhook(db, (await only()).id);
  await deliver(Date.now() + 1_000);
  expect(got).toHaveLength(1);
  const problem = async () => (await only()).deliveries[0]?.problem;
  expect(await problem()).toBe(`${host} sends us elsewhere (307).`);

  got = [];
  await testWebhook(db, (await only()).id);
  await deliver(Date.now() + 2_000, host.replace('127.0.0.1', '127.0.0.2'));
  expect(got).toHaveLength(0);
  expect(await problem()).toMatch(/private|not public|may not be/i);
  await removeWebhook(db, (await only()).id);
  expect(await listWebhooks(db)).toEqual([]);
});

test.each(['removed', 'switched off'] as const)(
  'a webhook that is %s during an attempt is tried no more',
  async (how) => {
    await add();
    await published();
    const { id } = await only();
    answer = { status: 500 };
    meanwhile = () => (how === 'removed' ? removeWebhook(db, id) : setWebhookEnabled(db, id, false));
    const start = Date.now() + 1_000;
    expect(await deliver(start)).toBe(1);
    expect(got).toHaveLength(1);
    expect(await deliver(start + DAY)).toBe(0);
    // One that an earlier version left due.
    await db.run('update throughline.webhook_deliveries set next_try_at = now()');
    expect(await deliver(start + DAY)).toBe(1);
    expect(await deliver(start + 2 * DAY)).toBe(0);
    expect(got).toHaveLength(1);
  },
);
