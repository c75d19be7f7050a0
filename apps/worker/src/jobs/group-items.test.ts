import { randomUUID } from 'node:crypto';
import type { StoryCommand } from '@throughline/schema';
import {
  addSource,
  addUser,
  curateStories,
  isGroupingDue,
  livingStory,
  recordCheck,
  storyReports,
  undoStoryCommand,
} from '@throughline/store';
import { checkOf, incomingItem, openTestDatabase, type TestDatabase } from '@throughline/store/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Desk } from '../desk.ts';
import { localDesk } from '../testing/local-desk.ts';
import { groupItems } from './group-items.ts';

let db: TestDatabase;
let desk: Desk;
let userId = 0;
let sourceId = 0;

beforeAll(async () => {
  db = await openTestDatabase();
  userId = (await addUser(db, 'Ed', 'editor')).id;
  sourceId = (await addSource(db, { url: 'https://paper.example/feed', folders: [] })).id;
  desk = localDesk(db, '127.0.0.1:1');
});
afterAll(async () => {
  await desk.client.close();
  await db.close();
});

const at = new Date().toISOString();

/** Reports that have nothing in common come in. @returns their ids */
async function arrive(...titles: string[]): Promise<number[]> {
  const items = titles.map((title) =>
    incomingItem(title, { title, summary: '', contentText: '', contentHtml: '', publishedAt: at }),
  );
  return (await recordCheck(db, checkOf(sourceId, items, { at }))).newItemIds;
}

const curate = (command: StoryCommand) => curateStories(db, userId, command);
const itemsOf = async (story: string) => (await storyReports(db, story)).map(({ id }) => id);
const storyOf = async (item: number) =>
  (
    await db.row<{ id: string }>('select story_id as id from throughline.story_members where item_id = $1', [
      item,
    ])
  )?.id ?? '';
const headlineOf = async (story: string) =>
  (await db.row<{ headline: string }>('select headline from throughline.stories where id = $1', [story]))
    ?.headline;

test('a desk whose curators change their mind goes on grouping, also with what an older version kept', async () => {
  const [flood = 0, rate = 0, cup = 0] = await arrive(
    'Flood in Larkana displaces families',
    'Norway holds key rate',
    'Kenya wins the hockey cup',
  );
  await groupItems(desk);
  const [into, from, third] = [await storyOf(flood), await storyOf(rate), await storyOf(cup)];
  expect(new Set([into, from, third]).size).toBe(3);

  await curate({ kind: 'merge', commandId: randomUUID(), into, from });
  await groupItems(desk);
  const part = await curate({ kind: 'split', commandId: randomUUID(), story: into, itemIds: [rate] });
  await curate({ kind: 'move', commandId: randomUUID(), itemId: rate, to: third });
  await curate({ kind: 'move', commandId: randomUUID(), itemId: cup, to: into });
  await curate({ kind: 'move', commandId: randomUUID(), itemId: cup, to: third });
  // Older versions let every decision stand.
  await db.run('update throughline.story_constraints set released_at = null');
  const [late = 0] = await arrive('Museum of clocks opens in Bern');
  await groupItems(desk);

  expect(await isGroupingDue(db)).toBe(false);
  expect(part).not.toBe('');
  expect(await itemsOf(into)).toEqual([flood]);
  expect(await itemsOf(third)).toEqual([rate, cup]);
  expect(await itemsOf(await storyOf(late))).toEqual([late]);
});

test('a name that is taken back gives way to the headline of the reports', async () => {
  const [item = 0] = await arrive('Volcano wakes on Iceland');
  await groupItems(desk);
  const [story, commandId] = [await storyOf(item), randomUUID()];
  await curate({ kind: 'rename', commandId, story, headline: 'Our words' });
  await groupItems(desk);
  expect(await headlineOf(story)).toBe('Our words');
  await undoStoryCommand(db, userId, commandId);
  await groupItems(desk);
  expect(await headlineOf((await livingStory(db, story)) ?? '')).toBe('Volcano wakes on Iceland');
});

test('a batch that could not be stored is grouped again as if for the first time', async () => {
  const report = { title: 'Bridge over the Kunar opens', summary: '', contentHtml: '', publishedAt: at };
  const contentText =
    'The bridge over the Kunar opened on Monday, three years after the flood took the old one.';
  const { newItemIds } = await recordCheck(
    db,
    checkOf(sourceId, [incomingItem('kunar-1', { ...report, contentText })], { at }),
  );
  await groupItems(desk);
  const [copy = 0] = (
    await recordCheck(db, checkOf(sourceId, [incomingItem('kunar-2', { ...report, contentText })], { at }))
  ).newItemIds;
  await db.run('alter table throughline.story_members add constraint no_room check (false) not valid');
  await expect(groupItems(desk)).rejects.toThrow('no_room');
  await db.run('alter table throughline.story_members drop constraint no_room');
  await groupItems(desk);
  const story = await storyOf(newItemIds[0] ?? 0);
  const [, second] = await storyReports(db, story);
  expect(second).toMatchObject({ id: copy, duplicateOf: newItemIds[0] });
});

test('the grouping stays with one worker, until it leaves or falls silent', async () => {
  const others = [localDesk(db, '127.0.0.1:1'), localDesk(db, '127.0.0.1:1')] as const;
  await groupItems(desk);
  const [first = 0] = await arrive('Ferry line to Gwadar begins');
  await groupItems(others[0]);
  expect(await storyOf(first)).toBe('');
  await groupItems(desk);
  expect(await storyOf(first)).not.toBe('');

  await desk.grouper.leave(db);
  const [second = 0] = await arrive('Library of Lagos is painted blue');
  await groupItems(others[0]);
  expect(await storyOf(second)).not.toBe('');
  const [third = 0] = await arrive('Astronomers name a comet');
  const silent = "update throughline.story_cursor set owned_until = now() - interval '1 second'";
  await db.run(silent);
  await others[0].grouper.keep(db);
  await groupItems(others[1]);
  expect(await storyOf(third)).toBe('');
  await db.run(silent);
  await groupItems(others[1]);
  expect(await storyOf(third)).not.toBe('');
  for (const other of others) await other.client.close();
});
