import { afterAll, beforeAll, expect, test } from 'vitest';
import { decideStoryLink, linkedStories, storeStoryLinks } from './story-links.ts';
import { restartGrouping } from './story-rebuilds.ts';
import {
  group,
  incomingItem,
  openTestDatabase,
  placement,
  storeItems,
  type TestDatabase,
} from './testing.ts';
import { addUser } from './users.ts';

let db: TestDatabase;
let ids: number[];
let userId: number;

beforeAll(async () => {
  db = await openTestDatabase();
  ids = await storeItems(
    db,
    ['a', 'b'].map((key) => incomingItem(key, {})),
  );
  userId = (await addUser(db, 'Curator', 'curator')).id;
  await regroup(['x', 'y']);
});
afterAll(() => db.close());

/** Puts the items into stories of these names. */
async function regroup(names: string[]): Promise<void> {
  await group(
    db,
    ids.map((itemId, n) => placement(itemId, names[n] ?? '', { reasons: [] })),
  );
}
const link = (a: string, b: string) => ({
  a,
  b,
  score: 0.5,
  confirmed: false,
  reasons: [{ kind: 'both_name' as const, names: ['Kabul'] }],
});
const states = async (id: string) => (await linkedStories(db, id)).map((other) => [other.id, other.state]);

test('a link below the threshold waits for a person, whose word both stories show and which can be taken back', async () => {
  await storeStoryLinks(db, ['x', 'y'], [link('y', 'x')]);
  expect(await states('x')).toEqual([['y', 'proposed']]);
  await decideStoryLink(db, userId, { a: 'y', b: 'x', same: false });
  expect([await states('x'), await states('y')]).toEqual([[['y', 'rejected']], [['x', 'rejected']]]);
  await decideStoryLink(db, userId, { a: 'x', b: 'y', same: null });
  expect(await states('x')).toEqual([['y', 'proposed']]);
});

test('what a person said outlives a rebuild under other names', async () => {
  await decideStoryLink(db, userId, { a: 'x', b: 'y', same: true });
  await restartGrouping(db, null);
  await regroup(['p', 'q']);
  await storeStoryLinks(db, ['p', 'q'], [link('p', 'q')]);
  expect(await states('p')).toEqual([['q', 'confirmed']]);
});

test('links that are no more are dropped', async () => {
  await storeStoryLinks(db, ['p', 'q'], []);
  expect(await states('p')).toEqual([]);
});
