import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPrinter, PrintError } from './print-page.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'print-test-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

/** A program in Chromium's place. */
async function program(name: string, script: string): Promise<string> {
  const path = join(directory, name);
  await writeFile(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return path;
}
const leftovers = async () =>
  (await readdir(tmpdir())).filter((name) => name.startsWith('throughline-print-'));
/** One that ended and that nobody has collected yet is not alive. */
const alive = async (pid: number) => {
  try {
    process.kill(pid, 0);
    return !/\) [ZX] /.test(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''));
  } catch {
    return false;
  }
};

test('without a browser, it says what to do', async () => {
  const print = createPrinter({ chromium: join(directory, 'nowhere') });
  await expect(print('<p>')).rejects.toThrow(PrintError);
  await expect(print('<p>')).rejects.toThrow(/none at .*nowhere \(CHROMIUM\)/);
});

test('gives what was printed, is told to reach nothing, and leaves nothing behind', async () => {
  const chromium = await program(
    'copies',
    'for arg; do case $arg in --print-to-pdf=*) out=${arg#*=};; file:*) page=${arg#file://};; esac; done; (cat "$page"; echo "$@") > "$out"',
  );
  const before = await leftovers();
  const printed = new TextDecoder().decode(await createPrinter({ chromium })('<p>Words</p>'));
  expect(printed).toContain('<p>Words</p>');
  for (const flag of ['MAP * ~NOTFOUND', '--proxy-server=http://127.0.0.1:9'])
    expect(printed).toContain(flag);
  expect(await leftovers()).toEqual(before);
});

test('one that never ends is stopped with all its processes, and the next print goes on', async () => {
  const pidFile = join(directory, 'pid');
  const flag = join(directory, 'second');
  const chromium = await program(
    'hangs',
    `if [ -e ${flag} ]; then for arg; do case $arg in --print-to-pdf=*) echo ok > "\${arg#*=}";; esac; done; exit 0; fi
touch ${flag}; sleep 300 & echo $! > ${pidFile}; wait`,
  );
  const print = createPrinter({ chromium, timeoutMs: 1_500 });
  const [first, second] = await Promise.allSettled([print('one'), print('two')]);
  expect(first).toMatchObject({
    status: 'rejected',
    reason: { message: expect.stringContaining('longer than 1.5 seconds') },
  });
  expect(second.status).toBe('fulfilled');
  const pid = Number(await readFile(pidFile, 'utf8'));
  await expect.poll(() => alive(pid)).toBe(false);
});

test('what a browser complains of is told', async () => {
  const chromium = await program('fails', 'echo "ERROR: No usable sandbox!" >&2; exit 3');
  await expect(createPrinter({ chromium })('<p>')).rejects.toThrow(/ended with 3\. It found no sandbox/);
});

test('who asks while many wait is told so, and does not pile up', async () => {
  const print = createPrinter({ chromium: '/nowhere/chromium' });
  const said = await Promise.all(
    Array.from({ length: 30 }, () => print('<p>').catch((error: Error) => error.message)),
  );
  expect(said.filter((message) => /none at/.test(String(message))).length).toBeGreaterThan(4);
  expect(said.at(-1)).toMatch(/Many documents are waiting/);
  // They are done, and the next one has its turn.
  await expect(print('<p>')).rejects.toThrow('none at');
});
