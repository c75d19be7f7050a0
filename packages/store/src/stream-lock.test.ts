import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { recordCheck } from './ingest.ts';
import { addSource, insertSources } from './sources.ts';
import { itemsToGroup } from './story-groups.ts';
import { checkOf, incomingItem, openTestDatabase, type TestDatabase } from './testing.ts';
import { gate, somebodyWaits } from './testing-races.ts';

const PAPER = 'https://paper.example/feed';
const RADIO = 'https://radio.example/feed';
const MOVED = 'https://paper.example/new-feed';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

// The embedded database has one session, in which transactions take turns: there is no race to lose.
test.skipIf(inject('databaseUrl') === null)(
  'the stream is read only when no item with a lower number can still come',
  async () => {
    const paper = await addSource(db, { url: PAPER, folders: [] });
    const radio = await addSource(db, { url: RADIO, folders: [] });
    // Takes the address to which the paper is moving, and gives it back in the end.
    const undecided = gate();
    const taken = gate();
    const rival = db.transaction(async (sql) => {
      await insertSources(sql, [{ url: MOVED, folders: [] }], 0);
      taken.open();
      await undecided.opened;
      throw new Error('given back');
    });
    await taken.opened;

    const slow = recordCheck(db, checkOf(paper.id, [incomingItem('early')], { moveTo: MOVED }));
    const quick = await somebodyWaits(db, 'transactionid').then(() =>
      recordCheck(db, checkOf(radio.id, [incomingItem('late')])),
    );
    const reading = itemsToGroup(db, 0, 10);
    await somebodyWaits(db, 'advisory').finally(() => undecided.open());
    await expect(rival).rejects.toThrow('given back');

    const [early = 0] = (await slow).newItemIds;
    const [late = 0] = quick.newItemIds;
    expect(early).toBeLessThan(late);
    expect((await reading).map(({ id }) => id)).toEqual([early, late]);
  },
);
