import type { Socket } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from './database.ts';
import { openTestDatabase, type TestDatabase } from './testing.ts';

let db: TestDatabase;
let pools: Database[];

beforeAll(async () => {
  db = await openTestDatabase();
  pools = Array.from({ length: 6 }, () => openDatabase(db.url, { max: 4 }));
});
afterAll(async () => {
  for (const pool of pools) await pool.close();
  await db.close();
});

const pool = (index: number): Database => pools[index % pools.length] ?? db;

test.each([
  ['while executing', 'select $1::int / 0'],
  ['while binding', 'select $1::int + $2::int'],
  ['while parsing', 'select nonsense + $1::int'],
])('a transaction that fails %s mixes up nobody else', async (_when, failing) => {
  const answers = await Promise.all(
    Array.from({ length: 600 }, async (_, i) => {
      if (i % 10 !== 0) return (await pool(i).row<{ a: number }>('select $1::int as a', [i]))?.a === i;
      const work = pool(i).transaction(async (sql) => {
        await sql.row('select $1::int', [i]);
        await sql.row(failing, [i]);
      });
      return work.then(
        () => false,
        () => true,
      );
    }),
  );
  expect(answers.filter((right) => !right)).toHaveLength(0);
});

test('a client that dies in the middle of its transaction blocks nobody and leaves nothing', async () => {
  await db.run('create table throughline.dying (n int)');
  const doomed = new pg.Client({ connectionString: db.url });
  doomed.on('error', () => {});
  await doomed.connect();
  await doomed.query('begin');
  await doomed.query('insert into throughline.dying values ($1)', [1]);
  const stream = (doomed as unknown as { connection: { stream: Socket } }).connection.stream;
  stream.destroy();
  expect(await db.row<{ n: number }>('select count(*) as n from throughline.dying')).toEqual({ n: 0 });
});
