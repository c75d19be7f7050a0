import { createHash } from 'node:crypto';
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

const read = (url: string, headers: Record<string, string> = {}) =>
  server.inject({ url, headers: { host: 'desk.example', ...headers } });
const code = (name: string) => expect.objectContaining({ code: name });

/** A piece with one citation, and how to publish it as it stands. */
async function piece(headline: string) {
  const editor = await desk.as('editor');
  const [itemId = 0] = await desk.addItems([{ title: headline }]);
  const { id, slug, sections } = await editor.storylines.create({ headline });
  await editor.storylines.cite({ storylineId: id, sectionId: sections[0]?.id ?? 0, itemId });
  const publish = async (kind: 'update' | 'correction' | 'edit' = 'edit', note = '') => {
    const { revision } = await editor.storylines.byId({ id });
    return editor.publishing.publish({ id, revision, kind, note });
  };
  const retitle = async (title: string) => {
    const { revision } = await editor.storylines.byId({ id });
    await editor.storylines.update({ id, revision, patch: { headline: title } });
  };
  return { editor, id, slug, path: `/read/${slug}`, publish, retitle };
}

test('a published piece is read by anybody, as it was published, until the next version', async () => {
  const { path, publish, retitle } = await piece('Public piece');
  expect((await read(path)).statusCode).toBe(404);
  await publish();
  await retitle('Not out yet');
  const page = await read(path);
  expect(page.statusCode).toBe(200);
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(page.body).toContain('<h1>Public piece</h1>');
  expect(page.body).toContain(`<link rel="canonical" href="http://desk.example${path}">`);
  expect(page.body).toContain('<meta property="og:title" content="Public piece">');
  expect(page.body).not.toContain('Not out yet');
  await publish('update', 'There is more to tell.');
  expect((await read(path)).body).toContain('<h1>Not out yet</h1>');
  const first = (await read(`${path}/v/1`)).body;
  expect(first).toContain('<h1>Public piece</h1>');
  expect(first).toContain('This is an earlier version');
  expect(first).toContain(`<link rel="canonical" href="http://desk.example${path}">`);
  expect((await read(`${path}/v/2`)).body).not.toContain('earlier version');
  for (const version of ['0', '3', '01', 'x'])
    expect((await read(`${path}/v/${version}`)).statusCode).toBe(404);
});

test('no script runs on it and nobody may frame it; its one style is the one that it names', async () => {
  const { path, publish } = await piece('Strict piece');
  await publish();
  const { headers, body } = await read(path);
  const policy = String(headers['content-security-policy']);
  expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; img-src https: http: data:;/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
  const style = /<style>([\s\S]*?)<\/style>/.exec(body)?.[1] ?? '';
  expect(policy).toContain(createHash('sha256').update(style).digest('base64'));
  expect(body.replace(/<script type="application\/ld\+json">/g, '')).not.toContain('<script');
  expect(headers['set-cookie']).toBeUndefined();
});

test('it is cached by tag and by time, and asked for again after each version', async () => {
  const { path, publish, retitle } = await piece('Cached piece');
  await publish();
  const { headers } = await read(path);
  const [etag, modified] = [String(headers.etag), String(headers['last-modified'])];
  expect(headers['cache-control']).toBe('public, max-age=60, must-revalidate');
  expect((await read(path, { 'if-none-match': `"other", W/${etag}` })).statusCode).toBe(304);
  expect((await read(path, { 'if-modified-since': modified })).statusCode).toBe(304);
  expect((await read(path, { 'if-modified-since': modified, 'if-none-match': '"other"' })).statusCode).toBe(
    200,
  );
  expect((await read(path)).headers.etag).toBe(etag);
  const head = await server.inject({ method: 'HEAD', url: path, headers: { host: 'desk.example' } });
  expect([head.statusCode, head.headers.etag, head.body]).toEqual([200, etag, '']);
  await retitle('Cached piece, changed');
  await publish();
  expect((await read(path, { 'if-none-match': etag })).statusCode).toBe(200);
});

test('what is taken back is gone at every address, with a sentence; published again, all of it is back', async () => {
  const { editor, id, path, publish, retitle } = await piece('Withdrawn piece');
  await publish();
  await retitle('Withdrawn piece, second');
  await publish();
  await editor.publishing.withdraw({ id });
  for (const address of [path, `${path}/v/1`, `${path}/versions`, `${path}/rss.xml`]) {
    const { statusCode, body } = await read(address);
    expect([address, statusCode]).toEqual([address, 410]);
    expect(body).toContain('This article has been withdrawn by its publisher.');
    expect(body).not.toContain('Withdrawn piece');
  }
  expect(await publish()).toMatchObject({ withdrawnAt: null, versions: [{ number: 3 }, {}, {}] });
  expect((await read(`${path}/v/1`)).statusCode).toBe(200);
  // A storyline that is removed from the desk is not public either; put back, it is.
  await editor.storylines.remove({ id });
  expect((await read(path)).statusCode).toBe(410);
  await editor.storylines.restore({ id });
  expect((await read(path)).statusCode).toBe(200);
});

test('taking a public piece off the desk, or back onto it, takes who may publish; the record names them', async () => {
  const { editor, id, path, publish } = await piece('Nobody else takes it down');
  await publish();
  const curator = await desk.as('curator');
  await expect(curator.storylines.remove({ id })).rejects.toEqual(code('FORBIDDEN'));
  expect((await read(path)).statusCode).toBe(200);
  await editor.storylines.remove({ id });
  await expect(curator.storylines.restore({ id })).rejects.toEqual(code('FORBIDDEN'));
  expect((await read(path)).statusCode).toBe(410);
  await editor.storylines.restore({ id });
  await editor.publishing.withdraw({ id });
  await curator.storylines.remove({ id });
  await curator.storylines.restore({ id });
  const { rows } = await curator.audit.list({ filter: { object: 'storyline', objectId: String(id) } });
  const by = { actor: { name: 'A editor' } };
  expect(rows.filter(({ part }) => part === 'public page')).toMatchObject([
    { ...by, after: { withdrawn_at: expect.any(String) } },
  ]);
  expect(rows.filter(({ part }) => part === 'published version')).toMatchObject([
    { ...by, after: { number: 1, kind: 'first' } },
  ]);
});

test.each(['127.0.0.1?"><script>', 'localhost#x', ':word@127.0.0.1', '127.0.0.1\\x'])(
  'the name %s, of which a page would make its address, is none',
  async (host) => {
    const { path, publish } = await piece('By name');
    await publish();
    expect((await read(path, { host })).statusCode).toBe(421);
  },
);

test('the correction log, the versions and the feeds tell what changed and when', async () => {
  const { path, publish, retitle } = await piece('Corrected piece');
  await publish();
  await retitle('Corrected piece.');
  await publish('correction', 'The rate was <19%>, not 29%.');
  await retitle('Corrected piece, told on');
  await publish('update', 'The hearing went on.');
  const { body } = await read(path);
  expect(body).toMatch(
    /<h2 id="corrections-title">Corrections<\/h2>[\s\S]*The rate was &lt;19%&gt;, not 29%\./,
  );
  const data = JSON.parse(/ld\+json">(.*?)<\/script>/s.exec(body)?.[1] ?? '{}');
  expect(data).toMatchObject({
    url: `http://desk.example${path}`,
    correction: [{ '@type': 'CorrectionComment', text: 'The rate was <19%>, not 29%.' }],
  });
  // A version that came before a correction does not know of it.
  expect((await read(`${path}/v/1`)).body).not.toContain('Corrections</h2>');
  const versions = (await read(`${path}/versions`)).body;
  for (const n of [1, 2, 3]) expect(versions).toContain(`href="http://desk.example${path}/v/${n}"`);
  const rss = (await read(`${path}/rss.xml`)).body;
  const titles = [...rss.matchAll(/<item>\s*<title>(.*?)<\/title>\s*<link>(.*?)<\/link>/g)].map((m) =>
    m.slice(1),
  );
  expect(titles).toEqual([
    ['Update: Corrected piece, told on', `http://desk.example${path}/v/3`],
    ['Correction: Corrected piece, told on', `http://desk.example${path}/v/2`],
    ['Corrected piece, told on', `http://desk.example${path}`],
  ]);
  expect((await read(`${path}/feed.json`)).json()).toMatchObject({
    feed_url: `http://desk.example${path}/feed.json`,
    items: [{}, { content_html: '<p>The rate was &lt;19%&gt;, not 29%.</p>' }, {}],
  });
  expect((await read(`${path}/atom.xml`)).body).toContain('<link rel="self"');
});

test('what was not looked at is not published, nor what has not changed, nor a correction without words', async () => {
  const { editor, id, publish, retitle } = await piece('Guarded piece');
  const { revision } = await editor.storylines.byId({ id });
  await retitle('Guarded piece, changed meanwhile');
  const unseen = editor.publishing.publish({ id, revision, kind: 'edit', note: '' });
  await expect(unseen).rejects.toMatchObject(code('CONFLICT'));
  await publish();
  await expect(publish()).rejects.toThrow('Nothing has changed since version 1');
  await retitle('Guarded piece, again');
  await expect(publish('correction', ' ')).rejects.toMatchObject(code('BAD_REQUEST'));
  const curator = await desk.as('curator');
  await expect(curator.publishing.withdraw({ id })).rejects.toMatchObject(code('FORBIDDEN'));
});

test('a desk that refuses unproven claims does not let them out, and says which', async () => {
  const { editor, id, path, publish } = await piece('Unproven piece');
  await editor.storylines.addClaim({ storylineId: id, kind: 'fact', text: 'Nobody said so.' });
  await editor.publishing.setRules({ refuse: ['unsupported'] });
  await expect(publish()).rejects.toThrow(/Nothing was published\.\nNo source supports .*Nobody said so/);
  expect(await editor.publishing.of({ id })).toBeNull();
  expect((await read(path)).statusCode).toBe(404);
  await editor.publishing.setRules({ refuse: [] });
  await publish();
  expect((await read(path)).statusCode).toBe(200);
});

test('where the desk has a public address, exports name it, and the revision that came out is the one exported', async () => {
  const { editor, id, slug } = await piece('Addressed piece');
  const inner = { ...desk.inner, publicUrl: 'https://news.example' };
  const { appRouter } = await import('./router.ts');
  const user = { id: 1, name: 'A editor', role: 'editor' as const };
  const there = appRouter.createCaller({ ...inner, user, session: null });
  const { revision } = await editor.storylines.byId({ id });
  const { versions } = await there.publishing.publish({ id, revision, kind: 'edit', note: '' });
  const now = await editor.storylines.byId({ id });
  expect(now).toMatchObject({ url: `https://news.example/read/${slug}`, revision: versions[0]?.revision });
  expect(await there.publishing.of({ id })).toMatchObject({ url: `https://news.example/read/${slug}` });
});
