import { randomUUID } from 'node:crypto';
import {
  addUser,
  countViews,
  decide,
  forgetItems,
  itemsDueForTagging,
  itemsToTag,
  recallCounts,
  recordTags,
  saveTopic,
  seedTopics,
  setDeskSamples,
  setRetention,
  setSampledShare,
  tagByHand,
  topicById,
  topicDays,
} from '@throughline/store';
import { incomingItem, openTestDatabase, storeItems, type TestDatabase } from '@throughline/store/testing';
import { searchWords } from '@throughline/text';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTaggerCache } from '../tagger-cache.ts';

let db: TestDatabase;
let userId: number;
const taggers = createTaggerCache(() => {});
const duty = { id: 'duty', name: 'Duty', concepts: [{ id: 'core', weight: 4, terms: { en: ['duty'] } }] };

beforeAll(async () => {
  db = await openTestDatabase();
  userId = (await addUser(db, 'A curator', 'curator')).id;
  await seedTopics(db, [duty]);
});
afterAll(() => db.close());

async function tagAll(): Promise<void> {
  const tagger = await taggers.current(db);
  const items = await itemsToTag(db, await itemsDueForTagging(db, new Date(), 5_000), new Date());
  const results = items.map((item) => ({
    itemId: item.id,
    revisionId: item.revisionId,
    tags: tagger.tag(item),
    search: searchWords(item),
  }));
  await recordTags(db, tagger.state, results);
}

const samples = async () =>
  (
    await db.rows<{ id: number }>(
      'select item_id as id from throughline.tags where sampled and queued order by item_id',
    )
  ).map((row) => row.id);
const say = (itemIds: number[], value: 'relevant' | 'not_relevant') =>
  decide(db, userId, { commandId: randomUUID(), itemIds, topic: 'duty', value, reason: null });

test('a share of what falls below the queue is shown, the same one each time, until it is switched off', async () => {
  const words = Array.from({ length: 1_000 }, (_, i) =>
    i < 20 ? `Steel duty number ${i}` : `Garden show ${i}`,
  );
  const ids = await storeItems(
    db,
    words.map((title, i) => incomingItem(`item-${i}`, { title, summary: '', contentText: '' })),
  );
  await tagAll();
  // A desk on which nobody has judged anything is not bothered.
  expect(await samples()).toEqual([]);
  expect((await countViews(db)).topics[0]).toMatchObject({ topic: 'duty', total: 20 });
  const volume = await topicDays(db, 30);

  await setSampledShare(db, 'duty', 0.05);
  await tagAll();
  const first = await samples();
  expect(first.length).toBeGreaterThan(25);
  expect(first.length).toBeLessThan(80);
  expect(ids.slice(0, 20).some((id) => first.includes(id))).toBe(false);
  expect((await countViews(db)).topics[0]).toMatchObject({ total: 20 + first.length });
  // A sample is nothing that came in about the topic.
  expect(await topicDays(db, 30)).toEqual(volume);

  await say(ids.slice(0, 10), 'relevant');
  await say(first.slice(1), 'not_relevant');
  await say(first.slice(0, 1), 'relevant');
  const counts = await recallCounts(db, 'duty');
  expect(counts).toMatchObject({ found: 10, below: 980, sampled: first.length, missed: 1, waiting: 0 });
  expect(counts.expected).toBeGreaterThan(5);

  // Tagged anew with other rules, the same items are samples; the one that the new rules find is none any more.
  const topic = await topicById(db, 'duty');
  const found = (await db.row<{ title: string }>(
    'select r.title from throughline.items i join throughline.revisions r on r.id = i.current_revision_id where i.id = $1',
    [first[0]],
  )) as { title: string };
  const concepts = [{ id: 'core', weight: 4, terms: { en: ['duty', found.title] }, gates: [] }];
  await saveTopic(db, userId, {
    definition: { ...(topic as NonNullable<typeof topic>).definition, concepts },
    version: 1,
  });
  await tagAll();
  expect(await samples()).toEqual(first.slice(1));
  expect(await recallCounts(db, 'duty')).toMatchObject({ found: 11, missed: 0, sampled: first.length - 1 });

  await setSampledShare(db, 'duty', 0);
  await tagAll();
  expect(await samples()).toEqual([]);
  // What was said of samples still counts.
  expect(await recallCounts(db, 'duty')).toMatchObject({ missed: 0, sampled: first.length - 1 });

  // What somebody puts into the queue by hand is what it missed.
  const queued = await recallCounts(db, 'duty');
  const commandId = randomUUID();
  await tagByHand(db, userId, { commandId, itemIds: first.slice(2, 4), topic: 'duty', on: true });
  expect(await recallCounts(db, 'duty')).toEqual({ ...queued, missed: 2 });
  await tagByHand(db, userId, {
    commandId: randomUUID(),
    itemIds: first.slice(2, 4),
    topic: 'duty',
    on: false,
    undoes: commandId,
  });
  await tagAll();
  // Of what retention has gone through, judged items alone are left.
  const old = [...ids.slice(0, 12), ...first.slice(0, 10)];
  await db.run("update throughline.items set first_seen_at = now() - interval '40 days' where id = any($1)", [
    old,
  ]);
  await setRetention(db, 30);
  while ((await forgetItems(db, new Date())) === 'more');
  const { found: kept, below, sampled } = await recallCounts(db, 'duty');
  // Ten of the queue were judged, and one of the samples is in it by now.
  expect({ kept, below, sampled }).toEqual({ kept: 0, below: 1_000 - 20 - 10, sampled: first.length - 10 });

  // The usual share begins by itself where somebody reviews the topic.
  await setSampledShare(db, 'duty', null);
  await tagAll();
  const usual = await samples();
  expect(usual.length).toBeGreaterThan(0);
  expect(usual.length).toBeLessThan(15);

  // One switch for the whole desk; what the topic had is there again with it.
  await setDeskSamples(db, false);
  await tagAll();
  expect(await samples()).toEqual([]);
  await setDeskSamples(db, true);
  await tagAll();
  expect(await samples()).toEqual(usual);
});
