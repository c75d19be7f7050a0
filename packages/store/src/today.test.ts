import { afterAll, beforeAll, expect, test } from 'vitest';
import { largestStories } from './stories.ts';
import { openTestDatabase, type TestDatabase } from './testing.ts';
import { lastSitting, lookAtToday } from './today.ts';
import { addUser } from './users.ts';

let db: TestDatabase;
let userId: number;

beforeAll(async () => {
  db = await openTestDatabase();
  userId = (await addUser(db, 'Curator', 'curator')).id;
});
afterAll(() => db.close());

/** Lets time pass for what is remembered of looks. */
const later = (minutes: number) =>
  db.run(
    `update throughline.today_looks set at = at - make_interval(mins => $1),
       before_at = before_at - make_interval(mins => $1)`,
    [minutes],
  );
const minutesAgo = async () => Math.round((Date.now() - Date.parse(await lastSitting(db, userId))) / 60_000);

test('what is new counts from the end of the last sitting, however often it is looked at within one', async () => {
  expect(await minutesAgo()).toBe(24 * 60);
  await lookAtToday(db, userId);
  expect(await minutesAgo()).toBe(24 * 60);
  await later(20);
  await lookAtToday(db, userId);
  await later(600);
  await lookAtToday(db, userId);
  expect(await minutesAgo()).toBe(600);
  await later(10);
  await lookAtToday(db, userId);
  expect(await minutesAgo()).toBe(610);
});

test('the largest stories are those that most newsrooms reported by themselves, and that moved since', async () => {
  await db.run(
    `insert into throughline.stories (id, headline, first_at, last_at, reports, independent)
     select name, name, '2025-03-01', at::timestamptz, reports, independent
     from (values ('copies', '2025-04-03', 9, 1), ('many', '2025-04-02', 5, 4), ('some', '2025-04-03', 4, 2),
       ('old', '2025-03-03', 20, 20), ('one', '2025-04-03', 1, 1)) as story (name, at, reports, independent)`,
  );
  const largest = await largestStories(db, '2025-04-01T00:00:00Z', 3);
  expect(largest.map(({ id }) => id)).toEqual(['many', 'some', 'copies']);
});
