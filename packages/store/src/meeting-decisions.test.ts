import { randomUUID } from 'node:crypto';
import type { Decide } from '@throughline/schema';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Database } from './database.ts';
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
    ['a', 'b', 'c'].map((key) => incomingItem(key)),
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
