import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createSignInToken, seedTopics } from '@throughline/store';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, openTestServer, type TestDesk } from './testing.ts';

let desk: TestDesk;
let server: FastifyInstance;
let admin: string;

beforeAll(async () => {
  desk = await openTestDesk();
  admin = await mkdtemp(join(tmpdir(), 'throughline-admin-'));
  await writeFile(join(admin, 'index.html'), '<!doctype html><title>The admin</title>');
  server = await openTestServer(desk, admin);
});
afterAll(async () => {
  await server.close();
  await desk.close();
  await rm(admin, { recursive: true });
});

const signInBy = (token: string, headers: Record<string, string> = {}) =>
  server.inject({ method: 'POST', url: '/sign-in', payload: { token }, headers });

async function signIn(): Promise<string> {
  await desk.as('admin');
  const token = await createSignInToken(desk.db, 1, 1);
  const answer = await signInBy(token);
  const cookie = String(answer.headers['set-cookie']);
  expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);
  expect(answer.statusCode).toBe(204);
  return cookie.split(';')[0] ?? '';
}

test('a sign-in link gives a session that reads; without one nothing is read', async () => {
  const cookie = await signIn();
  const read = (headers: Record<string, string>) => server.inject({ url: '/trpc/session.me', headers });
  expect((await read({ cookie })).json()).toMatchObject({ result: { data: { role: 'admin' } } });
  expect((await read({})).statusCode).toBe(401);
  expect((await read({ cookie: 'throughline_80=made-up' })).statusCode).toBe(401);
});

test('a session counts on every process of the desk, at the port that the browser asked for', async () => {
  await desk.as('admin');
  const token = await createSignInToken(desk.db, 1, 1);
  // As behind a proxy: none of the processes listens on the port that the browser knows.
  const headers = { host: 'localhost:8443' };
  const answer = await signInBy(token, headers);
  expect(String(answer.headers['set-cookie'])).toMatch(/^throughline_8443=/);
});

test('a wrong link signs nobody in', async () => {
  const answer = await signInBy('wrong');
  expect(answer.headers['set-cookie']).toBeUndefined();
  expect([answer.statusCode, answer.json().message]).toEqual([404, expect.stringMatching(/used already/)]);
});

test('a token in the address signs nobody in, and is not used up; nor is it from a page of another site', async () => {
  await desk.as('admin');
  const token = await createSignInToken(desk.db, 1, 1);
  for (const method of ['GET', 'HEAD'] as const) {
    const answer = await server.inject({ method, url: `/sign-in?token=${token}` });
    expect(answer.headers['set-cookie']).toBeUndefined();
  }
  expect((await signInBy(token, { origin: 'https://evil.example' })).statusCode).toBe(403);
  expect((await signInBy(token)).headers['set-cookie']).toBeDefined();
  expect((await signInBy(token)).statusCode).toBe(404);
});

test('one request holds a bounded number of calls', async () => {
  const cookie = await signIn();
  const batch = (calls: number) =>
    server.inject({
      url: `/trpc/${Array(calls).fill('session.me').join(',')}?batch=1&input=%7B%7D`,
      headers: { cookie },
    });
  expect((await batch(20)).statusCode).toBe(200);
  expect((await batch(21)).statusCode).toBe(400);
});

test('only who is signed in sends much', async () => {
  const cookie = await signIn();
  const payload = JSON.stringify({ json: 'x'.repeat(100_000) });
  const send = async (url: string, headers: Record<string, string>, stream = false) => {
    const answer = await server.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json', ...headers },
      payload: stream ? Readable.from([payload]) : payload,
    });
    return [answer.statusCode, answer.json().message];
  };
  const refused = [401, 'Sign in first.'];
  for (const url of ['/trpc/storylines.import', '/sign-in/accept', '/sign-in/look']) {
    expect(await send(url, {})).toEqual(refused);
    expect(await send(url, { 'transfer-encoding': 'chunked' }, true)).toEqual(refused);
  }
  expect((await send('/trpc/storylines.import', { cookie }))[0]).toBe(400);
  expect((await send('/websub/nobody', {}).catch(() => [410]))[0]).toBe(410);
});

test('the password of a paid feed is shown to nobody who may not change it', async () => {
  const editor = await desk.as('editor');
  const { id } = await editor.sources.add({ url: 'https://desk:secretword@paid.example/feed' });
  for (const role of ['viewer', 'curator'] as const) {
    const person = await desk.as(role);
    const said = JSON.stringify([
      await person.sources.list(),
      await person.sources.exportOpml(),
      role === 'curator' ? await person.audit.list({ filter: { object: 'source' } }) : [],
    ]);
    expect(said).toContain('https://paid.example/feed');
    expect(said).not.toContain('secretword');
  }
  expect((await editor.sources.list()).find((source) => source.id === id)?.url).toContain('secretword');
});

test('a page of another origin cannot change anything, even with the cookie', async () => {
  const cookie = await signIn();
  const statusWith = async (headers: Record<string, string>) => {
    const answer = await server.inject({
      method: 'POST',
      url: '/trpc/storylines.create',
      headers: { cookie, host: 'desk.example', 'content-type': 'application/json', ...headers },
      payload: { headline: 'Mine' },
    });
    return answer.statusCode;
  };
  // Another port of this machine is the same site, and gets the cookie.
  expect(await statusWith({ 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await statusWith({ 'sec-fetch-site': 'same-site', origin: 'http://desk.example' })).toBe(403);
  for (const origin of ['http://evil.example', 'http://desk.example:3000', 'null'])
    expect(await statusWith({ origin })).toBe(403);
  expect(await statusWith({ 'sec-fetch-site': 'same-origin', origin: 'https://behind-proxy.example' })).toBe(
    200,
  );
  expect(await statusWith({ origin: 'https://desk.example' })).toBe(200);
  expect(await statusWith({ origin: 'https://a.example', 'x-forwarded-host': 'a.example' })).toBe(200);
  expect(await statusWith({})).toBe(200);
});

test('what the database refuses is a wrong request, and its words never go out', async () => {
  const cookie = await signIn();
  const answer = await server.inject({ url: '/export/storylines/%00?format=md', headers: { cookie } });
  expect([answer.statusCode, answer.body]).toEqual([400, '{"message":"This address cannot be read."}']);
});

test('a storyline is downloaded in each format by number or name, and only signed in', async () => {
  const editor = await desk.as('editor');
  const { id, slug } = await editor.storylines.create({ headline: 'Ausfuhr – صادرات' });
  const cookie = await signIn();
  const types = { md: 'text/markdown', html: 'text/html', json: 'application/json' };
  for (const [format, type] of Object.entries(types)) {
    for (const name of [String(id), encodeURIComponent(slug)]) {
      const answer = await server.inject({
        url: `/export/storylines/${name}?format=${format}`,
        headers: { cookie },
      });
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['content-type']).toContain(type);
      expect(answer.headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''/);
    }
  }
  expect((await server.inject({ url: `/export/storylines/${id}?format=md` })).statusCode).toBe(401);
  expect(
    (await server.inject({ url: `/export/storylines/${id}?format=exe`, headers: { cookie } })).statusCode,
  ).toBe(400);
  expect(
    (await server.inject({ url: '/export/storylines/nothing?format=md', headers: { cookie } })).statusCode,
  ).toBe(404);
});

test('every page of the admin is the admin; unknown addresses of the API are not', async () => {
  const page = await server.inject({ url: '/review/topic/tariffs?item=3' });
  expect(page.body).toContain('The admin');
  expect(page.headers['content-security-policy']).toContain("default-src 'self'");
  for (const url of ['/trpc/no.such', '/export/no', '/assets/gone.js']) {
    expect((await server.inject({ url })).statusCode).toBe(404);
  }
});

test('healthy while the process lives; ready while the database answers', async () => {
  expect((await server.inject({ url: '/healthz' })).statusCode).toBe(200);
  expect((await server.inject({ url: '/readyz' })).json()).toEqual({ ok: true, database: true });
});

test('bad input says which field is wrong, and an inner fault says nothing of the inside', async () => {
  const cookie = await signIn();
  const answer = await server.inject({
    method: 'POST',
    url: '/trpc/sources.add',
    headers: { cookie, 'content-type': 'application/json' },
    payload: { url: 'nonsense' },
  });
  expect(answer.statusCode).toBe(400);
  expect(answer.json().error.data.problems.fieldErrors.url).toEqual([
    'This needs to be an http or https address.',
  ]);
});

test('why a topic is refused comes as data, with its place where it has one', async () => {
  const cookie = await signIn();
  await seedTopics(desk.db, [
    { id: 'duty', name: 'Duty', concepts: [{ id: 'core', weight: 4, terms: { en: ['duty'] } }] },
  ]);
  const ask = async (path: string, payload: object) => {
    const answer = await server.inject({
      method: 'POST',
      url: `/trpc/${path}`,
      headers: { cookie, 'content-type': 'application/json' },
      payload,
    });
    return [answer.statusCode, answer.json().error?.data.faults];
  };
  const { text, version } = await (await desk.as('admin')).topics.text({ id: 'duty' });
  const broken = text.replace('{', '{\n  en: to~rn');
  const faults = [expect.objectContaining({ code: 'stray_mark', named: '~', position: broken.indexOf('~') })];
  expect(await ask('topics.save', { id: 'duty', text: broken, version })).toEqual([400, faults]);
  expect(await ask('topics.add', { text: broken })).toEqual([400, faults]);
  expect(
    await ask('topics.test', { title: 'A', summary: '', text: '', language: null, url: null, rules: broken }),
  ).toEqual([400, faults]);
  expect(await ask('topics.add', { text })).toEqual([
    409,
    [expect.objectContaining({ code: 'topic_taken', named: 'duty' })],
  ]);
  expect(await ask('topics.save', { id: 'duty', text, version: version + 1 })).toEqual([
    409,
    [expect.objectContaining({ code: 'topic_changed' })],
  ]);
  const other = text.replace('duty', 'no-such');
  expect(await ask('topics.save', { id: 'no-such', text: other, version })).toEqual([
    404,
    [expect.objectContaining({ code: 'topic_gone' })],
  ]);
});
