import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { recordCheck } from './ingest.ts';
import { addSource, sourceById } from './sources.ts';
import { checkOf, incomingItem, openTestDatabase, type TestDatabase } from './testing.ts';
import { meet } from './testing-races.ts';

const OLD = 'https://paper.example/feed';
const MOVED = 'https://paper.example/new-feed';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

// The embedded database has one session, in which transactions take turns: nobody meets.
test.skipIf(inject('databaseUrl') === null)(
  'a source that moves to an address that is just being added stays where it is, with what it brought',
  async () => {
    const { id } = await addSource(db, { url: OLD, folders: [] });
    const [added, checked] = await meet(
      db,
      (on) => addSource(on, { url: MOVED, folders: [] }),
      (on) => recordCheck(on, checkOf(id, [incomingItem('first')], { moveTo: MOVED })),
    );
    expect(added).toMatchObject({ value: { added: true } });
    expect(checked).toMatchObject({ value: { newItemIds: [expect.any(Number)] } });
    expect(await sourceById(db, id)).toMatchObject({ url: OLD, lastCheckAt: expect.any(String) });
  },
);
