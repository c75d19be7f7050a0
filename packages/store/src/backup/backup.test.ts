import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordCheck } from '../ingest.ts';
import { applyMigrations, migrate, migrationFiles } from '../migrate.ts';
import { addSource } from '../sources.ts';
import { addSection, citableRevision, cite, createStoryline } from '../storylines.ts';
import { checkOf, incomingItem, openTestDatabase, type TestDatabase } from '../testing.ts';
import { addUser } from '../users.ts';
import { decide } from '../verdicts.ts';
import { type BackupClient, directoryClient, serverClient } from './client.ts';
import { restoreBackup } from './restore.ts';
import { quoted, tablesOf, writeBackup } from './write.ts';

let db: TestDatabase;
let target: BackupClient;
let lines: string[];

beforeAll(async () => {
  db = await openTestDatabase();
  await fill();
  const client = await serverClient(db.url);
  lines = await backUp(client).finally(() => client.close());
  target = await directoryClient(null);
});
afterAll(async () => {
  await target.close();
  await db.close();
});

/** A desk with a bit of everything, and values that are easily lost on the way. */
async function fill(): Promise<void> {
  const userId = (await addUser(db, 'Nadia "N" O’Hara\\', 'editor')).id;
  const { id: sourceId } = await addSource(db, {
    url: 'https://paper.example/feed',
    folders: ['a,b', '"c"'],
  });
  const { newItemIds } = await recordCheck(
    db,
    checkOf(sourceId, [
      incomingItem('plain'),
      incomingItem('odd', {
        title: 'خبر\u2028 line\r\n"quoted" \\N {a,b} 🗞',
        contentHtml: null,
        categories: ['', '{}'],
      }),
    ]),
  );
  const [itemId = 0] = newItemIds;
  await decide(db, userId, { commandId: randomUUID(), itemIds: [itemId], topic: null, value: 'relevant' });
  const { id } = await createStoryline(db, userId, 'Duties');
  const { sections } = await addSection(db, userId, { id, title: 'One' });
  const revision = await citableRevision(db, itemId);
  if (revision === null) throw new Error('not citable');
  const quote = { exact: 'Words', prefix: '', suffix: '', start: 0, end: 5 };
  await cite(db, userId, { sectionId: sections[0]?.id ?? 0, revision, quote }, (blocks) => blocks);
  await db.run(
    `insert into throughline.settings values ('odd', 'null'), ('deep', '{"a": [1e400, 0.1, "\\n"]}')`,
  );
  await db.run(
    `insert into throughline.hosts (host, held_until) values ('paper.example', '2026-01-01 00:00:00.123456+00')`,
  );
  await db.run(
    `insert into throughline.answers (source_id, kind, head, body) values ($1, 'push', '{}', '\\x00ff0a0d')`,
    [sourceId],
  );
  await db.run('update throughline.items set top_score = 0.1::real, search = $1::tsvector where id = $2', [
    `'it''s':1A,2 'b':3`,
    itemId,
  ]);
}

async function backUp(client: BackupClient): Promise<string[]> {
  const texts: string[] = [];
  await writeBackup(client, { version: '1.2.3', at: new Date() }, async (text) => {
    texts.push(text);
  });
  return texts.join('').split('\n').filter(Boolean);
}

async function* each(some: readonly string[]): AsyncGenerator<string> {
  yield* some;
}

type Rows = Record<string, string[]>;
async function rowsOf(client: { rows<Row>(sql: string): Promise<Row[]> }): Promise<Rows> {
  const all: Rows = {};
  for (const { name, columns } of await tablesOf(client as BackupClient)) {
    const values = columns.map((column) => `${quoted(column.name)}::text`).sort();
    const rows = await client.rows<{ row: string }>(
      `select concat_ws('|', ${values.map((value) => `coalesce(${value}, '∅')`).join(', ')}) as row
       from throughline.${quoted(name)} order by 1`,
    );
    all[name] = rows.map((one) => one.row);
  }
  return all;
}

const left = async () =>
  (
    await target.rows<{ n: string }>(
      `select count(*)::text as n from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'throughline'`,
    )
  )[0]?.n;

const change = (line: string, from: string, to: string) => {
  expect(line).toContain(from);
  return line.replace(from, to);
};
const at = (letter: string) => lines.findIndex((line) => line.startsWith(letter));

test.each<[string, () => string[], RegExp]>([
  ['another file', () => ['Dear Sir,'], /not a backup/],
  ['an empty file', () => [], /not a backup/],
  ['one cut off between lines', () => lines.slice(0, -1), /damaged: it ends too early/],
  ['one cut off in the rows', () => lines.slice(0, at('R') + 1), /damaged: it ends too early/],
  [
    'one with another word in it',
    () =>
      lines.map((line) =>
        line.includes('Title of plain') ? change(line, 'Title of plain', 'Title of plaim') : line,
      ),
    /damaged: its checksum is another/,
  ],
  ['one without a row', () => lines.toSpliced(at('R'), 1), /damaged: its checksum/],
  [
    'one with a strange column',
    () => lines.with(at('T'), change(lines[at('T')] ?? '', '"name":"id"', '"name":"id) select 1; --"')),
    /damaged: it names/,
  ],
  [
    'one of a newer schema',
    () => lines.with(0, change(lines[0] ?? '', '"0001-desk.sql"', '"0001-desk.sql","9999-later.sql"')),
    /made by a newer version of Throughline \(1\.2\.3\)/,
  ],
])('%s is refused with a sentence, and leaves nothing', async (_name, damaged, sentence) => {
  await expect(restoreBackup(target, each(damaged()))).rejects.toThrow(sentence);
  expect(await left()).toBe('0');
});

test('a desk comes back row by row, goes on where it was, and is not written over', async () => {
  const { rows } = await restoreBackup(target, each(lines));
  expect(rows).toMatchObject({ items: 2, storylines: 1, citations: 1 });
  const there = await rowsOf(target);
  expect(Object.keys(there).length).toBeGreaterThan(40);
  expect(there).toEqual(await rowsOf(db as unknown as BackupClient));

  // Triggers, keys and sequences are what they were.
  await expect(target.exec('delete from throughline.audit')).rejects.toThrow(/append-only/);
  await expect(target.exec('delete from throughline.sources')).rejects.toThrow(/foreign key/);
  const constraints = `select count(*)::text as n from pg_constraint c join pg_namespace n on n.oid = c.connamespace
    where n.nspname = 'throughline' and contype = 'f' and convalidated`;
  expect(await target.rows(constraints)).toEqual(await db.rows(constraints));
  await target.exec("insert into throughline.publishers (name) values ('Another')");
  const next = await target.rows<{ id: number }>('select max(id)::int as id from throughline.publishers');
  expect(next).toEqual([{ id: 2 }]);

  await expect(restoreBackup(target, each(lines))).rejects.toThrow(
    /There is a desk in this database already/,
  );
});

test('a backup of an earlier version comes back with the tables of then, to be brought up as ever', async () => {
  const older = await directoryClient(null);
  try {
    const names = await migrationFiles();
    await applyMigrations(older, names.slice(0, -1));
    await older.exec("insert into throughline.publishers (name) values ('Of old')");
    const texts = await backUp(older);
    await older.exec('drop schema throughline cascade');
    await restoreBackup(older, each(texts));
    const migrated = await migrate({
      exec: (sql) => older.exec(sql),
      names: async (sql) => (await older.rows<{ name: string }>(sql)).map((row) => row.name),
    });
    expect(migrated).toEqual(names.slice(-1));
    expect(await older.rows('select name from throughline.publishers')).toEqual([{ name: 'Of old' }]);
  } finally {
    await older.close();
  }
});
