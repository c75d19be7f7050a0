import { randomUUID } from 'node:crypto';
import type { PollMemory } from '@throughline/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventsAfter, latestEventPosition } from './events.ts';
import { hostLedger } from './hosts.ts';
import { type CheckResult, type IncomingItem, recordCheck } from './ingest.ts';
import { listItems } from './item-list.ts';
import { markItems } from './item-marks.ts';
import { itemById } from './items.ts';
import { createSignInToken, signIn, signOut, userOfSession } from './sessions.ts';
import { removeSource, restoreSource, updateSource } from './source-edit.ts';
import { claimSource, dueSources, makeDue, pollFacts, sourceToCheck } from './source-schedule.ts';
import { addSource, listSources, setPaused, sourceById } from './sources.ts';
import { itemsDueForTagging, itemsToTag, recordTags, taggingState } from './tags.ts';
import { checkOf, incomingItem, openTestDatabase, type TestDatabase } from './testing.ts';
import { addUser } from './users.ts';
import { decide, tagByHand, undoDecision } from './verdicts.ts';
import { countViews } from './view-counts.ts';

let db: TestDatabase;
let sourceId: number;
let userId: number;

const item = incomingItem;
const check = (items: IncomingItem[], over: Partial<CheckResult> = {}): CheckResult =>
  checkOf(sourceId, items, {
    at: '2025-04-07T12:00:00.000Z',
    nextCheckAt: '2025-04-07T13:00:00.000Z',
    validators: { etag: 'W/"1"', lastModified: null, bodyHash: 'b1' },
    feed: { title: 'The Paper', siteUrl: 'https://paper.example/', language: 'en' },
    ...over,
  });

const memory = (over: Partial<PollMemory>): PollMemory => ({
  hints: { ttlMinutes: null, skipHours: [], skipDays: [], updateMinutes: null },
  freshMs: null,
  notBefore: null,
  validatorsFrom: null,
  moving: null,
  ...over,
});

beforeAll(async () => {
  db = await openTestDatabase();
  userId = (await addUser(db, 'Curator', 'admin')).id;
  sourceId = (await addSource(db, { url: 'https://www.paper.example/feed', folders: [] })).id;
  await db.run(
    `insert into throughline.topics (id, name, colour, position, definition) values ('tariffs', 'Tariffs', '#aa5500', 0, '{}')`,
  );
});
afterAll(() => db.close());

describe('sources', () => {
  test('an address is one source, however often it is added', async () => {
    expect(await addSource(db, { url: 'https://www.paper.example/feed', folders: [] })).toEqual({
      id: sourceId,
      added: false,
    });
  });

  test('the publisher of a new source is its host; the feed then names the source', async () => {
    expect(await sourceById(db, sourceId)).toMatchObject({
      title: 'paper.example',
      publisher: { name: 'paper.example' },
    });
    await recordCheck(db, check([]));
    expect(await sourceById(db, sourceId)).toMatchObject({
      title: 'The Paper',
      siteUrl: 'https://paper.example/',
    });
  });

  test('a check that is claimed is nobody else’s, and due again only after a while', async () => {
    const now = new Date();
    const later = new Date(now.getTime() + 300_000);
    await makeDue(db, sourceId, now);
    expect(await claimSource(db, sourceId, now, later)).toBe(true);
    expect(await claimSource(db, sourceId, now, later)).toBe(false);
    expect(await sourceToCheck(db, sourceId, now)).toBeNull();
    expect(await sourceToCheck(db, sourceId, later)).toMatchObject({ id: sourceId });
  });

  test('what the publisher forbade is known to whoever asks by hand', async () => {
    const notBefore = '2999-01-01T00:00:00.000Z';
    await recordCheck(db, check([], { memory: memory({ notBefore }) }));
    expect(await pollFacts(db, sourceId)).toMatchObject({ paused: false, notBefore });
    await recordCheck(db, check([], { memory: memory({}) }));
  });

  test('an address moves, but never onto that of another source', async () => {
    const url = async () => (await sourceById(db, sourceId))?.url;
    const other = (await addSource(db, { url: 'https://taken.example/feed', folders: [] })).id;
    await recordCheck(db, check([], { moveTo: 'https://taken.example/feed' }));
    expect(await url()).toBe('https://www.paper.example/feed');
    await recordCheck(db, check([], { moveTo: 'https://new.example/feed' }));
    expect(await url()).toBe('https://new.example/feed');
    await removeSource(db, other);
  });

  test('one source of a host is due at a time, all of the own origin, none of a blocked host', async () => {
    const add = async (url: string) => (await addSource(db, { url, folders: [] })).id;
    const hosted = [await add('https://many.example/1'), await add('https://many.example/2')];
    const own = [await add('http://127.0.0.1:9/1'), await add('http://127.0.0.1:9/2')];
    const blocked = await add('https://blocked.example/1');
    const now = new Date(Date.now() + 1000);
    await hostLedger(db).block('blocked.example', now.getTime() + 60_000);
    const due = await dueSources(db, { now, limit: 50, ownOrigins: ['http://127.0.0.1:9'] });
    const ids = due.map((source) => source.id);
    expect(ids).toEqual(expect.arrayContaining([hosted[0], ...own]));
    expect(ids).not.toContain(hosted[1]);
    expect(ids).not.toContain(blocked);
    for (const id of [...hosted, ...own, blocked]) await removeSource(db, id);
    expect(await dueSources(db, { now, limit: 50 })).toMatchObject([{ id: sourceId }]);
  });

  test('is renamed, moved and switched; what is left out stays', async () => {
    const patch = { title: 'My paper', publisher: 'Paper Ltd', intervalSeconds: 900, fullText: true };
    expect(await updateSource(db, sourceId, patch)).toMatchObject({
      title: 'My paper',
      publisher: { name: 'Paper Ltd' },
      intervalSeconds: 900,
      fullText: true,
      language: 'en',
    });
    expect(await db.row("select 1 from throughline.publishers where name = 'paper.example'")).toBeNull();
    const back = { intervalSeconds: null, fullText: false, folders: ['A', 'B'], language: null };
    expect(await updateSource(db, sourceId, back)).toMatchObject({ ...back, title: 'My paper' });
    await updateSource(db, sourceId, { language: 'en' });
  });

  test('removed it is listed and due no more; it comes back, also by being added again', async () => {
    const listed = async () => (await listSources(db)).some((source) => source.id === sourceId);
    await removeSource(db, sourceId);
    expect(await listed()).toBe(false);
    expect(await makeDue(db, sourceId, new Date(0))).toBeNull();
    await restoreSource(db, sourceId);
    expect(await listed()).toBe(true);
    await removeSource(db, sourceId);
    const url = (await sourceById(db, sourceId))?.url ?? '';
    expect(await addSource(db, { url, folders: [] })).toEqual({ id: sourceId, added: true });
  });

  test('a paused source is never due, not even by poll now', async () => {
    await setPaused(db, sourceId, true);
    await makeDue(db, sourceId, new Date(0));
    expect(await dueSources(db, { now: new Date(), limit: 10 })).toEqual([]);
    expect(await sourceToCheck(db, sourceId, new Date())).toBeNull();
    expect((await setPaused(db, sourceId, false))?.state).toBe('fine');
  });
});

describe('ingest', () => {
  test('stores items with their first revision, once', async () => {
    const first = await recordCheck(db, check([item('a'), item('b')]));
    expect(first.newItemIds).toHaveLength(2);
    expect(await recordCheck(db, check([item('a'), item('b')]))).toEqual({
      newItemIds: [],
      changedItemIds: [],
    });
    expect((await countViews(db)).everything).toBe(2);
  });

  test('an edit appends a revision; the words before stay', async () => {
    const changed = await recordCheck(db, check([item('a', { hash: 'h2', title: 'Edited' })]));
    expect(changed.newItemIds).toEqual([]);
    const detail = await itemById(db, changed.changedItemIds[0] ?? 0);
    expect(detail).toMatchObject({ title: 'Edited', revisions: 2, revision: { number: 2, title: 'Edited' } });
    expect(detail?.earlier.map((revision) => revision.title)).toEqual(['Title of a']);
  });

  test('a date in the future counts as now, and the original is kept', async () => {
    const { newItemIds } = await recordCheck(
      db,
      check([item('future', { publishedAt: '2099-01-01T00:00:00.000Z' })]),
    );
    const detail = await itemById(db, newItemIds[0] ?? 0);
    expect(detail?.at).toBe('2025-04-07T12:00:00.000Z');
    expect(detail?.revision.publishedAt).toBe('2099-01-01T00:00:00.000Z');
  });

  test('a failure keeps validators and items, and shows its cause', async () => {
    const before = (await countViews(db)).everything;
    await recordCheck(db, {
      ...check([], { validators: null, feed: null, status: 404, outcome: 'http-404' }),
      failure: { code: 'http-404', said: { code: 'http', host: 'paper.example', n: 404 }, permanent: false },
      failures: 1,
    });
    expect(await sourceById(db, sourceId)).toMatchObject({
      state: 'failing',
      causeCode: 'http-404',
      failures: 1,
    });
    expect(await db.row('select etag from throughline.sources where id = $1', [sourceId])).toEqual({
      etag: 'W/"1"',
    });
    expect((await countViews(db)).everything).toBe(before);
  });

  test('an interrupted check leaves nothing behind', async () => {
    const broken = check([item('whole'), item('bad', { publishedAt: 'not a date' })], {
      validators: { etag: 'lost', lastModified: null, bodyHash: 'x' },
    });
    await expect(recordCheck(db, broken)).rejects.toThrow();
    expect(await db.row("select 1 from throughline.items where key = 'whole'")).toBeNull();
    expect(await db.row('select etag from throughline.sources where id = $1', [sourceId])).toEqual({
      etag: 'W/"1"',
    });
  });
});

/** As the text package folds them, for plain ASCII. */
const words = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
const NO_WORDS = { title: '', body: '', grams: '' };

describe('tags', () => {
  const evidence = [{ field: 'title' as const, start: 0, end: 5, text: 'Title', rule: 'core', weight: 2 }];
  const tagAll = async (score: number) => {
    const epoch = await taggingState(db);
    const items = await itemsToTag(db, await itemsDueForTagging(db, new Date(), 100), new Date());
    const results = items.map(({ id, revisionId, title, summary }) => ({
      itemId: id,
      revisionId,
      search: { title: words(title), body: words(summary ?? ''), grams: '' },
      tags: [
        { topic: 'tariffs', score, relevant: true, queued: true, evidence, topicVersion: 1, logOdds: 1.1 },
      ],
    }));
    return { epoch, results, tagged: await recordTags(db, epoch, results) };
  };

  test('every untagged item is due once, and tagging twice changes nothing', async () => {
    const { epoch, results, tagged } = await tagAll(0.75);
    expect(tagged).toBe(3);
    expect(await itemsDueForTagging(db, new Date(), 100)).toEqual([]);
    await recordTags(db, epoch, results);
    const page = await listItems(
      db,
      { topic: 'tariffs', unreviewed: false, queued: true, sort: 'newest' },
      { limit: 50 },
    );
    expect(page.rows).toHaveLength(3);
    expect(page.rows[0]?.tags).toEqual([{ topic: 'tariffs', score: 0.75, relevant: true, evidence }]);
  });

  test('tags of an older revision are not stored; the item stays due', async () => {
    const { epoch, results } = { epoch: await taggingState(db), results: await dueAfterEdit() };
    await recordCheck(db, check([item('b', { hash: 'b3', title: 'Newer still' })]));
    expect(await recordTags(db, epoch, results)).toBe(0);
    expect(await itemsDueForTagging(db, new Date(), 100)).toHaveLength(1);
  });

  async function dueAfterEdit() {
    await recordCheck(db, check([item('b', { hash: 'b2', title: 'Newer' })]));
    const items = await itemsToTag(db, await itemsDueForTagging(db, new Date(), 100), new Date());
    return items.map(({ id, revisionId }) => ({ itemId: id, revisionId, tags: [], search: NO_WORDS }));
  }

  test('changed topics make everything due again', async () => {
    await db.run('update throughline.topic_epoch set epoch = epoch + 1');
    expect(await itemsDueForTagging(db, new Date(), 100)).toHaveLength(3);
    await tagAll(0.5);
  });
});

describe('lists', () => {
  test.each(['newest', 'oldest', 'relevance'] as const)(
    'by %s, every item comes once over the pages',
    async (sort) => {
      const seen: number[] = [];
      let cursor: string | undefined;
      do {
        const page = await listItems(db, { unreviewed: false, queued: true, sort }, { cursor, limit: 2 });
        seen.push(...page.rows.map((row) => row.id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect([...seen].sort()).toEqual([...new Set(seen)].sort());
      expect(seen).toHaveLength(3);
    },
  );

  test('a cursor that is not ours starts the list anew', async () => {
    const view = { unreviewed: false, queued: true, sort: 'newest' as const };
    const first = await listItems(db, view, { limit: 2 });
    expect(await listItems(db, view, { limit: 2, cursor: 'x; drop table' })).toEqual(first);
  });
});

describe('verdicts', () => {
  const unreviewed = async () => (await countViews(db)).topics[0]?.unreviewed;
  const ids = async () =>
    (await listItems(db, { unreviewed: false, queued: true, sort: 'newest' }, { limit: 9 })).rows.map(
      (row) => row.id,
    );

  test('a decision counts at once, is sent twice without harm, and is undone once', async () => {
    const [first = 0, second = 0] = await ids();
    const command = {
      commandId: randomUUID(),
      itemIds: [first, second],
      topic: 'tariffs',
      value: 'relevant' as const,
    };
    expect(await decide(db, userId, command)).toEqual({ changed: 2, conflicts: [] });
    expect(await decide(db, userId, command)).toEqual({ changed: 0, conflicts: [] });
    expect(await unreviewed()).toBe(1);
    expect(await undoDecision(db, userId, randomUUID(), command.commandId)).toBe(2);
    expect(await undoDecision(db, userId, randomUUID(), command.commandId)).toBe(0);
    expect(await unreviewed()).toBe(3);
  });

  test('undo brings back the verdict before, and leaves alone what somebody decided since', async () => {
    const [first = 0, second = 0] = await ids();
    const say = async (itemIds: number[], value: 'relevant' | 'not_relevant') => {
      const commandId = randomUUID();
      await decide(db, userId, { commandId, itemIds, topic: 'tariffs', value, reason: 'too_minor' });
      return commandId;
    };
    await say([first], 'relevant');
    const both = await say([first, second], 'not_relevant');
    await say([second], 'relevant');
    expect(await undoDecision(db, userId, randomUUID(), both)).toBe(1);
    const verdicts = await Promise.all(
      [first, second].map(async (id) => (await itemById(db, id))?.verdicts[0]?.value),
    );
    expect(verdicts).toEqual(['relevant', 'relevant']);
    expect((await db.row<{ n: number }>('select count(*) as n from throughline.verdicts'))?.n).toBe(9);
  });

  const commanded = () => ({ commandId: randomUUID(), topic: 'tariffs' });
  const fresh = async (...keys: string[]) =>
    (await recordCheck(db, check(keys.map((key) => item(key))))).newItemIds;
  const givenBy = async (itemIds: number[]) =>
    Promise.all(
      itemIds.map(async (id) => {
        const tag = await db.row<{ by: number }>(
          'select by_hand as by from throughline.tags where item_id = $1 and by_hand is not null',
          [id],
        );
        return tag?.by ?? null;
      }),
    );

  test('undoing a topic given by hand leaves it where others gave it before or since', async () => {
    const bob = (await addUser(db, 'Bob', 'curator')).id;
    const [first = 0, second = 0, third = 0] = await fresh('hand-1', 'hand-2', 'hand-3');
    await tagByHand(db, userId, { ...commanded(), itemIds: [first], on: true });
    const bobs = { ...commanded(), itemIds: [first, second, third], on: true };
    await tagByHand(db, bob, bobs);
    await tagByHand(db, userId, { ...commanded(), itemIds: [third], on: true });
    const undo = { ...commanded(), itemIds: bobs.itemIds, on: false, undoes: bobs.commandId };
    expect(await tagByHand(db, bob, undo)).toBe(2);
    expect(await givenBy(bobs.itemIds)).toEqual([userId, null, userId]);
    // Over what was restored, once more: it is still the first one's.
    const again = { ...commanded(), itemIds: [first], on: true };
    await tagByHand(db, bob, again);
    await tagByHand(db, bob, { ...undo, commandId: randomUUID(), undoes: again.commandId });
    expect(await givenBy([first])).toEqual([userId]);
    // A verdict on what the rules found is no topic given by hand.
    const [judged = 0] = await fresh('hand-4');
    await decide(db, userId, { ...commanded(), itemIds: [judged], value: 'relevant' });
    const over = { ...commanded(), itemIds: [judged], on: true };
    await tagByHand(db, bob, over);
    await tagByHand(db, bob, { ...undo, commandId: randomUUID(), itemIds: [judged], undoes: over.commandId });
    expect(await givenBy([judged])).toEqual([null]);
  });

  test('a topic taken off by hand comes back with its verdict when that is undone, as whoever gave it', async () => {
    const bob = (await addUser(db, 'Rob', 'curator')).id;
    const itemIds = await fresh('off-1', 'off-2');
    const verdictOf = async (id = 0) => (await itemById(db, id))?.verdicts[0];
    await tagByHand(db, userId, { ...commanded(), itemIds, on: true });
    const before = await verdictOf(itemIds[0]);
    for (const undo of [
      (undoes: string) => undoDecision(db, bob, randomUUID(), undoes),
      (undoes: string) => tagByHand(db, bob, { ...commanded(), itemIds, on: true, undoes }),
    ]) {
      const off = { ...commanded(), itemIds, on: false };
      expect(await tagByHand(db, bob, off)).toBe(2);
      expect([await givenBy(itemIds), await verdictOf(itemIds[0])]).toEqual([[null, null], undefined]);
      expect(await undo(off.commandId)).toBe(2);
      expect([await givenBy(itemIds), await verdictOf(itemIds[0])]).toEqual([[userId, userId], before]);
    }
    // The other way round, and a verdict of another that was only on top of it.
    const on = { ...commanded(), itemIds: await fresh('off-3'), on: true };
    await tagByHand(db, userId, on);
    const against = { ...commanded(), itemIds: on.itemIds, value: 'not_relevant' as const };
    await decide(db, bob, against);
    await undoDecision(db, bob, randomUUID(), against.commandId);
    expect(await givenBy(on.itemIds)).toEqual([userId]);
    const once = { ...commanded(), itemIds: await fresh('off-4'), on: true };
    await tagByHand(db, userId, once);
    await undoDecision(db, userId, randomUUID(), once.commandId);
    expect(await givenBy(once.itemIds)).toEqual([null]);
  });

  test('undoing a disagreement takes its mark off, and the verdict is again that of whoever gave it', async () => {
    const eve = (await addUser(db, 'Eve', 'curator')).id;
    const [disputed = 0, asked = 0] = await fresh('undo-1', 'undo-2');
    const itemIds = [disputed, asked];
    const current = async () => (await itemById(db, disputed))?.verdicts[0];
    const doubts = () =>
      db.rows("select item_id as id from throughline.item_marks where kind = 'doubted' order by item_id");
    await decide(db, userId, { ...commanded(), itemIds, value: 'relevant' });
    const before = await current();
    await markItems(db, userId, { itemIds: [asked], kind: 'doubted', on: true });
    for (let round = 0; round < 2; round++) {
      const against = { ...commanded(), itemIds, value: 'not_relevant' as const };
      await decide(db, eve, against);
      expect(await doubts()).toEqual([{ id: disputed }, { id: asked }]);
      await undoDecision(db, eve, randomUUID(), against.commandId);
      expect(await current()).toEqual(before);
      expect(await doubts()).toEqual([{ id: asked }]);
    }
    await decide(db, userId, { ...commanded(), itemIds, value: 'not_relevant' });
    expect(await doubts()).toEqual([{ id: asked }]);
  });
});

describe('people', () => {
  test('a link signs in once; a session ends when it is signed out', async () => {
    const token = await createSignInToken(db, userId, 1);
    const session = await signIn(db, token, 'test');
    expect(await signIn(db, token, 'test')).toBeNull();
    expect(await userOfSession(db, session ?? '')).toMatchObject({ name: 'Curator', role: 'admin' });
    await signOut(db, session ?? '');
    expect(await userOfSession(db, session ?? '')).toBeNull();
  });

  test('a link that is too old signs nobody in', async () => {
    expect(await signIn(db, await createSignInToken(db, userId, -1), null)).toBeNull();
  });
});

describe('events', () => {
  test('a reader sees each change once, in order, and only after it is committed', async () => {
    const start = await latestEventPosition(db);
    await recordCheck(db, check([item('c')]));
    const events = await eventsAfter(db, start);
    expect(events.map((row) => row.event.type)).toEqual(['items.arrived', 'source.checked']);
    expect(await eventsAfter(db, events.at(-1)?.id ?? '')).toEqual([]);
  });
});
