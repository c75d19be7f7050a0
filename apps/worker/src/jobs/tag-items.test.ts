import {
  addSource,
  addUser,
  createStoryline,
  type IncomingItem,
  itemsDueForTagging,
  itemsSetAside,
  recordCheck,
  retrySetAside,
  seedTopics,
  setTopicEnabled,
  taggingProgress,
  trackingState,
} from '@throughline/store';
import {
  checkOf,
  incomingItem,
  openTestDatabase,
  storeItems,
  type TestDatabase,
} from '@throughline/store/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Desk } from '../desk.ts';
import { localDesk } from '../testing/local-desk.ts';
import { groupItems } from './group-items.ts';
import { tagItems } from './tag-items.ts';

const DUTY = { id: 'duty', name: 'Duty', concepts: [{ id: 'core', weight: 4, terms: { en: ['duty'] } }] };

let db: TestDatabase;
let desk: Desk;
let now = Date.now();
const later = (seconds: number) => {
  now += seconds * 1000;
};

beforeAll(async () => {
  db = await openTestDatabase();
  await seedTopics(db, [DUTY]);
  desk = localDesk(db, '127.0.0.1:1', () => new Date(now));
});
afterAll(async () => {
  await desk.client.close();
  await db.close();
});

const due = () => itemsDueForTagging(db, desk.now(), 10);
const setAside = () => itemsSetAside(db, 10);
/** Carries out what is due, as the sweep would. @returns what was due, and what the job failed with. */
async function swept(): Promise<[number[], string]> {
  const itemIds = await due();
  const error = await tagItems(desk, { itemIds }).then(
    () => '',
    (thrown: unknown) => String(thrown),
  );
  return [itemIds, error];
}
const refuse = (itemId: number) =>
  db.run(`alter table throughline.tags add constraint nothing_fits check (item_id <> ${itemId})`);
const allow = () => db.run('alter table throughline.tags drop constraint nothing_fits');
const duties = (...keys: string[]) => keys.map((key) => incomingItem(key, { title: `A duty, ${key}` }));

test('an item that cannot be stored holds up no other, is named, and is tried again after a pause', async () => {
  const itemIds = await storeItems(db, duties('first', 'bad', 'last'));
  const bad = itemIds[1] ?? 0;
  await refuse(bad);
  const [tried, error] = await swept();
  expect(tried).toEqual(itemIds);
  expect(error).toMatch(new RegExp(`Item ${bad} .*nothing_fits`));
  expect(await due()).toEqual([]);
  later(6);
  expect(await due()).toEqual([bad]);

  await allow();
  expect(await swept()).toEqual([[bad], '']);
  const tagged = await db.rows<{ id: number }>(
    'select item_id as id from throughline.tags where relevant order by 1',
  );
  expect(tagged.map(({ id }) => id)).toEqual(itemIds);
  expect(await db.rows('select 1 from throughline.tagging_faults')).toEqual([]);
});

test('one that never can be is set aside with its cause, and tracking goes on without it', async () => {
  const { id: userId } = await addUser(db, 'Ed', 'editor');
  const { id } = await createStoryline(db, userId, 'Duties');
  const [bad = 0, good = 0] = await storeItems(db, duties('never', 'well'));
  await groupItems(desk);
  await refuse(bad);
  const end = async () => (await trackingState(db, id))?.end;

  const waits: number[] = [];
  for (let waited = 0; (await setAside()).length === 0 && waits.length < 20; waited = 0) {
    expect(await swept()).toEqual([expect.arrayContaining([bad]), expect.stringContaining(`Item ${bad}`)]);
    if ((await setAside()).length > 0) break;
    expect(await end()).toBe(bad - 1);
    while ((await due()).length === 0) {
      later(1);
      waited++;
    }
    waits.push(waited);
  }
  expect(waits).toEqual([5, 15, 45, 135]);
  expect(await setAside()).toMatchObject([
    {
      id: bad,
      title: 'A duty, never',
      stage: 'store',
      tries: 5,
      detail: expect.stringContaining('nothing_fits'),
    },
  ]);
  expect(await end()).toBe(good);
  expect(await taggingProgress(db)).toEqual({ done: 5, total: 5 });
  later(86_400 * 365);
  expect(await due()).toEqual([]);

  // Asked to, and with other rules, once more each time; meanwhile nothing waits for it.
  await retrySetAside(db);
  expect(await swept()).toEqual([[bad], expect.stringContaining(`Item ${bad}`)]);
  expect(await due()).toEqual([]);
  await setTopicEnabled(db, 'duty', true);
  expect(await end()).toBe(good);
  expect((await swept())[0]).toContain(bad);
  expect(await due()).toEqual([]);
  expect(await setAside()).toMatchObject([{ id: bad, tries: 7 }]);
  expect(await end()).toBe(good);

  // With other words it is as good as new.
  const { id: sourceId } = await addSource(db, { url: 'https://paper.example/feed', folders: [] });
  await recordCheck(db, checkOf(sourceId, [{ ...duties('never')[0], hash: 'edited' } as IncomingItem]));
  expect(await setAside()).toEqual([]);
  expect(await end()).toBe(bad - 1);
  await allow();
  expect(await swept()).toEqual([[bad], '']);
  expect(await end()).toBe(good);
});

test('one that rules cannot be applied to is told from one that cannot be stored', async () => {
  const [bad = 0, good = 0] = await storeItems(db, duties('odd', 'even'));
  const taggers: Desk['taggers'] = {
    current: async (sql) => {
      const tagger = await desk.taggers.current(sql);
      return {
        ...tagger,
        tag: (item) => {
          if (item.id === bad) throw new RangeError('Maximum call stack size exceeded');
          return tagger.tag(item);
        },
      };
    },
  };
  await expect(tagItems({ ...desk, taggers }, { itemIds: [bad, good] })).rejects.toThrow(`Item ${bad}`);
  expect(await db.rows('select item_id as id, stage, detail from throughline.tagging_faults')).toEqual([
    { id: bad, stage: 'rules', detail: 'Maximum call stack size exceeded' },
  ]);
});
