import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lockDirectory } from '../directory-lock.ts';
import { dropBrokenCopies } from './copies.ts';

let data: string;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'throughline-copies-'));
});
afterAll(() => rm(data, { recursive: true, force: true }));

test('what a killed backup left behind is removed, and nothing else', async () => {
  await mkdir(join(data, 'pglite'));
  await writeFile(join(data, 'backup-of-mine.gz'), 'kept');
  await mkdir(join(data, 'backup-dead', 'pglite'), { recursive: true });
  // No process has this number: Linux ends at 4,194,304.
  await writeFile(join(data, 'backup-dead', 'lock'), '4194305 1\n');
  await mkdir(join(data, 'backup-unlocked'));
  await mkdir(join(data, 'backup-running'));
  const lock = await lockDirectory(join(data, 'backup-running'));

  await dropBrokenCopies(data);

  expect((await readdir(data)).sort()).toEqual(['backup-of-mine.gz', 'backup-running', 'pglite']);
  await lock.release();
});
