import { randomUUID } from 'node:crypto';
import { NEEDED } from '@throughline/schema';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readAudit } from './audit.ts';
import { recordCheck } from './ingest.ts';
import { markItems } from './item-marks.ts';
import {
  forgetItems,
  forgottenItem,
  previewRetention,
  retentionDue,
  retentionState,
  reuseRoom,
  setRetention,
} from './retention.ts';
import { addSource, knownItems } from './sources.ts';
import { describeStories, listStories, storiesToDescribe, storyReports } from './stories.ts';
import { curateStories } from './story-curation.ts';
import { finishRebuild, restartGrouping } from './story-rebuilds.ts';
import { readStoryline } from './storyline-document.ts';
import { setDeclined } from './storyline-tracking.ts';
import { addSection, citableRevision, cite, createStoryline } from './storylines.ts';
import { checkOf, group, incomingItem, openTestDatabase, placement, type TestDatabase } from './testing.ts';
import { addUser } from './users.ts';
import { decide, undoDecision } from './verdicts.ts';
import { addNote, assign } from './work.ts';

const NOW = new Date('2026-06-01T12:00:00.000Z');
const LONG_AGO = '2026-01-01T12:00:00.000Z';
const LATELY = '2026-05-20T12:00:00.000Z';

let db: TestDatabase;
let sourceId: number;
let userId: number;

beforeAll(async () => {
  db = await openTestDatabase();
  userId = (await addUser(db, 'Curator', 'curator')).id;
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.run(
    `truncate throughline.sources, throughline.stories, throughline.storylines, throughline.settings,
       throughline.retention_runs, throughline.story_rebuilds cascade`,
  );
  await db.run('update throughline.story_cursor set position = 0');
  sourceId = (await addSource(db, { url: 'https://paper.example/feed', folders: [] })).id;
});

const arrive = (at: string, keys: string[]) =>
  recordCheck(
    db,
    checkOf(
      sourceId,
      keys.map((key) => incomingItem(key)),
      { at },
    ),
  );
const keys = async () =>
  (await db.rows<{ key: string }>('select key from throughline.items order by id')).map((row) => row.key);
const preview = (days: number) => previewRetention(db, { days, now: NOW, reasons: NEEDED });

async function pass(now = NOW): Promise<void> {
  while ((await forgetItems(db, now)) === 'more');
  await reuseRoom(db);
}

test('nothing goes until somebody switches it on, and then only what is older', async () => {
  const { newItemIds } = await arrive(LONG_AGO, ['old-1', 'old-2']);
  const [oldId = 0] = newItemIds;
  await arrive(LATELY, ['young']);
  expect(await retentionDue(db, NOW)).toBeNull();
  await pass();
  expect(await keys()).toEqual(['old-1', 'old-2', 'young']);

  expect(await preview(30)).toEqual({ days: 30, older: 2, removes: 2, keeps: [] });
  expect(await preview(365)).toEqual({ days: 365, older: 0, removes: 0, keeps: [] });
  await setRetention(db, 30);
  expect(await retentionDue(db, NOW)).not.toBeNull();
  await pass();
  expect(await keys()).toEqual(['young']);
  // Whoever follows an old address learns what became of it.
  expect(await forgottenItem(db, oldId)).toEqual({
    title: 'Title of old-1',
    url: expect.any(String),
    publisher: 'paper.example',
    forgottenAt: NOW.toISOString(),
  });
  expect(await forgottenItem(db, oldId + 2)).toBeNull();
  // Nothing points at what went.
  expect(await db.row('select count(*)::int as n from throughline.revisions')).toEqual({ n: 1 });
  expect(await retentionState(db)).toMatchObject({
    days: 30,
    items: 1,
    forgotten: 2,
    runs: [{ removed: 2 }],
  });
  const [line] = (await readAudit(db, { object: 'setting' }, { everything: true, limit: 1 })).rows;
  expect(line).toMatchObject({
    action: 'removed',
    part: 'old items',
    actor: null,
    after: { items_removed: 2, older_than_days: 30 },
  });

  // Once a day, at once after another day.
  expect(await retentionDue(db, NOW)).toBeNull();
  expect(await retentionDue(db, new Date(NOW.getTime() + 86_400_000))).not.toBeNull();
  await setRetention(db, null);
  expect(await retentionDue(db, new Date(NOW.getTime() + 86_400_000))).toBeNull();
});

test('what went never comes back as new, not even edited or under another guid', async () => {
  await arrive(LONG_AGO, ['old', 'judged']);
  await setRetention(db, 30);
  await pass();
  const again = await recordCheck(db, checkOf(sourceId, [incomingItem('old'), incomingItem('new')]));
  expect(again.newItemIds).toHaveLength(1);
  const edited = await recordCheck(db, checkOf(sourceId, [incomingItem('old', { hash: 'edited' })]));
  expect(edited).toEqual({ newItemIds: [], changedItemIds: [] });
  expect(await keys()).toEqual(['new']);
  // Identity by link needs to know it, in the order in which things came.
  expect((await knownItems(db, sourceId, 2)).map((item) => item.key)).toEqual(['new', 'judged']);
  expect((await knownItems(db, sourceId, 9)).map((item) => item.title)).toContain('Title of old');
});

test('everything that somebody needs stays, and is counted under the first reason', async () => {
  const names = [
    'judged',
    'taken-back',
    'starred',
    'assigned',
    'noted',
    'declined',
    'named',
    'plain',
  ] as const;
  const { newItemIds } = await arrive(LONG_AGO, [...names]);
  const id = Object.fromEntries(names.map((name, n) => [name, newItemIds[n] ?? 0])) as Record<
    (typeof names)[number],
    number
  >;
  const verdict = (itemId: number, commandId: string = randomUUID()) =>
    decide(db, userId, { commandId, itemIds: [itemId], topic: null, value: 'relevant' });
  await verdict(id.judged);
  const takenBack = randomUUID();
  await verdict(id['taken-back'], takenBack);
  await undoDecision(db, userId, randomUUID(), takenBack);
  await markItems(db, userId, { itemIds: [id.starred, id.judged], kind: 'starred', on: true });
  await assign(db, userId, { object: 'item', id: String(id.assigned) }, userId);
  await addNote(db, userId, { object: 'item', id: String(id.noted) }, 'Look again');
  const storyline = await createStoryline(db, userId, 'Duties');
  await setDeclined(db, userId, { storylineId: storyline.id, itemIds: [id.declined], declined: true });
  await group(db, [placement(id.named, 'x')]);
  await curateStories(db, userId, { kind: 'rename', commandId: randomUUID(), story: 'x', headline: 'Ours' });

  expect(await preview(30)).toEqual({
    days: 30,
    older: 8,
    removes: 1,
    keeps: [
      { because: 'judged', count: 2 },
      { because: 'marked', count: 1 },
      { because: 'worked on', count: 2 },
      { because: 'proposed', count: 1 },
      { because: 'arranged', count: 1 },
    ],
  });
  await setRetention(db, 30);
  await pass();
  expect(await keys()).toEqual(names.filter((name) => name !== 'plain'));
});

test('a cited item stays with all that says how independent it is, and its storyline is the same to the byte', async () => {
  const { newItemIds } = await arrive(LONG_AGO, ['wire', 'copy', 'beside', 'other']);
  const [wire = 0, copy = 0, beside = 0, other = 0] = newItemIds;
  await group(db, [
    placement(wire, 'y'),
    placement(copy, 'x', { relation: 'duplicate', duplicateOf: wire }),
    placement(beside, 'x'),
    placement(other, 'y'),
  ]);
  const { id } = await createStoryline(db, userId, 'Duties');
  const storyline = await addSection(db, userId, { id, title: 'One' });
  const revision = await citableRevision(db, copy);
  if (revision === null) throw new Error('not citable');
  await cite(
    db,
    userId,
    {
      sectionId: storyline.sections[0]?.id ?? 0,
      revision,
      quote: { exact: 'Words', prefix: '', suffix: '', start: 0, end: 5 },
    },
    (blocks) => blocks,
  );
  const before = JSON.stringify(await readStoryline(db, id));

  expect((await preview(30)).keeps).toEqual([
    { because: 'cited', count: 1 },
    { because: 'beside cited', count: 2 },
  ]);
  await setRetention(db, 30);
  await pass();
  expect(await keys()).toEqual(['wire', 'copy', 'beside']);
  expect(JSON.stringify(await readStoryline(db, id))).toBe(before);
});

test('nothing goes while stories are grouped anew, not even in a pass that has begun', async () => {
  const { newItemIds } = await arrive(LONG_AGO, ['wire', 'copy', 'beside', 'plain']);
  const [wire = 0, copy = 0, beside = 0, plain = 0] = newItemIds;
  const groupAll = () =>
    group(db, [
      placement(wire, 'x'),
      placement(copy, 'x', { relation: 'duplicate', duplicateOf: wire }),
      placement(beside, 'x'),
      placement(plain, 'y'),
    ]);
  await groupAll();
  const { id } = await createStoryline(db, userId, 'Duties');
  const storyline = await addSection(db, userId, { id, title: 'One' });
  const revision = await citableRevision(db, copy);
  if (revision === null) throw new Error('not citable');
  const quote = { exact: 'Words', prefix: '', suffix: '', start: 0, end: 5 };
  const sectionId = storyline.sections[0]?.id ?? 0;
  await cite(db, userId, { sectionId, revision, quote }, (blocks) => blocks);

  await setRetention(db, 30);
  // The pass was due, and has begun, when somebody starts the grouping over.
  expect(await retentionDue(db, NOW)).not.toBeNull();
  await Promise.all([restartGrouping(db, userId), forgetItems(db, NOW)]);
  expect(await retentionDue(db, NOW)).toBeNull();
  await pass();
  expect(await keys()).toContain('beside');
  await groupAll();
  expect(await finishRebuild(db)).toBe(true);
  expect(await retentionDue(db, NOW)).not.toBeNull();
  await pass();
  expect(await keys()).toEqual(['wire', 'copy', 'beside']);
});

test('stories count what is left, are described anew, and go with their last report', async () => {
  const old = await arrive(LONG_AGO, ['first', 'alone']);
  const young = await arrive(LATELY, ['second']);
  const [first = 0, alone = 0] = old.newItemIds;
  const [second = 0] = young.newItemIds;
  await group(db, [
    placement(first, 'x'),
    placement(alone, 'y'),
    placement(second, 'x', { relation: 'duplicate', duplicateOf: first, updateOf: first }),
  ]);
  await describeStories(
    db,
    (await storiesToDescribe(db, 10)).map((story) => ({
      id: story.id,
      changes: story.changes,
      headline: story.id,
      independent: story.items.length,
      origins: [],
      entities: [],
      figures: [],
      language: 'en',
    })),
  );
  await setRetention(db, 30);
  await pass();
  const { rows } = await listStories(db, { reports: 0, topic: null, limit: 10 });
  expect(rows.map(({ id, reports, firstAt }) => ({ id, reports, firstAt }))).toEqual([
    { id: 'x', reports: 1, firstAt: LATELY },
  ]);
  expect(await storyReports(db, 'x')).toMatchObject([{ id: second, duplicateOf: null, updateOf: null }]);
  expect((await storiesToDescribe(db, 10)).map((story) => story.id)).toEqual(['x']);
});

test('a pass that is broken off goes on where it was, and counts everything once', async () => {
  await arrive(
    LONG_AGO,
    Array.from({ length: 450 }, (_, n) => `item-${n}`),
  );
  await setRetention(db, 30);
  expect(await forgetItems(db, NOW)).toBe('more');
  expect(await keys()).toHaveLength(350);
  const state = await retentionDue(db, NOW);
  // Two workers at once.
  await Promise.all([forgetItems(db, NOW), forgetItems(db, NOW)]);
  expect(await retentionDue(db, NOW)).not.toBe(state);
  await pass();
  expect(await keys()).toEqual([]);
  expect((await retentionState(db)).runs).toMatchObject([{ removed: 450, endedAt: NOW.toISOString() }]);

  // Switched off in the middle of a pass: it ends, and says what it did.
  await arrive(
    LONG_AGO,
    Array.from({ length: 250 }, (_, n) => `later-${n}`),
  );
  const tomorrow = new Date(NOW.getTime() + 86_400_000);
  await forgetItems(db, tomorrow);
  await setRetention(db, null);
  await pass(tomorrow);
  expect(await keys()).toHaveLength(150);
  expect((await retentionState(db)).runs[0]).toMatchObject({ removed: 100, endedAt: tomorrow.toISOString() });
});
