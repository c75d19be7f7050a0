import { itemsDueForTagging, seedTopics } from '@throughline/store';
import { incomingItem, openTestDatabase, storeItems, type TestDatabase } from '@throughline/store/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDesk } from '../testing/local-desk.ts';
import { tagItems } from './tag-items.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await openTestDatabase();
  await seedTopics(db, [
    { id: 'duty', name: 'Duty', concepts: [{ id: 'core', weight: 4, terms: { en: ['duty'] } }] },
  ]);
});
afterAll(() => db.close());

test('an item that cannot be stored holds up no other, is named, and stays due', async () => {
  const itemIds = await storeItems(
    db,
    ['first', 'bad', 'last'].map((key) => incomingItem(key, { title: `A duty, ${key}` })),
  );
  const bad = itemIds[1] ?? 0;
  const desk = localDesk(db, '127.0.0.1:1');
  await db.run(`alter table throughline.tags add constraint nothing_fits check (item_id <> ${bad})`);
  const error: unknown = await tagItems(desk, { itemIds }).catch((thrown: unknown) => thrown);
  expect(await itemsDueForTagging(db, 10)).toEqual([bad]);
  expect(String(error)).toMatch(new RegExp(`Item ${bad} .*nothing_fits`));

  await db.run('alter table throughline.tags drop constraint nothing_fits');
  await tagItems(desk, { itemIds });
  expect(await itemsDueForTagging(db, 10)).toEqual([]);
  const tagged = await db.rows<{ id: number }>(
    'select item_id as id from throughline.tags where relevant order by 1',
  );
  expect(tagged.map(({ id }) => id)).toEqual(itemIds);
  await desk.client.close();
});
