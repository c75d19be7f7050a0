import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type Ended,
  runCommand,
  runNode,
  silentServer,
  startAndFail,
  temporaryDirectory,
} from './desk-process.ts';

let directory: { path: string; remove(): Promise<void> };
let listener: Awaited<ReturnType<typeof silentServer>>;

beforeEach(async () => {
  directory = await temporaryDirectory();
  listener = await silentServer();
});
afterEach(async () => {
  await listener.close();
  await directory.remove();
});

const arguments_ = (port = 0) => [
  '--data',
  join(directory.path, 'data'),
  '--port',
  String(port),
  '--no-starter',
];

/** One sentence on stderr, an exit code, no database begun. */
async function expectOneSentence(ended: Ended, sentence: RegExp): Promise<void> {
  expect(ended.code).toBe(1);
  expect(ended.stderr.trim().split('\n')).toHaveLength(1);
  expect(ended.stderr).toMatch(/^Throughline cannot start\. /);
  expect(ended.stderr).toMatch(sentence);
  const left = await readdir(join(directory.path, 'data')).catch(() => []);
  expect(left).not.toContain('pglite');
  expect(left).not.toContain('lock');
}

test('a port that is taken', async () => {
  const ended = await startAndFail(arguments_(listener.port));
  await expectOneSentence(ended, new RegExp(`Port ${listener.port} is taken by another program`));
});

test('a data directory that is a file', async () => {
  await mkdir(directory.path, { recursive: true });
  await writeFile(join(directory.path, 'data'), 'not a directory');
  await expectOneSentence(await startAndFail(arguments_()), /cannot be written to: it is not a directory/);
});

test('a Node that is too old', async () => {
  const older = "Object.defineProperty(process.versions, 'node', { value: '18.19.1' })";
  const preload = ['--import', `data:text/javascript,${encodeURIComponent(older)}`];
  const ended = await runNode('scripts/start.mjs', arguments_(), preload);
  await expectOneSentence(ended, /needs Node 20\.19 or newer; this is 18\.19\.1/);
});

test('a PostgreSQL that is not there', async () => {
  await listener.close();
  const url = `postgres://desk:secret@127.0.0.1:${listener.port}/desk`;
  const ended = await startAndFail(arguments_(), { DATABASE_URL: url });
  await expectOneSentence(ended, /PostgreSQL at .* does not answer: nothing listens there/);
  expect(ended.stderr).not.toContain('secret');
});

test('a Redis that is not there', async () => {
  await listener.close();
  const ended = await startAndFail(arguments_(), { REDIS_URL: `redis://127.0.0.1:${listener.port}` });
  await expectOneSentence(ended, /Redis at .* does not answer: nothing listens there/);
});

test('a Redis that takes the call and says nothing is given up after a few seconds', async () => {
  const ended = await startAndFail(arguments_(), { REDIS_URL: `redis://127.0.0.1:${listener.port}` });
  await expectOneSentence(ended, /Redis at .* does not answer/);
  expect(ended.ms).toBeLessThan(15_000);
});

test('an address that is none', async () => {
  const ended = await startAndFail(arguments_(), { DATABASE_URL: 'mysql://somewhere', REDIS_URL: 'nowhere' });
  expect(ended.code).toBe(1);
  // All faults of the environment at once, one a line.
  expect(ended.stderr).toMatch(
    /^Throughline cannot start\. .*\n {2}DATABASE_URL: must start.*\n {2}REDIS_URL: must/,
  );
});

test('the doctor names what is to be fixed', async () => {
  await listener.close();
  const nowhere = `127.0.0.1:${listener.port}`;
  const ended = await runCommand(['doctor'], {
    DATABASE_URL: `postgres://desk:secret@${nowhere}/desk`,
    REDIS_URL: `redis://${nowhere}`,
  });
  expect(ended.code).toBe(1);
  expect(ended.stdout).toMatch(/^FIX {2}database .*nothing listens there.*\(DATABASE_URL\)$/m);
  expect(ended.stdout).toMatch(/^FIX {2}queue .*nothing listens there.*\(REDIS_URL\)$/m);
  expect(ended.stdout).not.toContain('secret');
});
