import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  addUser,
  decide,
  itemsDueForTagging,
  itemsToTag,
  learnerOf,
  learningDue,
  listItems,
  recordLearning,
  recordTags,
  resetLearning,
  seedTopics,
  setLearning,
  taggingProgress,
  undoDecision,
} from '@throughline/store';
import { incomingItem, openTestDatabase, storeItems, type TestDatabase } from '@throughline/store/testing';
import { foldText, searchWords } from '@throughline/text';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTaggerCache } from '../tagger-cache.ts';
import { learnTopic } from './learn-topic.ts';

let db: TestDatabase;
let userId: number;
const taggers = createTaggerCache(() => {});

beforeAll(async () => {
  db = await openTestDatabase();
  userId = (await addUser(db, 'A curator', 'curator')).id;
  await seedTopics(db, [
    { id: 'duty', name: 'Duty', concepts: [{ id: 'core', weight: 2, terms: { en: ['duty'] } }] },
  ]);
});
afterAll(() => db.close());

async function tagAll(): Promise<void> {
  const tagger = await taggers.current(db);
  const items = await itemsToTag(db, await itemsDueForTagging(db, new Date(), 1_000), new Date());
  const results = items.map((item) => ({
    itemId: item.id,
    revisionId: item.revisionId,
    tags: tagger.tag(item),
    search: searchWords(item),
  }));
  await recordTags(db, tagger.state, results);
}

/** Customs matters, guards do not: the rules alone cannot tell. */
async function judge(from: number, to: number): Promise<void> {
  for (let i = from; i < to; i++) {
    const relevant = i % 2 === 0;
    const title = relevant ? `Customs duty on steel ${i}` : `Guard on duty at the gate ${i}`;
    const [id = 0] = await storeItems(db, [
      incomingItem(`judged-${i}`, { title, summary: '', contentText: '' }),
    ]);
    await tagAll();
    const value = relevant ? 'relevant' : 'not_relevant';
    await decide(db, userId, { commandId: randomUUID(), itemIds: [id], topic: 'duty', value, reason: null });
  }
  await settle();
}

/** As if they had been given a while ago. */
const settle = () => db.run(`update throughline.verdicts set at = now() - interval '1 minute'`);

async function scoreOf(title: string): Promise<number> {
  await tagAll();
  const condition = {
    kind: 'text' as const,
    words: foldText(title),
    grams: [],
    prefix: false,
    title: true,
  };
  const { rows } = await listItems(
    db,
    { unreviewed: false, queued: false, condition, sort: 'newest' },
    { limit: 1 },
  );
  return rows[0]?.tags[0]?.score ?? 0;
}

test('verdicts move the score of stored items, until it is switched off or reset', async () => {
  await storeItems(db, [
    incomingItem('open-1', { title: 'Customs duty on copper', summary: '', contentText: '' }),
    incomingItem('open-2', { title: 'Guard on duty in Karachi', summary: '', contentText: '' }),
  ]);
  const byRules = await scoreOf('Karachi');
  expect(await scoreOf('copper')).toBeCloseTo(byRules, 2);
  await judge(0, 40);
  expect(await learningDue(db)).toHaveLength(1);
  await learnTopic({ db }, 'duty');
  expect(await learningDue(db)).toEqual([]);
  expect((await learnerOf(db, 'duty'))?.state).toMatchObject({ relevant: 20, notRelevant: 20 });
  // What was shown before each verdict was kept.
  expect((await learnerOf(db, 'duty'))?.state?.log).toHaveLength(40);
  const learned = await scoreOf('Karachi');
  expect(await scoreOf('copper')).toBeGreaterThan(learned + 0.1);

  await setLearning(db, 'duty', false);
  expect(await scoreOf('Karachi')).toBeCloseTo(byRules, 3);
  await setLearning(db, 'duty', true);
  expect(await scoreOf('Karachi')).toBeCloseTo(learned, 3);
  await resetLearning(db, 'duty');
  expect(await scoreOf('Karachi')).toBeCloseTo(byRules, 3);
  expect(await learningDue(db)).toEqual([]);
});

test('two workers take a verdict in once', async () => {
  await judge(40, 44);
  const learner = await learnerOf(db, 'duty');
  if (learner === null) throw new Error('no learner');
  await Promise.all([learnTopic({ db }, 'duty'), learnTopic({ db }, 'duty')]);
  const now = await learnerOf(db, 'duty');
  expect((now?.state?.relevant ?? 0) + (now?.state?.notRelevant ?? 0)).toBe(4);
  expect(await recordLearning(db, learner, { position: 999, state: null, apply: false })).toBe(false);
});

test('what was taken back or decided anew has taught nothing', async () => {
  await resetLearning(db, 'duty');
  await judge(44, 64);
  await learnTopic({ db }, 'duty');
  const before = (await learnerOf(db, 'duty'))?.state;
  const [zinc = 0] = await storeItems(db, [
    incomingItem('zinc', { title: 'Customs duty on zinc', summary: '', contentText: '' }),
  ]);
  await tagAll();
  const said = (commandId: string, value: 'relevant' | 'not_relevant') =>
    decide(db, userId, { commandId, itemIds: [zinc], topic: 'duty', value, reason: null });
  const learned = async () => {
    await settle();
    await learnTopic({ db }, 'duty');
    return (await learnerOf(db, 'duty'))?.state;
  };
  const [mistake, meant, doubt] = [randomUUID(), randomUUID(), randomUUID()];
  await said(mistake, 'not_relevant');
  expect(await learned()).toMatchObject({ relevant: 10, notRelevant: 11 });
  await undoDecision(db, userId, randomUUID(), mistake);
  // What a reset has forgotten stays forgotten.
  expect(await learned()).toEqual(before);
  await said(meant, 'relevant');
  const right = await learned();
  expect(right).toMatchObject({ relevant: 11, notRelevant: 10 });
  await said(doubt, 'not_relevant');
  expect(await learned()).toMatchObject({ relevant: 10, notRelevant: 11 });
  await undoDecision(db, userId, randomUUID(), doubt);
  expect(await learned()).toEqual(right);
});

test('a learner that cannot be used is refused, and one that is stored learns anew', async () => {
  const learner = await learnerOf(db, 'duty');
  if (learner?.state == null) throw new Error('nothing was learned');
  const poisoned = { ...learner.state, weights: { ...learner.state.weights, constructor: Number.NaN } };
  const recorded = recordLearning(db, learner, { position: learner.position, state: poisoned, apply: true });
  await expect(recorded).rejects.toThrow(/NaN/);
  await db.run('update throughline.learners set state = $1, applied = $1', [JSON.stringify(poisoned)]);
  const mend = new URL('../../../../packages/store/migrations/0231-learners-mended.sql', import.meta.url);
  for (const statement of (await readFile(mend, 'utf8')).split(';\n')) await db.run(statement);
  await learnTopic({ db }, 'duty');
  expect((await learnerOf(db, 'duty'))?.state).toEqual(learner.state);
});

test('a reset tags everything again, however much there is', async () => {
  const [id = 0] = await storeItems(db, [
    incomingItem('many', { title: 'Customs duty on tin', summary: '', contentText: '' }),
  ]);
  await tagAll();
  // Copies of the item with its tag: more than what learning alone tags again.
  for (const [table, key] of [
    ['items', 'id'],
    ['tags', 'item_id'],
  ])
    await db.run(
      `insert into throughline.${table} overriding system value
       select (jsonb_populate_record(i, jsonb_build_object('${key}', 1000000 + n)
         || case when '${table}' = 'items' then jsonb_build_object('key', 'copy-' || n) else '{}' end)).*
       from throughline.${table} i, generate_series(1, 5100) n where i.${key} = $1`,
      [id],
    );
  const { total, done } = await taggingProgress(db);
  expect(done).toBe(total);
  await resetLearning(db, 'duty');
  expect((await taggingProgress(db)).done).toBe(0);
});
