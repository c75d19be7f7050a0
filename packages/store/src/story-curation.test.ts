import { randomUUID } from 'node:crypto';
import type { StoryConstraint } from '@throughline/schema';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readAudit } from './audit.ts';
import { storiesToDescribe, storyReports } from './stories.ts';
import { curateStories, undoStoryCommand } from './story-curation.ts';
import { storyConstraints } from './story-groups.ts';
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
    ['a', 'b', 'c', 'd'].map((key) => incomingItem(key)),
  );
  userId = (await addUser(db, 'Curator', 'curator')).id;
});
afterAll(() => db.close());

/** Nothing was decided yet: a and b are story x, c and d are story y. */
beforeEach(async () => {
  await db.run('delete from throughline.story_constraints');
  await regroup('x', 'x', 'y', 'y');
});

/** The machine starts over, and comes to these stories for the items. */
async function regroup(...stories: string[]) {
  await restartGrouping(db, null);
  await group(
    db,
    stories.map((story, item) => placement(id(item), story)),
  );
}

const id = (item: number) => ids[item] ?? 0;
const letter = (item: string) => 'abcd'[ids.indexOf(Number(item))] ?? item;
const members = async (story: string) =>
  (await storyReports(db, story)).map((report) => letter(String(report.id))).join('');
const words = (decision: StoryConstraint) =>
  decision.kind === 'rename'
    ? `${letter(decision.item)} is ${decision.headline}`
    : `${letter(decision.a)} ${decision.kind === 'must-link' ? 'with' : 'without'} ${letter(decision.b)}`;
/** What later runs of the grouping obey. */
const inForce = async () => (await storyConstraints(db)).map(words);

const merge = (into: string, from: string, commandId = randomUUID()) =>
  curateStories(db, userId, { kind: 'merge', commandId, into, from });
const split = (story: string, items: number[], commandId = randomUUID()) =>
  curateStories(db, userId, { kind: 'split', commandId, story, itemIds: items.map(id) });
const move = (item: number, to: string, commandId = randomUUID()) =>
  curateStories(db, userId, { kind: 'move', commandId, itemId: id(item), to });
const undo = (commandId: string) => undoStoryCommand(db, userId, commandId);

test('a split ends the merge that it contradicts; taken back, the merge holds again', async () => {
  await merge('x', 'y');
  expect(await inForce()).toEqual(['a with c']);
  const commandId = randomUUID();
  const part = await split('x', [2, 3], commandId);
  expect([await members('x'), await members(part)]).toEqual(['ab', 'cd']);
  expect(await inForce()).toEqual(['c with d', 'a without c', 'b without c']);
  expect(await undo(commandId)).toBe(true);
  expect([await members('x'), await inForce()]).toEqual(['abcd', ['a with c']]);
});

test('a merge ends all that kept the two stories apart', async () => {
  const part = await split('y', [3]);
  await move(1, part);
  expect(await inForce()).toEqual(['c without d', 'a without b', 'd with b']);
  await merge('x', part);
  expect(await inForce()).toEqual(['c without d', 'd with b', 'a with b']);
});

test('a report that is moved there and back is bound to where it is now alone', async () => {
  await move(0, 'y');
  expect(await inForce()).toEqual(['b without a', 'c with a']);
  await move(0, 'x');
  expect([await members('x'), await members('y')]).toEqual(['ab', 'cd']);
  expect(await inForce()).toEqual(['c without a', 'd without a', 'b with a']);
});

test('what a decision ended does not come back when both were taken back', async () => {
  const [first, second] = [randomUUID(), randomUUID()];
  await merge('x', 'y', first);
  await split('x', [2, 3], second);
  await undo(first);
  await undo(second);
  expect(await inForce()).toEqual([]);
});

test('a merge can be taken back after everything was grouped anew', async () => {
  const commandId = randomUUID();
  await merge('x', 'y', commandId);
  await regroup('x', 'x', 'x', 'x');
  expect(await undo(commandId)).toBe(true);
  expect([await members('x'), await members('y'), await inForce()]).toEqual(['ab', 'cd', []]);
});

test('a merge taken back before its reports are grouped anew leaves no empty story behind', async () => {
  const commandId = randomUUID();
  await merge('x', 'y', commandId);
  await restartGrouping(db, null);
  expect(await undo(commandId)).toBe(true);
  expect(await db.rows('select id from throughline.stories')).toEqual([]);
});

test('a name that is taken back has its story described again, wherever its report is by now', async () => {
  const commandId = randomUUID();
  await curateStories(db, userId, { kind: 'rename', commandId, story: 'x', headline: 'Ours' });
  await regroup('z', 'x', 'y', 'y');
  await db.run('update throughline.stories set described = changes');
  expect(await undo(commandId)).toBe(true);
  const due = await storiesToDescribe(db, 10);
  expect(due.map(({ id: story, name }) => [story, name])).toEqual([
    ['x', null],
    ['z', null],
  ]);
  const [last] = (await readAudit(db, {}, { everything: true, limit: 1 })).rows;
  expect(last).toMatchObject({ action: 'undo', objectId: 'x' });
});

test('a story is not merged into itself, nor a report moved to where it is', async () => {
  await expect(merge('x', 'x')).rejects.toThrow('two stories');
  await expect(move(0, 'x')).rejects.toThrow('in this story already');
  expect([await members('x'), await inForce()]).toEqual(['ab', []]);
  expect(await db.row('select merged_into from throughline.stories where id = $1', ['x'])).toEqual({
    merged_into: null,
  });
});
