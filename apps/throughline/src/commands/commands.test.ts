import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase, openEmbedded } from '@throughline/store';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { sources } from './sources.ts';
import { stories } from './stories.ts';

let home: string;
let data: string;
/** Nothing runs on the data directory but what a test does for a moment. */
async function onDesk<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const server = await openEmbedded(data, { port: 0 });
  const db = openDatabase(server.url);
  const result = await work(db);
  await db.close();
  await server.close();
  return result;
}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'throughline-commands-'));
  data = join(home, 'data');
  await onDesk((db) =>
    db.run("insert into throughline.stories (id, first_at, last_at) values ('7', now(), now())"),
  );
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rm(home, { recursive: true }));

test('a rebuild is refused where no worker would carry it out, before anything is emptied', async () => {
  await expect(stories.run(['rebuild', '--data', data])).rejects.toThrow(`No desk runs on ${data}`);
  expect(await onDesk((db) => db.rows('select id from throughline.stories'))).toEqual([{ id: '7' }]);
});

test('a file is sought where the command was typed', async () => {
  vi.stubEnv('INIT_CWD', join(home, 'here'));
  await mkdir(join(home, 'here'));
  const outline = '<outline type="rss" text="Paper" xmlUrl="https://paper.example/feed"/>';
  await writeFile(join(home, 'here', 'mine.opml'), `<opml version="2.0"><body>${outline}</body></opml>`);
  expect(await sources.run(['import', 'mine.opml', '--data', '../data'])).toBe(0);
  expect(await onDesk((db) => db.rows('select url from throughline.sources'))).toEqual([
    { url: 'https://paper.example/feed' },
  ]);
});
