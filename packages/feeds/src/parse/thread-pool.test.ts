import { afterEach, expect, test } from 'vitest';
import { ThreadPool } from './thread-pool.ts';

/** A program that does what the first byte says: 1 hangs, 2 breaks down, others answer with their address. */
const program = new URL(
  `data:text/javascript,${encodeURIComponent(`
import { parentPort } from 'node:worker_threads';
parentPort.on('message', (jobs) => {
  const results = jobs.map(({ bytes, origin }) => {
    if (bytes[0] === 1) for (;;);
    if (bytes[0] === 2) process.exit(1);
    return { ok: false, error: { code: 'read', message: origin.url } };
  });
  parentPort.postMessage(results);
});
parentPort.postMessage('ready');
`)}`,
);

let pool: ThreadPool | null = null;
afterEach(() => pool?.close());

async function run(kinds: number[], options: { threads?: number; idleMs?: number } = {}): Promise<string[]> {
  pool = new ThreadPool({ program, threads: 2, limitMs: 300, idleMs: 10_000, ...options });
  const jobs = kinds.map((kind, i) => pool?.run({ bytes: Uint8Array.of(kind), origin: { url: `${i}` } }));
  const results = await Promise.all(jobs);
  return results.map((result) =>
    result?.ok === false ? `${result.error.code} ${result.error.message}` : '',
  );
}

test('answers come to those who asked', async () => {
  expect(await run([0, 0, 0])).toEqual(['read 0', 'read 1', 'read 2']);
});

test('a body that hangs its thread is given up, and only that one', async () => {
  const answers = await run([0, 1, 0]);
  expect(answers).toEqual(['read 0', 'too-slow Reading the feed took too long and was given up.', 'read 2']);
});

test('a body that brings its thread down is given up, and only that one', async () => {
  const answers = await run([2, 0, 0], { threads: 1 });
  expect(answers[0]).toMatch(/^unreadable /);
  expect(answers.slice(1)).toEqual(['read 1', 'read 2']);
});

test('an idle thread ends, and work after it starts another', async () => {
  expect(await run([0], { idleMs: 1 })).toEqual(['read 0']);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await pool?.run({ bytes: Uint8Array.of(0), origin: { url: 'again' } })).toMatchObject({
    error: { message: 'again' },
  });
});
