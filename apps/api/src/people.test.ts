import { randomUUID } from 'node:crypto';
import { acceptInvitation, addUser, createSignInToken } from '@throughline/store';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCaller } from './router.ts';
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

const code = (name: string) => expect.objectContaining({ code: name });
const post = (url: string, payload: object, cookie = '') =>
  server.inject({ method: 'POST', url, payload, headers: { cookie, 'user-agent': 'A browser' } });
const cookieOf = (answer: { headers: Record<string, unknown> }) =>
  String(answer.headers['set-cookie']).split(';')[0] ?? '';
const me = async (cookie: string) => {
  const answer = await server.inject({ url: '/trpc/session.me', headers: { cookie } });
  return answer.statusCode === 200 ? answer.json().result.data : answer.statusCode;
};

describe('invitations', () => {
  test('one person comes in by it, once, with its role', async () => {
    const admin = await desk.as('admin');
    const { token } = await admin.people.invite({ role: 'curator', note: 'for the night desk' });
    expect((await post('/sign-in/look', { token })).json()).toEqual({ role: 'curator', by: 'A admin' });
    expect((await post('/sign-in/accept', { token, name: '   ' })).statusCode).toBe(400);
    const accepted = await post('/sign-in/accept', { token, name: ' Nadia ' });
    expect(accepted.json()).toMatchObject({ name: 'Nadia', role: 'curator' });
    expect(await me(cookieOf(accepted))).toMatchObject({ name: 'Nadia', role: 'curator' });
    const again = await post('/sign-in/accept', { token, name: 'Somebody else' });
    expect([again.statusCode, again.headers['set-cookie']]).toEqual([404, undefined]);
    expect((await admin.people.invitations())[0]).toMatchObject({ state: 'accepted', acceptedBy: 'Nadia' });
  });

  test('of two who use one link at once only one comes in', async () => {
    const admin = await desk.as('admin');
    const { token } = await admin.people.invite({ role: 'viewer' });
    const answers = await Promise.all(['One', 'Two'].map((name) => post('/sign-in/accept', { token, name })));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 404]);
  });

  test('a revoked, an old and a changed link let nobody in', async () => {
    const admin = await desk.as('admin');
    const { token: revoked } = await admin.people.invite({ role: 'admin' });
    const [open] = await admin.people.invitations();
    await admin.people.revokeInvitation({ id: open?.id ?? 0 });
    const { token: old } = await admin.people.invite({ role: 'admin' });
    await desk.db.run('update throughline.invitations set expires_at = now()');
    const { token: good } = await admin.people.invite({ role: 'admin' });
    const changed = good.slice(0, -1) + (good.endsWith('A') ? 'B' : 'A');
    for (const token of [revoked, old, changed, 'nonsense', '1.2', '']) {
      expect((await post('/sign-in/look', { token })).statusCode).toBe(404);
      expect((await post('/sign-in/accept', { token, name: 'X' })).statusCode).toBe(404);
    }
  });

  test('nobody but an administrator may invite, and a copied database signs nobody in', async () => {
    const editor = await desk.as('editor');
    await expect(editor.people.invite({ role: 'admin' })).rejects.toEqual(code('FORBIDDEN'));
    const { token } = await (await desk.as('admin')).people.invite({ role: 'admin' });
    const stored = await desk.db.rows<{ row: string }>(
      'select to_jsonb(i)::text as row from throughline.invitations i',
    );
    expect(stored.some(({ row }) => row.includes(token.split('.')[1] ?? ''))).toBe(false);
  });
});

test.each(['\u200b', 'A admin\u200b', 'nimda A\u202e', 'A\u2028B', '--', 'A\nB'])(
  'nobody is called %j: it cannot be told from another name, or be seen',
  async (name) => {
    const viewer = await desk.as('viewer');
    await expect(viewer.people.renameMe({ name })).rejects.toEqual(code('BAD_REQUEST'));
  },
);

test('names of any script are names', async () => {
  const viewer = await desk.as('viewer');
  for (const name of ['خانم می\u200cخواهد', '李小龍', 'O’Brien-Łoś 3']) {
    await viewer.people.renameMe({ name });
    expect((await viewer.people.names()).map((one) => one.name)).toContain(name);
  }
});

describe('people', () => {
  test('the last administrator stays one', async () => {
    const admin = await desk.as('admin');
    const self = await admin.session.me();
    await expect(admin.people.setRole({ id: self.id, role: 'editor' })).rejects.toEqual(code('CONFLICT'));
    await expect(admin.people.remove({ id: self.id })).rejects.toEqual(code('CONFLICT'));
    const second = await post('/sign-in/accept', {
      token: (await admin.people.invite({ role: 'admin' })).token,
      name: 'Second',
    });
    await admin.people.setRole({ id: self.id, role: 'editor' });
    await expect(admin.people.remove({ id: second.json().id })).rejects.toEqual(code('CONFLICT'));
    await admin.people.setRole({ id: self.id, role: 'admin' });
  });

  test('who is removed is out at once, by session and by link, and keeps their name', async () => {
    const admin = await desk.as('admin');
    const accepted = await post('/sign-in/accept', {
      token: (await admin.people.invite({ role: 'curator' })).token,
      name: 'Leaver',
    });
    const [cookie, { id }] = [cookieOf(accepted), accepted.json()];
    const { token: link } = await admin.people.signInLink({ id });
    await admin.people.remove({ id });
    expect(await me(cookie)).toBe(401);
    expect(
      (await server.inject({ method: 'POST', url: '/sign-in', payload: { token: link } })).headers[
        'set-cookie'
      ],
    ).toBeUndefined();
    await expect(admin.people.signInLink({ id })).rejects.toEqual(code('NOT_FOUND'));
    const person = (await admin.people.list()).find((one) => one.id === id);
    expect(person).toMatchObject({ name: 'Leaver', sessions: 0, removedAt: expect.any(String) });
    await admin.people.restore({ id });
    const { token: back } = await admin.people.signInLink({ id });
    const signedIn = await server.inject({ method: 'POST', url: '/sign-in', payload: { token: back } });
    expect(await me(cookieOf(signedIn))).toMatchObject({ name: 'Leaver', role: 'curator' });
  });

  test('a role counts from the next request on', async () => {
    const admin = await desk.as('admin');
    const accepted = await post('/sign-in/accept', {
      token: (await admin.people.invite({ role: 'viewer' })).token,
      name: 'Riser',
    });
    const create = () => post('/trpc/storylines.create', { headline: 'Mine' }, cookieOf(accepted));
    expect((await create()).statusCode).toBe(403);
    await admin.people.setRole({ id: accepted.json().id, role: 'curator' });
    expect((await create()).statusCode).toBe(200);
  });
});

describe('sessions', () => {
  test('are listed with their browser, and ended one by one or all together', async () => {
    const admin = await desk.as('admin');
    const accepted = await post('/sign-in/accept', {
      token: (await admin.people.invite({ role: 'viewer' })).token,
      name: 'Traveller',
    });
    const { id } = accepted.json();
    const open = async () => {
      const token = await createSignInToken(desk.db, id, 1);
      return cookieOf(await server.inject({ method: 'POST', url: '/sign-in', payload: { token: token } }));
    };
    const [first, second, third] = [cookieOf(accepted), await open(), await open()];
    const list = await server.inject({ url: '/trpc/session.list', headers: { cookie: first } });
    const sessions: { id: number; current: boolean; userAgent: string | null }[] = list.json().result.data;
    expect(sessions).toHaveLength(3);
    const own = sessions.find(({ current }) => current);
    expect(own?.userAgent).toBe('A browser');
    await post('/trpc/session.end', { id: own?.id }, second);
    expect([await me(first), await me(second)]).toEqual([
      401,
      expect.objectContaining({ name: 'Traveller' }),
    ]);
    await admin.people.endSessions({ id });
    expect([await me(second), await me(third)]).toEqual([401, 401]);
  });

  test('nobody ends those of another', async () => {
    const admin = await desk.as('admin');
    const { id } = await admin.session.me();
    await server.inject({
      method: 'POST',
      url: '/sign-in',
      payload: { token: await createSignInToken(desk.db, id, 1) },
    });
    const [session] = await admin.people.sessions({ id });
    const viewer = await desk.as('viewer');
    await expect(viewer.session.end({ id: session?.id ?? 0 })).rejects.toEqual(code('NOT_FOUND'));
    expect((await admin.people.sessions({ id })).length).toBeGreaterThan(0);
  });
});

test('settings belong to one person, and a change leaves the others', async () => {
  const editor = await desk.as('editor');
  await editor.session.changeSettings({ language: 'ur', timeZone: 'Asia/Karachi' });
  await editor.session.changeSettings({ theme: 'dark' });
  expect(await editor.session.settings()).toEqual({
    language: 'ur',
    timeZone: 'Asia/Karachi',
    theme: 'dark',
  });
  expect(await (await desk.as('viewer')).session.settings()).toEqual({});
  const wrong = { language: 'xx' } as unknown as { language: 'ur' };
  await expect(editor.session.changeSettings(wrong)).rejects.toEqual(code('BAD_REQUEST'));
});

test('who comes back after they were removed brings neither their tokens nor their invitations back', async () => {
  const admin = await desk.as('admin');
  const user = await addUser(desk.db, 'Second', 'admin');
  const second = createCaller({ ...desk.inner, user, session: null });
  const { token } = await second.tokens.create({ name: 'Bot', role: 'editor' });
  const { token: invitation } = await second.people.invite({ role: 'admin' });
  const asked = () =>
    server.inject({ url: '/trpc/session.me', headers: { authorization: `Bearer ${token}` } });
  expect((await asked()).statusCode).toBe(200);
  await admin.people.remove({ id: user.id });
  await admin.people.restore({ id: user.id });
  expect((await asked()).statusCode).toBe(401);
  expect((await admin.tokens.list())[0]).toMatchObject({ name: 'Bot', revokedAt: expect.any(String) });
  expect((await post('/sign-in/accept', { token: invitation, name: 'Guest' })).statusCode).toBe(404);
});

test('a program whose token is revoked hears no more of what happens', async () => {
  const admin = await desk.as('admin');
  const user = await admin.session.me();
  const { token } = await admin.tokens.create({ name: 'Listener', role: 'viewer' });
  const program = createCaller({ ...desk.inner, user, session: null, token });
  const heard: string[] = [];
  const live = await program.desk.events({ lastEventId: null });
  const listening = (async () => {
    for await (const event of live) heard.push((event as unknown as [string, { type: string }])[1].type);
  })();
  while (!heard.includes('presence')) await admin.desk.lookAt({ page: randomUUID(), itemId: null });
  await admin.tokens.revoke({ id: (await admin.tokens.list())[0]?.id ?? 0 });
  await listening;
  expect(heard.at(-1)).toBe('presence');
});

test('who is signed out hears no more of what happens', async () => {
  const { db, inner } = desk;
  const { token: link } = await (await desk.as('admin')).people.invite({ role: 'viewer' });
  const accepted = await acceptInvitation(db, link, 'Listener', null);
  if (accepted === null) throw new Error('unreachable');
  const heard: string[] = [];
  const live = await createCaller({ ...inner, ...accepted }).desk.events({ lastEventId: null });
  const listening = (async () => {
    // At run time a tracked event is a pair.
    for await (const event of live) heard.push((event as unknown as [string, { type: string }])[1].type);
  })();
  const viewer = await desk.as('viewer');
  while (heard.length === 0) await viewer.desk.lookAt({ page: randomUUID(), itemId: null });
  await createCaller({ ...inner, ...accepted }).session.endAll();
  await viewer.desk.lookAt({ page: randomUUID(), itemId: null });
  await listening;
  expect(heard.at(-1)).toBe('presence');
});

describe('the record', () => {
  test('tells administrators everything, curators what concerns the news, viewers nothing', async () => {
    const curator = await desk.as('curator');
    const { id } = await curator.storylines.create({ headline: '=cmd()' });
    const { rows } = await curator.audit.list({ filter: { object: 'storyline', objectId: String(id) } });
    expect(rows.at(-1)).toMatchObject({ actor: { name: 'A curator' }, action: 'added' });
    expect((await curator.audit.list({ filter: { object: 'invitation' } })).rows).toEqual([]);
    const admin = await desk.as('admin');
    const invitations = await admin.audit.list({ filter: { object: 'invitation' } });
    expect(invitations.rows.map(({ actor }) => actor?.name)).toContain('A admin');
    expect(JSON.stringify(invitations)).not.toContain('token_hash');
    await expect((await desk.as('viewer')).audit.list()).rejects.toEqual(code('FORBIDDEN'));
  });

  test('says who made the link by which somebody else comes in', async () => {
    const admin = await desk.as('admin');
    const { id } = await (await desk.as('curator')).session.me();
    const { token } = await admin.people.signInLink({ id });
    const { rows } = await admin.audit.list({ filter: { object: 'person', objectId: String(id) } });
    expect(rows[0]).toMatchObject({ part: 'sign-in link', action: 'added', actor: { name: 'A admin' } });
    const { hash } = (await desk.db.row<{ hash: string }>(
      'select token_hash as hash from throughline.sign_in_links order by created_at desc limit 1',
    )) ?? { hash: '' };
    expect(hash).not.toBe('');
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${hash}|${token}`));
  });

  test('goes out as a table in which nothing is run as a formula', async () => {
    const csvAs = async (role: 'admin' | 'editor') => {
      const { id } = await (await desk.as(role)).session.me();
      const token = await createSignInToken(desk.db, id, 1);
      const cookie = cookieOf(
        await server.inject({ method: 'POST', url: '/sign-in', payload: { token: token } }),
      );
      return server.inject({ url: '/export/record.csv?object=storyline', headers: { cookie } });
    };
    expect((await csvAs('editor')).statusCode).toBe(403);
    const { body, headers } = await csvAs('admin');
    expect(headers['content-type']).toContain('text/csv');
    expect(body.split('\r\n')[0]).toBe('\ufeffat,who,via,object,id,part,name,action,before,after');
    expect(body).toContain(',"\'=cmd()",added,');
  });
});

describe('names of the desk', () => {
  test.each([
    ['127.0.0.1:8180', 200],
    ['localhost', 200],
    ['desk.localhost:8180', 200],
    ['[::1]:8180', 200],
    ['10.0.0.7', 200],
    ['desk.example', 200],
    ['DESK.example:443', 200],
    ['evil.example', 421],
    ['desk.example.evil.example', 421],
    ['localhost.evil.example', 421],
    ['desk.example@evil.example', 421],
  ])('%s: %i', async (host, status) => {
    const token = await createSignInToken(desk.db, 1, 1);
    const port = /:\d+$/.exec(host)?.[0] ?? '';
    const signedIn = await server.inject({
      method: 'POST',
      url: '/sign-in',
      payload: { token },
      headers: { host: `localhost${port}` },
    });
    const answer = await server.inject({
      url: '/trpc/session.me',
      headers: { host, cookie: cookieOf(signedIn) },
    });
    expect(answer.statusCode).toBe(status);
  });
});
