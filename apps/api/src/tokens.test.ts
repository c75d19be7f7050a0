import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, openTestServer, type TestDesk } from './testing.ts';

let desk: TestDesk;
let server: FastifyInstance;

beforeAll(async () => {
  desk = await openTestDesk();
  server = await openTestServer(desk);
});
afterAll(async () => {
  await server.close();
  await desk.close();
});

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const get = (url: string, token: string) => server.inject({ url, headers: bearer(token) });
const post = (url: string, token: string, payload: object) =>
  server.inject({ method: 'POST', url, headers: bearer(token), payload });

test("a viewer's download keeps nothing, a curator's keeps what it took out", async () => {
  const admin = await desk.as('admin');
  const curator = await admin.tokens.create({ name: 'Takes out', role: 'curator' });
  const viewer = await admin.tokens.create({ name: 'Reads', role: 'viewer' });
  const { id } = await (await desk.as('curator')).storylines.create({ headline: 'Looked at' });
  const kept = async () =>
    (
      await desk.db.rows<{ pinned: boolean }>(
        'select pinned from throughline.storyline_revisions where storyline_id = $1',
        [id],
      )
    ).filter((row) => row.pinned).length;
  const before = await kept();
  const read = await get(`/export/storylines/${id}?format=json`, viewer.token);
  expect([read.statusCode, read.json().headline, await kept()]).toEqual([200, 'Looked at', before]);
  const taken = await get(`/export/storylines/${id}?format=json`, curator.token);
  expect(await kept()).toBe(before + 1);
  expect(read.body).toBe(taken.body);
});

test('a state that was taken out by its number is kept, whatever is saved next', async () => {
  const editor = await desk.as('editor');
  const { token } = await (await desk.as('admin')).tokens.create({ name: 'Archives', role: 'curator' });
  const { id, revision } = await editor.storylines.create({ headline: 'First words' });
  const url = `/export/storylines/${id}?format=json&revision=${revision}`;
  const taken = await get(url, token);
  await editor.storylines.update({ id, revision, patch: { headline: 'Second words' } });
  expect([taken.statusCode, taken.json().headline]).toEqual([200, 'First words']);
  expect((await get(url, token)).body).toBe(taken.body);
});

test('a program comes in by its token as far as its role goes, and the record names it', async () => {
  const admin = await desk.as('admin');
  const { token } = await admin.tokens.create({ name: 'Wire bot', role: 'curator' });
  expect((await get('/trpc/session.me', token)).json().result.data).toMatchObject({
    name: 'A admin',
    role: 'curator',
  });
  const made = await post('/trpc/storylines.create', token, { headline: 'By a program' });
  const { id } = made.json().result.data;
  expect((await get(`/export/storylines/${id}?format=md`, token)).body).toContain('By a program');
  expect((await get('/trpc/people.list', token)).statusCode).toBe(403);
  expect((await post('/trpc/sources.setPaused', token, { id: 1, paused: true })).statusCode).toBe(403);
  const { rows } = await admin.audit.list({ filter: { object: 'storyline', objectId: String(id) } });
  expect(rows.at(-1)).toMatchObject({ actor: { name: 'A admin' }, via: 'token Wire bot' });
  expect((await admin.tokens.list())[0]?.lastUsedAt).not.toBeNull();
});

test('a revoked, a changed and a made-up token let nothing in, and the database cannot give one away', async () => {
  const admin = await desk.as('admin');
  const { token } = await admin.tokens.create({ name: 'Reader', role: 'viewer' });
  const changed = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A');
  for (const wrong of [changed, 'throughline_1.x', token.replace('throughline_', ''), ''])
    expect((await get('/trpc/session.me', wrong)).statusCode).toBe(401);
  const stored = await desk.db.rows<{ row: string }>(
    'select to_jsonb(t)::text as row from throughline.api_tokens t',
  );
  expect(stored.some(({ row }) => row.includes(token.split('.')[1] ?? ''))).toBe(false);
  const [{ id = 0 } = {}] = await admin.tokens.list();
  await admin.tokens.revoke({ id });
  expect((await get('/trpc/session.me', token)).statusCode).toBe(401);
});

test('a token is never more than the person behind it, and none of an administrator', async () => {
  const admin = await desk.as('admin');
  const self = await admin.session.me();
  const made = admin.tokens.create({ name: 'Root', role: 'admin' as 'editor' });
  await expect(made).rejects.toEqual(expect.objectContaining({ code: 'BAD_REQUEST' }));
  const { token } = await admin.tokens.create({ name: 'Bot', role: 'editor' });
  await desk.db.run("update throughline.users set role = 'viewer' where id = $1", [self.id]);
  expect((await post('/trpc/storylines.create', token, { headline: 'x' })).statusCode).toBe(403);
  await desk.db.run("update throughline.users set role = 'admin', removed_at = now() where id = $1", [
    self.id,
  ]);
  expect((await get('/trpc/session.me', token)).statusCode).toBe(401);
});
