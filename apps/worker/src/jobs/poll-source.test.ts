import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fetchFeed } from '@throughline/feeds';
import {
  addSource,
  type Database,
  sourceById,
  sourceToRead,
  storeAnswer,
  waitingAnswers,
} from '@throughline/store';
import { openTestDatabase, type TestDatabase } from '@throughline/store/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDesk } from '../testing/local-desk.ts';
import { pollSource } from './poll-source.ts';
import { readAnswer } from './read-answer.ts';

const FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'A feed',
  items: [{ id: '1', title: 'One', content_text: 'Words' }],
});

let db: TestDatabase;
let requests = 0;
const server = createServer((_request, response) => {
  requests++;
  response.writeHead(200, { 'content-type': 'application/feed+json' }).end(FEED);
});

beforeAll(async () => {
  db = await openTestDatabase();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await db.close();
});

const deskOn = (database: Database, now?: () => Date) =>
  localDesk(database, `127.0.0.1:${(server.address() as AddressInfo).port}`, now);

async function dueSource(name: string): Promise<number> {
  requests = 0;
  const { port } = server.address() as AddressInfo;
  return (await addSource(db, { url: `http://127.0.0.1:${port}/${name}`, folders: [] })).id;
}

test('what cannot be stored is said on the screen, and the publisher is not asked again at once', async () => {
  const sourceId = await dueSource('refused');
  // A little ahead of the clock of the database, which says since when it is due.
  let now = new Date(Date.now() + 1_000);
  await db.run('alter table throughline.items add constraint nothing_fits check (id < 0)');
  const desk = deskOn(db, () => now);
  await expect(pollSource(desk, { sourceId })).rejects.toThrow('nothing_fits');
  expect(await sourceById(db, sourceId)).toMatchObject({ state: 'failing', causeCode: 'not-stored' });
  await pollSource(desk, { sourceId });
  expect(requests).toBe(1);

  await db.run('alter table throughline.items drop constraint nothing_fits');
  await db.run('update throughline.sources set next_check_at = now()');
  now = new Date(now.getTime() + 6_000);
  await pollSource(desk, { sourceId });
  expect(await sourceById(db, sourceId)).toMatchObject({ state: 'fine', cause: null, items: 1 });
  await desk.client.close();
});

test('a database that takes nothing at all does not make the desk hammer a publisher', async () => {
  const sourceId = await dueSource('full');
  const full: Database = { ...db, transaction: () => Promise.reject(new Error('No space left on device')) };
  const desk = deskOn(full, () => new Date(Date.now() + 1_000));
  await expect(pollSource(desk, { sourceId })).rejects.toThrow('No space left');
  for (let n = 0; n < 3; n++) await pollSource(desk, { sourceId });
  expect(requests).toBe(1);
  await desk.client.close();
});

test('a push that cannot be stored is read a few times, with pauses; then its source is asked', async () => {
  const sourceId = await dueSource('pushed');
  let now = Date.now();
  const desk = deskOn(db, () => new Date(now));
  const source = await sourceToRead(db, sourceId);
  const fetched = source && (await fetchFeed(desk.client, { ...source, validatorsFrom: null }));
  if (fetched?.kind !== 'body') throw new Error('nothing to push');
  const { body, ...head } = fetched;
  const pushed = { sourceId, kind: 'push' as const, head, body };
  await db.run("update throughline.sources set next_check_at = now() + interval '1 day' where id = $1", [
    sourceId,
  ]);
  await db.run('alter table throughline.items add constraint nothing_fits check (id < 0) not valid');
  const answerId = await storeAnswer(db, pushed);
  let tries = 0;
  for (const end = now + 30 * 60_000; now < end; now += 10_000) {
    for (const id of await waitingAnswers(db, desk.now(), 10)) {
      tries++;
      await readAnswer(desk, id).catch((error: unknown) => expect(String(error)).toContain('nothing_fits'));
    }
  }
  expect(tries).toBe(6);
  const given = await sourceById(db, sourceId);
  expect(Date.parse(given?.nextCheckAt ?? '')).toBeLessThan(now);

  await db.run('alter table throughline.items drop constraint nothing_fits');
  await readAnswer(desk, answerId);
  expect(await sourceById(db, sourceId)).toMatchObject({ items: 0 });
  await readAnswer(desk, await storeAnswer(db, pushed));
  expect(await sourceById(db, sourceId)).toMatchObject({ items: 1, nextCheckAt: given?.nextCheckAt });
  await desk.client.close();
});

test('a push says nothing of how its source answers, and takes no poll away', async () => {
  const sourceId = await dueSource('daily');
  const desk = deskOn(db);
  const source = await sourceToRead(db, sourceId);
  const fetched = source && (await fetchFeed(desk.client, { ...source, validatorsFrom: null }));
  if (fetched?.kind !== 'body') throw new Error('nothing to push');
  const { body, ...head } = fetched;
  await db.run(
    `update throughline.sources set next_check_at = now() + interval '2 hours', next_because = 'back-off', failures = 3,
       cause_code = 'http-503', last_check_at = now() - interval '1 hour', last_success_at = now() - interval '1 day'
     where id = $1`,
    [sourceId],
  );
  const how = () =>
    db.row(
      `select next_check_at, next_because, failures, cause_code, last_check_at, last_success_at, memory
       from throughline.sources where id = $1`,
      [sourceId],
    );
  const before = await how();
  await readAnswer(desk, await storeAnswer(db, { sourceId, kind: 'push', head, body }));
  expect(await how()).toEqual(before);
  expect((await sourceById(db, sourceId))?.lastNewItemAt).not.toBeNull();
  await desk.client.close();
});
