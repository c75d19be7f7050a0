import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeWhole } from './write-whole.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'write-whole-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

test('on a full disk what was there stays, nothing half is left, and the sentence says why', async () => {
  const path = join(directory, 'piece.md');
  await writeFile(path, 'the last export');
  // Linux's own full disk, in the place of the part that is written first.
  await symlink('/dev/full', `${path}.part`);
  await expect(writeWhole(path, new Uint8Array(100_000))).rejects.toThrow(
    `${path} is not written: the disk is full. Nothing half is left behind.`,
  );
  expect(await readFile(path, 'utf8')).toBe('the last export');
  expect(await readdir(directory)).toEqual(['piece.md']);
});

test('a file takes the place of the one before, at once', async () => {
  const path = join(directory, 'again.md');
  await writeWhole(path, new TextEncoder().encode('one'));
  await writeWhole(path, new TextEncoder().encode('two'));
  expect(await readFile(path, 'utf8')).toBe('two');
});

test('a directory that is not there is said', async () => {
  const path = join(directory, 'no', 'piece.md');
  await expect(writeWhole(path, new Uint8Array(1))).rejects.toThrow('the directory is not there');
});
