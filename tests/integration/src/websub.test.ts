import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addSource, fetchHistory, sourceById } from '@throughline/store';
import { openTestDatabase, type TestDatabase } from '@throughline/store/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningProcess, startApp, until } from './processes.ts';

let db: TestDatabase;
let server: Server;
let origin: string;
let api: RunningProcess;
let worker: RunningProcess;
/** What the hub was asked, newest last. */
const asked: URLSearchParams[] = [];

/** A feed and its hub in one server: it verifies as soon as it is asked, before it answers. */
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.method !== 'POST') return void response.end(feed(['one']));
    void subscribe(request).then((status) => response.writeHead(status).end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  db = await openTestDatabase();
  api = await startApp('api', db);
  const PUBLIC_URL = String(api.ready.address);
  const host = origin.replace('http://', '');
  worker = await startApp('worker', db, { FETCH_ALLOW: host, OWN_ORIGINS: origin, PUBLIC_URL });
});
afterAll(async () => {
  await worker.kill();
  await api.kill();
  server.closeAllConnections();
  server.close();
  await db.close();
});

function feed(names: string[]): string {
  const items = names.map((name) => `<item><guid>${name}</guid><title>${name}</title></item>`).join('');
  return `<rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom"><channel><title>Pushed</title>
    <a:link rel="hub" href="${origin}/hub"/><a:link rel="self" href="${origin}/feed"/>${items}</channel></rss>`;
}

async function subscribe(request: IncomingMessage): Promise<number> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const form = new URLSearchParams(Buffer.concat(parts).toString());
  asked.push(form);
  const callback = new URL(form.get('hub.callback') ?? '');
  callback.searchParams.set('hub.mode', form.get('hub.mode') ?? '');
  callback.searchParams.set('hub.topic', form.get('hub.topic') ?? '');
  callback.searchParams.set('hub.challenge', 'prove it');
  callback.searchParams.set('hub.lease_seconds', '864000');
  const answer = await fetch(callback);
  return answer.status === 200 && (await answer.text()) === 'prove it' ? 202 : 400;
}

function push(body: string, secret: string): Promise<Response> {
  const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
  return fetch(asked.at(-1)?.get('hub.callback') ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/rss+xml', 'x-hub-signature': signature },
    body,
  });
}

test('a feed’s hub is subscribed to, what it pushes is read like a poll, and the lease is renewed', async () => {
  const { id } = await addSource(db, { url: `${origin}/feed`, folders: [] });
  const items = async () =>
    (
      await db.rows<{ guid: string }>('select guid from throughline.items where source_id = $1 order by id', [
        id,
      ])
    ).map((row) => row.guid);
  await until(
    async () => (await sourceById(db, id))?.push,
    (found) => found?.state === 'active',
  );
  const secret = asked[0]?.get('hub.secret') ?? '';
  expect(secret.length).toBeGreaterThanOrEqual(22);

  expect((await push(feed(['forged']), 'not the secret')).status).toBe(202);
  expect((await push(feed(['two', 'one']), secret)).status).toBe(202);
  expect(await until(items, (guids) => guids.length === 2)).toEqual(['one', 'two']);
  const outcomes = (await fetchHistory(db, id)).map((row) => row.outcome);
  expect(outcomes).toEqual(['pushed', 'body']);
  // Now that the hub has proved itself, polling rests after the poll that was to come anyway.
  await db.run('update throughline.sources set next_check_at = now() where id = $1', [id]);
  const source = await until(
    () => sourceById(db, id),
    (found) => found?.nextBecause === 'pushed',
  );
  expect(Date.parse(source?.nextCheckAt ?? '') - Date.now()).toBeGreaterThan(20 * 3_600_000);

  const before = asked.length;
  await db.run(
    `update throughline.push_subscriptions set next_request_at = now(), subscription =
       jsonb_set(subscription, '{nextRequestAt}', to_jsonb(to_char(now(), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))`,
  );
  await until(
    async () => asked.length,
    (count) => count > before,
  );
  expect(asked.at(-1)?.get('hub.mode')).toBe('subscribe');
  expect((await fetch(`${String(api.ready.address)}/websub/guessed?hub.mode=subscribe`)).status).toBe(404);
});
