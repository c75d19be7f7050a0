import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

/** Before the first test: a directory for what tests of one run share. @returns what removes it after the last. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'throughline-tests-'));
  provide('databaseImages', directory);
  return () => rm(directory, { recursive: true, force: true });
}
