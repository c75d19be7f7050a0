import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGuardedClient } from '@throughline/feeds';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from './testing.ts';

const WORDS = 'The port opened on Monday, and the first ships came in from the south with grain and cotton. ';
const PAGE = `<!doctype html><html lang="en"><head><title>Port opens</title></head><body><nav>Home</nav>
  <article><h1>Port opens</h1>${`<p>${WORDS.repeat(3)}</p>`.repeat(3)}</article></body></html>`;

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let desk: TestDesk;
let origin = '';
let asked = 0;
const server = createServer((request, response) => {
  asked++;
  const picture = request.url === '/court.jpg' ? PNG : Buffer.concat([PNG, Buffer.alloc(700_000)]);
  if (request.url === '/court.jpg' || request.url === '/large.png') {
    response.writeHead(200, { 'content-type': 'image/jpeg' }).end(picture);
    return;
  }
  const there = request.url?.startsWith('/port') === true;
  response.writeHead(there ? 200 : 404, { 'content-type': 'text/html' }).end(there ? PAGE : 'no');
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  origin = `http://${host}`;
  desk = await openTestDesk(createGuardedClient({ userAgent: 'test', allow: [host] }));
});
afterAll(async () => {
  await desk.close();
  await new Promise((resolve) => server.close(resolve));
});

const code = (name: string) => expect.objectContaining({ code: name });

test('a pasted address is found in any spelling; an unknown page is fetched as an item once, and can be cited', async () => {
  const editor = await desk.as('editor');
  await desk.addItems([{ title: 'Known', url: 'https://paper.example/known' }]);
  for (const url of ['https://www.paper.example/known/', 'http://paper.example/known?utm_source=x#top'])
    expect(await editor.storylines.itemAt({ url })).toMatchObject({ title: 'Known' });
  const url = `${origin}/port?utm_source=mail`;
  expect(await editor.storylines.itemAt({ url })).toBeNull();

  const item = await editor.storylines.fetchItem({ url });
  expect(item).toMatchObject({ title: 'Port opens', publisher: '127.0.0.1' });
  expect(await editor.storylines.fetchItem({ url })).toEqual(item);
  expect(asked).toBe(1);
  expect((await editor.items.byId({ id: item.id })).revision).toMatchObject({
    contentText: expect.stringContaining('The port opened on Monday'),
    pageUrl: url,
  });
  // It came by hand: no source to poll is shown for it.
  expect((await editor.sources.list()).map((source) => source.url)).not.toContainEqual(
    expect.stringContaining('by-hand'),
  );

  const { id, sections } = await editor.storylines.create({ headline: 'Port' });
  const place = { storylineId: id, sectionId: sections[0]?.id ?? 0 };
  const cited = await editor.storylines.cite({
    ...place,
    itemId: item.id,
    exact: 'The port opened on Monday',
  });
  expect(cited.storyline.citations).toMatchObject([{ exact: 'The port opened on Monday' }]);
});

test('what cannot be fetched is said, and private addresses are not asked', async () => {
  const editor = await desk.as('editor');
  await expect(editor.storylines.fetchItem({ url: `${origin}/gone` })).rejects.toEqual(code('BAD_REQUEST'));
  const before = asked;
  await expect(editor.storylines.fetchItem({ url: 'http://127.0.0.1:1/port' })).rejects.toEqual(
    code('BAD_REQUEST'),
  );
  await expect(editor.storylines.fetchItem({ url: 'file:///etc/passwd' })).rejects.toEqual(
    code('BAD_REQUEST'),
  );
  expect(asked).toBe(before);
});

test('a picture is fetched to be kept in the piece, known by its bytes; what is none or too large is refused', async () => {
  const editor = await desk.as('editor');
  const { url } = await editor.storylines.fetchPicture({ url: `${origin}/court.jpg` });
  expect(url).toBe(`data:image/png;base64,${PNG.toString('base64')}`);
  const { id, revision } = await editor.storylines.create({ headline: 'Picture' });
  const hero = { url, alt: 'A court', caption: null, credit: 'APP' };
  expect((await editor.storylines.update({ id, revision, patch: { hero } })).hero).toEqual(hero);

  for (const path of ['port', 'large.png', 'missing.png'])
    await expect(editor.storylines.fetchPicture({ url: `${origin}/${path}` })).rejects.toEqual(
      code('BAD_REQUEST'),
    );
  // Addresses inside are closed to it, as to everything that leaves the desk.
  await expect(editor.storylines.fetchPicture({ url: 'http://127.0.0.1:9/a.png' })).rejects.toEqual(
    code('BAD_REQUEST'),
  );
});
