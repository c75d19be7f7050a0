import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from './database.ts';
import { openEmbedded } from './embedded.ts';
import { recordCheck } from './ingest.ts';
import { itemById } from './items.ts';
import { addSource, sourceById } from './sources.ts';
import { createStoryline } from './storylines.ts';
import { checkOf, incomingItem, openTestDatabase, type TestDatabase } from './testing.ts';
import { addUser } from './users.ts';

let db: TestDatabase;
let sourceId: number;
beforeAll(async () => {
  db = await openTestDatabase();
  sourceId = (await addSource(db, { url: 'https://hostile.example/feed', folders: [] })).id;
});
afterAll(() => db.close());

test('NUL and halves of surrogate pairs keep nothing from being stored', async () => {
  const hostile = incomingItem('k\0', {
    title: 'a\0b',
    summary: '\ud83d and 😀',
    contentText: 'x\udc00y',
    categories: ['c\0'],
    authors: [{ name: 'n\ud800', url: null, email: null }],
    guid: '\0',
  });
  const twin = incomingItem('k\ud800', { title: 'The same key, once it is stored' });
  const { newItemIds } = await recordCheck(
    db,
    checkOf(sourceId, [hostile, incomingItem('fine'), twin], {
      said: { code: 'told', named: '\0' },
      failure: { code: 'http-500', said: { code: 'told', named: '\0' }, permanent: false },
      feed: { title: 'T\0', siteUrl: '\0', language: '\ud800' },
      validators: { etag: '\0', lastModified: null, bodyHash: null },
      nextBecause: '\0',
    }),
  );
  expect(newItemIds).toHaveLength(2);
  expect((await sourceById(db, sourceId))?.title).toBe('T\ufffd');
  const again = incomingItem('k\0', { title: 'a\0b', summary: '\ud83d and 😀', hash: 'other' });
  expect((await recordCheck(db, checkOf(sourceId, [again]))).changedItemIds).toHaveLength(1);
  const item = await itemById(db, newItemIds[0] ?? 0);
  expect([item?.title, item?.summary]).toEqual(['a\ufffdb', '\ufffd and 😀']);
});

test('a summary of megabytes is stored, and found by its first words', async () => {
  const words = Array.from({ length: 300_000 }, (_, n) => `w${n.toString(36)}`).join(' ');
  const long = incomingItem('long', { summary: words });
  const { newItemIds } = await recordCheck(db, checkOf(sourceId, [long]));
  expect((await itemById(db, newItemIds[0] ?? 0))?.revision.summary).toHaveLength(words.length);
  const edited = await recordCheck(db, checkOf(sourceId, [{ ...long, hash: 'edited' }]));
  expect(edited.changedItemIds).toEqual(newItemIds);
});

test('an item that changes at every check keeps its first, its cited and its last revisions', async () => {
  const change = (hash: string) => recordCheck(db, checkOf(sourceId, [incomingItem('restless', { hash })]));
  const [id = 0] = (await change('0')).newItemIds;
  for (let n = 1; n < 5; n++) await change(String(n));
  const user = await addUser(db, 'Curator', 'admin');
  const storyline = await createStoryline(db, user.id, 'Cited');
  await db.run(
    `insert into throughline.citations (storyline_id, item_id, revision_id, exact, start_offset, end_offset)
     select $1, $2, id, 'Words', 0, 5 from throughline.revisions where item_id = $2 and number = 3`,
    [storyline.id, id],
  );
  for (let n = 5; n < 110; n++) await change(String(n));
  const item = await itemById(db, id);
  expect(item?.revisions).toBe(110);
  expect(item?.earlier.map((revision) => revision.number).slice(-4)).toEqual([12, 11, 3, 1]);
});

test('a long list that breaks off in the middle loses nothing and doubles nothing', async () => {
  const { id } = await addSource(db, { url: 'https://long.example/feed', folders: [] });
  const items = Array.from({ length: 1_200 }, (_, n) => incomingItem(`n${n}`));
  const check = checkOf(id, items, { validators: { etag: '"1"', lastModified: null, bodyHash: 'h' } });
  const validators = () => db.row('select etag, body_hash from throughline.sources where id = $1', [id]);
  const stored = async () =>
    (await db.row<{ n: number }>('select count(*) as n from throughline.items where source_id = $1', [id]))
      ?.n;

  let transactions = 0;
  const dying: Database = {
    ...db,
    // As a process that is killed in its third transaction: what it wrote there is rolled back.
    transaction: (work) =>
      db.transaction(async (sql) => {
        const result = await work(sql);
        if (++transactions > 2) throw new Error('killed');
        return result;
      }),
  };
  await expect(recordCheck(dying, check)).rejects.toThrow('killed');
  expect(await stored()).toBe(1_000);
  expect(await validators()).toEqual({ etag: null, body_hash: null });

  const { newItemIds } = await recordCheck(db, check);
  expect(newItemIds).toHaveLength(200);
  expect(await stored()).toBe(1_200);
  expect(await validators()).toEqual({ etag: '"1"', body_hash: 'h' });
  const order = await db.rows<{ key: string }>(
    'select key from throughline.items where source_id = $1 order by id',
    [id],
  );
  expect(order.map(({ key }) => key)).toEqual(items.map(({ key }) => key));
});

test('between the parts of a long list others have their turn', async () => {
  const { id } = await addSource(db, { url: 'https://longer.example/feed', folders: [] });
  const seen: number[] = [];
  let done = false;
  const watch = async () => {
    while (!done) {
      const row = await db.row<{ n: number }>(
        'select count(*) as n from throughline.items where source_id = $1',
        [id],
      );
      seen.push(row?.n ?? 0);
    }
  };
  const watching = watch();
  const large = 'x'.repeat(400_000);
  await recordCheck(
    db,
    checkOf(
      id,
      Array.from({ length: 30 }, (_, n) => incomingItem(`l${n}`, { contentText: large })),
    ),
  );
  done = true;
  await watching;
  expect(new Set(seen).size).toBeGreaterThan(2);
});

test('nobody but its owner can enter the directory of an embedded database', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'throughline-modes-'));
  const server = await openEmbedded(directory, { port: 0 });
  await server.close();
  expect((await stat(join(directory, 'pglite'))).mode & 0o777).toBe(0o700);
  await rm(directory, { recursive: true });
});
