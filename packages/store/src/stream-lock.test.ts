import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { recordCheck } from './ingest.ts';
import { addSource, insertSources } from './sources.ts';
import { itemsToGroup } from './story-groups.ts';
import { checkOf, incomingItem, openTestDatabase, type TestDatabase } from './testing.ts';

const PAPER = 'https://paper.example/feed';
const RADIO = 'https://radio.example/feed';
const MOVED = 'https://paper.example/new-feed';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

/** Somebody waits for a lock of this kind. */
async function until(kind: 'advisory' | 'transactionid'): Promise<void> {
  const waiting = () =>
    db.rows(
      `select 1 from pg_locks l join pg_stat_activity a using (pid)
       where a.datname = current_database() and not l.granted and l.locktype = $1`,
      [kind],
    );
  await expect.poll(waiting).toHaveLength(1);
}

function gate(): { open(): void; opened: Promise<void> } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open(), opened };
}

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
    const quick = await until('transactionid').then(() =>
      recordCheck(db, checkOf(radio.id, [incomingItem('late')])),
    );
    const reading = itemsToGroup(db, 0, 10);
    await until('advisory').finally(() => undecided.open());
    await expect(rival).rejects.toThrow('given back');

    const [early = 0] = (await slow).newItemIds;
    const [late = 0] = quick.newItemIds;
    expect(early).toBeLessThan(late);
    expect((await reading).map(({ id }) => id)).toEqual([early, late]);
  },
);
