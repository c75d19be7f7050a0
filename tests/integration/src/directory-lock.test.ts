import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const program = new URL('../../../packages/store/dist/directory-lock.js', import.meta.url);
/** Takes a directory at a moment, all processes at the same, and says whether it got it; gives it back when told to. */
const TAKER = `
import { lockDirectory } from ${JSON.stringify(program.href)};
let lock = null;
process.on('message', async ({ directory, at }) => {
  if (directory === undefined) return void process.send((await lock?.release(), (lock = null)));
  while (Date.now() < at);
  lock = await lockDirectory(directory).catch((error) => (error.name === 'DirectoryInUseError' ? null : 'broken'));
  process.send(lock === 'broken' ? lock : lock !== null);
});
process.send('ready');`;
// No process has this number: Linux ends at 4,194,304.
const DEAD = '4194305 1\n';

let home = '';
let takers: ReturnType<typeof fork>[] = [];
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'throughline-lock-'));
  await writeFile(join(home, 'taker.mjs'), TAKER);
  takers = [0, 1, 2].map(() => fork(join(home, 'taker.mjs')));
  await Promise.all(takers.map((taker) => once(taker, 'message')));
});
afterAll(async () => {
  for (const taker of takers) taker.disconnect();
  await rm(home, { recursive: true });
});

const tell = (message: object) =>
  Promise.all(
    takers.map(async (taker) => {
      const answer = once(taker, 'message');
      taker.send(message);
      return (await answer)[0];
    }),
  );

test.each([
  ['is free', {}],
  ['has the lock of a dead one', { lock: DEAD }],
  ['has what one left that died while it buried a dead one', { lock: DEAD, 'lock.burial': DEAD }],
])('of processes that want a directory at once exactly one gets it: it %s', async (_, left) => {
  for (let round = 0; round < 40; round++) {
    const directory = await mkdtemp(join(home, 'data-'));
    for (const [name, text] of Object.entries(left)) await writeFile(join(directory, name), text);
    expect((await tell({ directory, at: Date.now() + 10 })).sort()).toEqual([false, false, true]);
    await tell({});
    expect(await readdir(directory)).toEqual([]);
  }
});
