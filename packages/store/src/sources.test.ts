import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claimAnswer, removeAnswer, storeAnswer, waitingAnswers } from './answers.ts';
import { hostLedger } from './hosts.ts';
import { importSources, lastImport } from './imports.ts';
import { recordCheck } from './ingest.ts';
import { claimItemPage, itemsDueForPage, postponeItemPage, recordPageText } from './item-pages.ts';
import { itemById } from './items.ts';
import { removeSource, updateSource } from './source-edit.ts';
import { forgetFetches } from './source-health.ts';
import { postponeSource } from './source-schedule.ts';
import {
  addSource,
  fetchHistory,
  insertSources,
  setPaused,
  sourceById,
  sourcesInTrouble,
} from './sources.ts';
import { checkOf, incomingItem, openTestDatabase, type TestDatabase } from './testing.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const T = Date.parse('2026-11-24T12:00:00.000Z');

describe('the ledger of hosts', () => {
  test('lets one in at a time, a pause after it, nobody while it is blocked, and frees what a dead worker held', async () => {
    const one = hostLedger(db);
    const other = hostLedger(db);
    expect(await one.take('h.example', T, 60_000)).toEqual({ taken: true });
    expect(await other.take('h.example', T + 10, 60_000)).toEqual({ taken: false, notBefore: T + 60_000 });
    await one.release('h.example', T + 2_000);
    expect(await other.take('h.example', T + 1_999, 60_000)).toEqual({ taken: false, notBefore: T + 2_000 });
    expect(await other.take('h.example', T + 2_000, 60_000)).toEqual({ taken: true });
    await one.block('h.example', T + 500_000);
    await other.release('h.example', T + 3_000);
    expect(await one.take('h.example', T + 4_000, 60_000)).toEqual({ taken: false, notBefore: T + 500_000 });
    expect(await one.take('h.example', T + 500_000, 60_000)).toEqual({ taken: true });
    expect(await one.take('h.example', T + 560_000, 60_000)).toEqual({ taken: true });
  });

  test('two at the same moment: one gets it', async () => {
    const turns = await Promise.all([1, 2, 3].map(() => hostLedger(db).take('same.example', T, 60_000)));
    expect(turns.filter((turn) => turn.taken)).toHaveLength(1);
  });
});

describe('health', () => {
  test('is judged with the check in the history, remembers since when, and lists who needs a hand', async () => {
    const { id } = await addSource(db, { url: 'https://ill.example/feed', folders: [] });
    const failing = (since: string) => () =>
      ({ state: 'failing', cause: { code: 'nothing' }, since, needsHand: true }) as const;
    const seen: number[] = [];
    await recordCheck(db, checkOf(id, []), (history) => {
      seen.push(history.checks.length);
      return failing('2026-11-20T00:00:00.000Z')();
    });
    expect(seen).toEqual([1]);
    await recordCheck(db, checkOf(id, []), failing('2026-11-23T00:00:00.000Z'));
    const trouble = { state: 'failing', since: '2026-11-20T00:00:00.000Z', needsHand: true };
    expect(await sourcesInTrouble(db)).toMatchObject([{ id, cause: { code: 'nothing' }, ...trouble }]);
    await recordCheck(db, checkOf(id, []));
    expect(await sourcesInTrouble(db)).toEqual([]);
    expect(await sourceById(db, id)).toMatchObject({ state: 'fine', cause: null });
  });

  test('old fetches are forgotten, the last ones of a rare source are not', async () => {
    const { id } = await addSource(db, { url: 'https://old.example/feed', folders: [] });
    await db.run(
      `insert into throughline.fetches (source_id, at, outcome, duration_ms)
       select $1, now() - interval '100 days', 'body', 1 from generate_series(1, 60)`,
      [id],
    );
    expect(await forgetFetches(db)).toBe(10);
    expect(await fetchHistory(db, id, 100)).toHaveLength(50);
  });

  test('what an older version wrote of a failure stays readable in its words', async () => {
    const { id } = await addSource(db, { url: 'https://earlier.example/feed', folders: [] });
    const said = { code: 'http', host: 'earlier.example', n: 404 } as const;
    const failed = { outcome: 'http-404', said, failure: { code: 'http-404', said, permanent: false } };
    await recordCheck(db, checkOf(id, [], failed));
    await importSources(db, { sources: [], problems: [] }, 0);
    const file = new URL('../migrations/0210-said.sql', import.meta.url);
    const statements = (await readFile(file, 'utf8')).split(/;\n(?=alter|update)/);
    await db.transaction(async (sql) => {
      await sql.run(`alter table throughline.sources alter column cause type text using 'It failed.'`);
      await sql.run('alter table throughline.fetches rename column said to message');
      await sql.run(`alter table throughline.fetches alter column message type text using 'It failed.'`);
      await sql.run(`update throughline.imports set problems = '["One.", "Two."]'`);
      for (const statement of statements) await sql.run(statement);
    });
    const told = (named: string) => ({ code: 'told', named });
    expect(await sourceById(db, id)).toMatchObject({ cause: told('It failed.') });
    expect(await fetchHistory(db, id)).toMatchObject([{ said: told('It failed.') }]);
    expect(await lastImport(db)).toMatchObject({ problems: [told('One.'), told('Two.')] });
    // The next check says it anew.
    await recordCheck(db, checkOf(id, [], failed));
    expect(await sourceById(db, id)).toMatchObject({ cause: said });
    await removeSource(db, id);
  });
});

describe('answers that wait', () => {
  test('keep their bytes, and are read in order', async () => {
    const { id: sourceId } = await addSource(db, { url: 'https://answers.example/feed', folders: [] });
    const body = Buffer.from([0, 255, 13, 10, 92, 39, 128]);
    const first = await storeAnswer(db, { sourceId, kind: 'push', head: { a: 1 }, body });
    await storeAnswer(db, { sourceId, kind: 'push', head: {}, body });
    const at = (second: number) => new Date(1_743_000_000_000 + 1_000 * second);
    expect(await waitingAnswers(db, at(0), 10)).toEqual([first]);
    const stored = await claimAnswer(db, first, at(0), at(60));
    expect(stored).toMatchObject({ sourceId, kind: 'push', head: { a: 1 }, tries: 1 });
    // Nobody else reads it meanwhile, nor what came after it.
    expect(await claimAnswer(db, first, at(59), at(120))).toBeNull();
    expect(await waitingAnswers(db, at(59), 10)).toEqual([]);
    expect(await waitingAnswers(db, at(60), 10)).toEqual([first]);
    expect(Buffer.compare(stored?.body ?? Buffer.alloc(0), body)).toBe(0);
    await removeAnswer(db, first);
    expect(await waitingAnswers(db, at(0), 10)).toEqual([first + 1]);
    await removeAnswer(db, first + 1);
  });
});

describe('whole texts', () => {
  test('a page is a revision of its own, and no edit of the publisher', async () => {
    const { id } = await addSource(db, { url: 'https://teaser.example/feed', folders: [] });
    const at = new Date().toISOString();
    const { newItemIds } = await recordCheck(db, checkOf(id, [incomingItem('t')], { at }));
    const itemId = newItemIds[0] ?? 0;
    const now = new Date();
    const until = new Date(now.getTime() + 300_000);
    expect(await itemsDueForPage(db, now, 10)).toEqual([]);
    await updateSource(db, id, { fullText: true });
    expect(await itemsDueForPage(db, now, 10)).toEqual([itemId]);
    const claimed = await claimItemPage(db, itemId, now, until);
    expect(claimed).toMatchObject({ text: 'Words', tries: 1, url: 'https://paper.example/t' });
    expect(await claimItemPage(db, itemId, now, until)).toBeNull();
    await postponeItemPage(db, itemId, now);
    expect(await claimItemPage(db, itemId, now, until)).toMatchObject({ tries: 1 });
    const page = {
      itemId,
      revisionId: claimed?.revisionId ?? 0,
      at: now,
      url: 'https://paper.example/t?page',
      contentHtml: '<p>All the words</p>',
      contentText: 'All the words',
    };
    expect(await recordPageText(db, page)).toBe(true);
    expect(await recordPageText(db, page)).toBe(false);
    const item = await itemById(db, itemId);
    expect(item).toMatchObject({
      revisions: 1,
      revision: { contentText: 'All the words', pageUrl: page.url },
    });
    expect(item?.earlier).toMatchObject([{ contentText: 'Words', pageUrl: null }]);
    // The feed says the same as before: no edit. Then it is edited: its page is due again.
    await recordCheck(db, checkOf(id, [incomingItem('t')]));
    expect((await itemById(db, itemId))?.revision.pageUrl).toBe(page.url);
    expect(await itemsDueForPage(db, now, 10)).toEqual([]);
    await recordCheck(db, checkOf(id, [incomingItem('t', { hash: 'other' })]));
    expect(await itemById(db, itemId)).toMatchObject({ revisions: 2, revision: { pageUrl: null } });
    expect(await itemsDueForPage(db, now, 10)).toEqual([itemId]);
  });
});

describe('an import', () => {
  test('spreads the first checks, and says how far they have come', async () => {
    const sources = Array.from({ length: 100 }, (_, index) => ({
      url: `https://s${index}.example/feed`,
      folders: ['In'],
    }));
    await importSources(
      db,
      {
        sources: [...sources, { url: 'https://ill.example/feed', folders: [] }],
        problems: [{ code: 'list_empty' }],
      },
      200,
    );
    const start = {
      added: 100,
      alreadyThere: 1,
      problems: [{ code: 'list_empty' }],
      read: 0,
      failed: 0,
      removed: 0,
    };
    expect(await lastImport(db)).toMatchObject(start);
    const due = await db.row<{ n: number }>(
      "select count(*) as n from throughline.sources where url like 'https://s%.example/feed' and next_check_at <= (select min(next_check_at) from throughline.sources where url like 'https://s%.example/feed') + interval '20 seconds'",
    );
    expect(due?.n).toBeLessThanOrEqual(12);
    const ids = await db.rows<{ id: number }>(
      "select id from throughline.sources where url like 'https://s_.example/feed' order by id",
    );
    for (const { id } of ids.slice(0, 3)) await recordCheck(db, checkOf(id, []));
    expect(await lastImport(db)).toMatchObject({ read: 3 });
  });
});

test('many sources are added in a handful of queries: the first of an address counts, removed ones come back', async () => {
  const many = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) => ({
      url: `https://many.example/${from + i}`,
      title: `Feed ${from + i}`,
      publisher: (from + i) % 2 === 0 ? 'Even Press' : 'even press',
      folders: ['World', 'قارات'],
    }));
  const { id: known } = await addSource(db, { url: 'https://many.example/1', folders: [] });
  const { id: gone } = await addSource(db, { url: 'https://many.example/2', folders: [] });
  await removeSource(db, gone);
  let queries = 0;
  const added = await db.transaction((sql) => {
    const counted =
      <A extends unknown[], R>(ask: (...args: A) => R) =>
      (...args: A): R => {
        queries++;
        return ask(...args);
      };
    const counting = { rows: counted(sql.rows), row: counted(sql.row), run: counted(sql.run) } as typeof sql;
    const again = { url: 'https://many.example/7', title: 'Twice', folders: [] };
    return insertSources(counting, [...many(1, 300), again], 600);
  });
  expect(queries).toBeLessThan(10);
  expect(added).toHaveLength(299);
  expect(added).not.toContain(known);
  expect(added[0]).toBe(gone);
  expect(await sourceById(db, added[5] ?? 0)).toMatchObject({
    url: 'https://many.example/7',
    title: 'Feed 7',
    folders: ['World', 'قارات'],
    publisher: { name: expect.stringMatching(/^even press$/i) },
  });
  const publishers = await db.rows("select 1 from throughline.publishers where lower(name) = 'even press'");
  expect(publishers).toHaveLength(1);
});

test('who pauses a source while its host has no room for it ends the waiting, too', async () => {
  const { id } = await addSource(db, { url: 'https://waits.example/feed', folders: [] });
  await setPaused(db, id, true);
  await postponeSource(db, id, new Date());
  expect(await sourceById(db, id)).toMatchObject({ state: 'paused', nextCheckAt: null });
});

test('a source whose host asked for a pause says when it is asked again, and why', async () => {
  const { id } = await addSource(db, { url: 'https://paused.example:8443/feed', folders: [] });
  expect((await sourceById(db, id))?.nextBecause).toBeNull();
  const until = Math.floor(Date.now() / 1000) * 1000 + 3_600_000;
  await hostLedger(db).block('paused.example', until);
  expect(await sourceById(db, id)).toMatchObject({
    nextCheckAt: new Date(until).toISOString(),
    nextBecause: 'retry-after',
  });
});
