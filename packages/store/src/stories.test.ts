import { afterAll, beforeAll, expect, test } from 'vitest';
import { itemById, listItems } from './items.ts';
import { describeStories, listStories, livingStory, storiesToDescribe, storyReports } from './stories.ts';
import {
  isGroupingDue,
  recordGrouping,
  restartGrouping,
  type StoredPlacement,
  storyCursor,
} from './story-groups.ts';
import { incomingItem, openTestDatabase, storeItems, type TestDatabase } from './testing.ts';

let db: TestDatabase;
let ids: number[];

beforeAll(async () => {
  db = await openTestDatabase();
  ids = await storeItems(
    db,
    ['a', 'b', 'c', 'd'].map((key, index) =>
      incomingItem(key, { publishedAt: `2025-04-0${index + 1}T00:00:00.000Z` }),
    ),
  );
  await db.run('update throughline.items set queued = true');
});
afterAll(() => db.close());

const place = (item: number, story: string): StoredPlacement => ({
  itemId: ids[item] ?? 0,
  story,
  relation: 'independent',
  duplicateOf: null,
  updateOf: null,
  likeness: 1,
  reasons: ['first report'],
});
const members = async (story: string) =>
  (await storyReports(db, story)).map((report) => ids.indexOf(report.id));

test('a batch is stored once: whoever stands where the database no longer stands is refused', async () => {
  const from = await storyCursor(db);
  const batch = { from, position: ids[1] ?? 0, placements: [place(0, 'x'), place(1, 'y')], events: [] };
  expect(await recordGrouping(db, batch)).toBe(true);
  expect(await recordGrouping(db, batch)).toBe(false);
  expect([await members('x'), await members('y')]).toEqual([[0], [1]]);
});

test('merges and splits reach items of earlier batches, and an address of a merged story leads on', async () => {
  const from = await storyCursor(db);
  await recordGrouping(db, {
    from,
    position: ids[3] ?? 0,
    placements: [place(2, 'x'), place(3, 'z')],
    events: [
      { kind: 'merged', into: 'x', from: 'y', likeness: 0.4, reasons: ['alike'] },
      { kind: 'split', story: 'x', part: 'z', items: [String(ids[0])], reasons: ['drifted'] },
    ],
  });
  expect([await members('x'), await members('y'), await members('z')]).toEqual([[1, 2], [], [0, 3]]);
  expect(await livingStory(db, 'y')).toBe('x');
  expect((await listStories(db, { reports: 2, topic: null, limit: 10 })).rows.map((row) => row.id)).toEqual([
    'z',
    'x',
  ]);
});

test('a story that changes while it is described stays due', async () => {
  const stories = await storiesToDescribe(db, 10);
  await db.run("update throughline.stories set changes = changes + 1 where id = 'x'");
  await describeStories(
    db,
    stories.map(({ id, changes }) => ({ id, changes, headline: `About ${id}`, independent: 1, origins: [] })),
  );
  expect((await storiesToDescribe(db, 10)).map((story) => story.id)).toEqual(['x']);
  expect((await itemById(db, ids[3] ?? 0))?.story).toEqual({
    id: 'z',
    headline: 'About z',
    reports: 2,
    independent: 1,
  });
});

test('grouped, a story is one row that its newest item stands for', async () => {
  const list = async (grouped: boolean) => {
    const view = { unreviewed: false, queued: true, sort: 'newest', grouped } as const;
    return (await listItems(db, view, { limit: 10 })).rows.map((row) => ids.indexOf(row.id));
  };
  expect(await list(false)).toEqual([3, 2, 1, 0]);
  expect(await list(true)).toEqual([3, 2]);
});

test('a restart makes everything due again, and refuses who was grouping before it', async () => {
  const from = await storyCursor(db);
  await restartGrouping(db);
  expect(await isGroupingDue(db)).toBe(true);
  expect(await recordGrouping(db, { from, position: 99, placements: [], events: [] })).toBe(false);
});
