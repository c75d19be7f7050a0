import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { StorylineDetail } from '@throughline/schema';
import {
  addClaim,
  addSource,
  addUser,
  askForEvidence,
  citableRevision,
  cite,
  createStoryline,
  evidenceDue,
  itemById,
  readStoryline,
  recordCheck,
} from '@throughline/store';
import { checkOf, incomingItem, openTestDatabase, type TestDatabase } from '@throughline/store/testing';
import { assessStoryline, quoteOf, withCitation } from '@throughline/storylines';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { localDesk } from '../testing/local-desk.ts';
import { watchEvidence } from './watch-evidence.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const LEAD = 'The minister spoke to reporters after the session in the capital on Monday. ';
const REST =
  'Exporters had asked for a pause, and mills in two cities closed for a day. Talks go on in Geneva next week. ';
const BODY = `${LEAD}The new tariff is 29% on all textiles, officials said. ${REST}`;

/** What the publisher's page says at the moment. */
let article: string | null = BODY;
let status = 200;
let asked = 0;
const server = createServer((_request, response) => {
  asked++;
  const html = `<!doctype html><html lang="en"><head><title>Tariff on textiles</title></head><body>
    <nav><a href="/">Home</a></nav><main><article><h1>Tariff on textiles</h1>
    ${(article ?? '')
      .split(/(?<=\. )/)
      .map((line) => `<p>${line}</p>`)
      .join('\n')}
    <p>${'More reporting from the capital follows here, as it does every week. '.repeat(8)}</p></article></main>`;
  const page = article === null ? '<html><body><p>Please accept our cookies first.</p></body></html>' : html;
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(page);
});

let db: TestDatabase;
let host = '';
let userId = 0;
let made = 0;
let now = Date.now();

beforeAll(async () => {
  db = await openTestDatabase();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  userId = (await addUser(db, 'Ed', 'editor')).id;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await db.close();
});
beforeEach(() => {
  article = BODY;
  status = 200;
  asked = 0;
  now = Date.now();
});

/** A storyline with a claim that rests on words of an item. */
async function claimOn(contentText: string, exact: string) {
  const source = await addSource(db, { url: `http://${host}/feed-${++made}`, folders: [] });
  const entry = incomingItem(`article-${made}`, {
    url: `http://${host}/article-${made}`,
    title: 'Tariff on textiles',
    summary: '',
    contentText,
  });
  const [itemId = 0] = (await recordCheck(db, checkOf(source.id, [entry]))).newItemIds;
  const { id, sections } = await createStoryline(db, userId, 'Tariffs');
  const revision = await citableRevision(db, itemId);
  const quote = revision && quoteOf(revision, exact);
  if (!quote) throw new Error('these words are not in the item');
  const { citationId } = await cite(
    db,
    userId,
    { sectionId: sections[0]?.id ?? 0, revision, quote },
    (blocks, citation) => withCitation(blocks, exact, citation),
  );
  await addClaim(db, userId, {
    storylineId: id,
    kind: 'figure',
    text: 'The tariff is 29%.',
    evidence: [citationId],
    against: [],
  });
  return { itemId, storylineId: id, read: () => storylineNow(id) };
}

async function storylineNow(id: number): Promise<StorylineDetail> {
  const stored = await readStoryline(db, id);
  if (stored === null) throw new Error('no storyline');
  return assessStoryline(stored);
}

/** Lets time pass and carries out what is due then for the item. */
async function later(itemId: number, ms: number): Promise<boolean> {
  now += ms;
  const due = (await evidenceDue(db, new Date(now), 1000)).some((row) => row.itemId === itemId);
  const desk = localDesk(db, host, () => new Date(now));
  // Carried out twice, as a queue may: the second run finds nothing to do.
  if (due) await watchEvidence(desk, itemId);
  await watchEvidence(desk, itemId);
  await desk.client.close();
  return due;
}

const QUOTE = 'The new tariff is 29% on all textiles';

test('the page is read again after a day and after a week, and an edit makes the claim stale, with a diff', async () => {
  const { itemId, read } = await claimOn(BODY.trim(), QUOTE);
  expect((await read()).watched).toMatchObject([{ state: 'waiting', at: null }]);
  expect(await later(itemId, 20 * HOUR)).toBe(false);
  expect(await later(itemId, 5 * HOUR)).toBe(true);
  expect(asked).toBe(1);
  expect(await read()).toMatchObject({
    watched: [{ state: 'kept', by: 'page', diff: [] }],
    claims: [{ status: 'single' }],
  });

  article = BODY.replace('29%', '19%');
  expect(await later(itemId, 5 * DAY)).toBe(false);
  expect(await later(itemId, DAY)).toBe(true);
  expect(asked).toBe(2);
  const stale = await read();
  expect(stale.claims).toMatchObject([{ status: 'stale' }]);
  expect(stale.watched[0]).toMatchObject({ state: 'changed', by: 'page', nextCheckAt: null });
  expect(stale.watched[0]?.diff).toContainEqual({ kind: 'removed', text: '29% ' });
  expect(stale.watched[0]?.diff).toContainEqual({ kind: 'added', text: '19% ' });
  // The page that says so is kept as a revision of its own.
  const item = await itemById(db, itemId);
  expect(item?.revision.contentText).toContain('19%');
  expect(item?.revision.pageUrl).toContain('/article-');
  expect(item?.earlier.at(-1)?.contentText).toContain('29%');
  expect(await later(itemId, 60 * DAY)).toBe(false);
});

test('who has the pages read at once takes no look away that is to come', async () => {
  const { itemId, storylineId } = await claimOn(BODY.trim(), QUOTE);
  const ask = async () => {
    await db.run("update throughline.evidence_checks set at = now() - interval '2 hours'");
    expect(await askForEvidence(db, storylineId)).toBe(1);
    expect(await later(itemId, HOUR)).toBe(true);
  };
  await ask();
  expect(await later(itemId, 20 * HOUR)).toBe(false);
  expect(await later(itemId, 4 * HOUR)).toBe(true);
  await ask();
  expect(await later(itemId, 5 * DAY)).toBe(false);
  expect(await later(itemId, DAY)).toBe(true);
  await ask();
  expect(await later(itemId, 60 * DAY)).toBe(false);
});

test('words that are gone from a page that carries the rest are gone', async () => {
  const { itemId, read } = await claimOn(BODY.trim(), QUOTE);
  article = LEAD + REST;
  await later(itemId, DAY + HOUR);
  expect(await read()).toMatchObject({ watched: [{ state: 'gone' }], claims: [{ status: 'stale' }] });
});

test('a page that cannot tell says so, and the claim stands', async () => {
  const teaser = await claimOn(
    'A duty of 29% is coming, our correspondent hears.',
    'A duty of 29% is coming',
  );
  await later(teaser.itemId, DAY + HOUR);
  expect(await teaser.read()).toMatchObject({
    watched: [{ state: 'unchecked', problem: expect.stringContaining("does not carry the feed's words") }],
    claims: [{ status: 'single' }],
  });
  const walled = await claimOn(BODY.trim(), QUOTE);
  article = null;
  await later(walled.itemId, DAY + HOUR);
  expect((await walled.read()).watched[0]?.state).toBe('unchecked');
});

test('a server in trouble is asked again later, three times; a removed page is gone', async () => {
  const { itemId, read } = await claimOn(BODY.trim(), QUOTE);
  status = 503;
  for (const wait of [DAY + HOUR, HOUR + 1, 2 * HOUR + 1]) expect(await later(itemId, wait)).toBe(true);
  expect(asked).toBe(3);
  expect((await read()).watched[0]).toMatchObject({ state: 'unchecked', at: new Date(now).toISOString() });
  status = 410;
  expect(await later(itemId, 6 * DAY)).toBe(true);
  expect(await read()).toMatchObject({ watched: [{ state: 'gone' }], claims: [{ status: 'stale' }] });
});
