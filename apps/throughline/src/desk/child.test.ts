import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startChild } from './child.ts';

test('a service that is too busy to hear that it should stop is ended all the same', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'throughline-child-'));
  const module = join(directory, 'busy.mjs');
  await writeFile(module, `process.send({ ready: {} }, undefined, undefined, () => { for (;;); });`);
  const child = await startChild(
    { name: 'busy', module, logDirectory: directory },
    new AbortController().signal,
  );
  const pid = child.pid() ?? 0;
  await child.stop(Date.now() + 200);
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  await rm(directory, { recursive: true });
});
