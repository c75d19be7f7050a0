import { randomUUID } from 'node:crypto';
import type { Decide } from '@throughline/schema';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Database } from './database.ts';
import { curateStories } from './story-curation.ts';
import { recordGrouping, storyConstraints, storyCursor } from './story-groups.ts';
import { restartGrouping } from './story-rebuilds.ts';
import { incomingItem, openTestDatabase, storeItems, type TestDatabase } from './testing.ts';
import { meet } from './testing-races.ts';
import { addUser } from './users.ts';
import { decide, undoDecision } from './verdicts.ts';

let db: TestDatabase;
let ids: number[];
let ana: number;
let ben: number;

beforeAll(async () => {
  db = await openTestDatabase();
  ids = await storeItems(
    db,
    ['a', 'b', 'c', 'd', 'e'].map((key) => incomingItem(key)),
  );
  ana = (await addUser(db, 'Ana', 'curator')).id;
  ben = (await addUser(db, 'Ben', 'curator')).id;
});
afterAll(() => db.close());

const verdict = (itemId: number, value: Decide['value'], over: Partial<Decide> = {}) => {
  const command: Decide = { commandId: randomUUID(), itemIds: [itemId], topic: null, value, ...over };
  return { command, by: (userId: number) => (on: Database) => decide(on, userId, command) };
};
const standing = (itemId: number) =>
  db.rows(
    `select u.name as by, c.value from throughline.current_verdicts c join throughline.users u on u.id = c.user_id
     where c.item_id = $1`,
    [itemId],
  );

// The embedded database has one session, in which transactions take turns: nobody meets.
const onServer = test.skipIf(inject('databaseUrl') === null);

onServer('of two first verdicts at once the later is told of the earlier, which stays', async () => {
  const [itemId = 0] = ids;
  const outcome = await meet(
    db,
    verdict(itemId, 'relevant', { seen: [null] }).by(ana),
    verdict(itemId, 'not_relevant', { seen: [null] }).by(ben),
  );
  expect(outcome).toMatchObject([
    { value: { changed: 1, conflicts: [] } },
    { value: { changed: 0, conflicts: [{ itemId, by: 'Ana', value: 'relevant' }] } },
  ]);
  expect(await standing(itemId)).toEqual([{ by: 'Ana', value: 'relevant' }]);
});

onServer('a verdict is not undone over one that somebody gave at that moment', async () => {
  const [, itemId = 0] = ids;
  const first = verdict(itemId, 'relevant');
  await first.by(ana)(db);
  const outcome = await meet(db, verdict(itemId, 'not_relevant').by(ben), (on) =>
    undoDecision(on, ana, randomUUID(), first.command.commandId),
  );
  expect(outcome).toMatchObject([{ value: { changed: 1 } }, { value: 0 }]);
  expect(await standing(itemId)).toEqual([{ by: 'Ben', value: 'not_relevant' }]);
});

/** The machine starts over, and comes to these stories for the items. */
async function regroup(...stories: string[]) {
  await restartGrouping(db, null);
  await recordGrouping(db, groupingOf(await storyCursor(db), stories));
}

const groupingOf = (
  from: Awaited<ReturnType<typeof storyCursor>>,
  stories: readonly string[],
  after = 0,
) => ({
  from,
  position: ids[after + stories.length - 1] ?? 0,
  placements: stories.map((story, n) => ({
    itemId: ids[after + n] ?? 0,
    story,
    relation: 'independent' as const,
    duplicateOf: null,
    updateOf: null,
    likeness: 1,
    reasons: [{ kind: 'first' as const }],
  })),
  events: [],
});
const stands = () =>
  db.rows(
    'select story_id as story, count(*)::int as reports from throughline.story_members group by 1 order by 1',
  );
const merge = (into: string, from: string) => (on: Database) =>
  curateStories(on, ana, { kind: 'merge', commandId: randomUUID(), into, from });
const split =
  (story: string, ...items: number[]) =>
  (on: Database) =>
    curateStories(on, ben, {
      kind: 'split',
      commandId: randomUUID(),
      story,
      itemIds: items.map((n) => ids[n] ?? 0),
    });

onServer('a story is not split while it is merged: the later decision is refused', async () => {
  await regroup('x', 'x', 'y', 'y', 'y');
  const outcome = await meet(db, merge('x', 'y'), split('y', 3, 4));
  expect(outcome).toMatchObject([
    { value: 'x' },
    { status: 'rejected', reason: { message: 'This story is not there any more.' } },
  ]);
  expect(await stands()).toEqual([{ story: 'x', reports: 5 }]);
  expect(await storyConstraints(db)).toMatchObject([{ kind: 'must-link' }]);
});

onServer('of two splits of one story the later is refused where it names what has left', async () => {
  await regroup('x', 'x', 'y', 'y', 'y');
  const outcome = await meet(db, split('y', 2), split('y', 2, 3));
  expect(outcome).toMatchObject([
    { status: 'fulfilled' },
    { status: 'rejected', reason: { message: 'Some of these reports are in another story by now.' } },
  ]);
  expect(await stands()).toMatchObject([{ reports: 1 }, { reports: 2 }, { reports: 2 }]);
});

onServer(
  'a merge takes along what the grouping adds at that moment, and leaves no report behind',
  async () => {
    await regroup('x', 'x', 'y', 'y');
    const from = await storyCursor(db);
    const outcome = await meet(db, (on) => recordGrouping(on, groupingOf(from, ['y'], 4)), merge('x', 'y'));
    expect(outcome).toMatchObject([{ value: true }, { value: 'x' }]);
    expect(await stands()).toEqual([{ story: 'x', reports: 5 }]);
  },
);
