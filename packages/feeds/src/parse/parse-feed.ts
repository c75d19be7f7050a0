import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { ParseResult } from '@throughline/schema';
import { type FeedOrigin, readFeed } from './read-feed.ts';
import { type ThreadJob, ThreadPool } from './thread-pool.ts';

/** Up to this many bytes asked for at one time are read in the caller's thread: a thread costs more to wake. */
const INLINE_BYTES = 192 * 1024;
const MAX_THREADS = 3;
const LIMIT_MS = 2000;
const IDLE_MS = 10_000;

interface Waiting extends ThreadJob {
  resolve(result: ParseResult): void;
}

let waiting: Waiting[] = [];
let pool: ThreadPool | null | undefined;

/**
 * A feed's body to the one normal form, whatever its format and however broken.
 *
 * A few small bodies are read here and now (in linear time); many or large ones go to threads, while the caller's own
 * reads along from the small ones. A thread is killed if one takes longer than 2 s (for bodies beyond 1 MiB in proportion).
 *
 * @param bytes the body after decompression.
 * @returns a value in every case: `{ok: false, error}` with a sentence for people if there is no feed in it.
 *   Codes: `empty`, `html-page`, `not-a-feed`, `too-slow`, `unreadable`.
 */
export function parseFeed(bytes: Uint8Array, origin: FeedOrigin): Promise<ParseResult> {
  return new Promise((resolve) => {
    waiting.push({ bytes, origin, resolve });
    if (waiting.length === 1) setImmediate(readWaiting);
  });
}

/** All that was asked for in one turn of the event loop is looked at together. */
async function readWaiting(): Promise<void> {
  const jobs = waiting;
  waiting = [];
  const bytes = jobs.reduce((sum, job) => sum + job.bytes.length, 0);
  if (bytes > INLINE_BYTES) pool ??= createPool();
  if (bytes <= INLINE_BYTES || !pool) {
    for (const job of jobs) job.resolve(await readFeed(job.bytes, job.origin));
    return;
  }
  for (const job of jobs) void pool.run(job).then(job.resolve);
  await helpOut(pool);
}

let isHelping = false;

/** The caller's thread has nothing better to do than wait: it reads along from the end of the queue. */
async function helpOut(busy: ThreadPool): Promise<void> {
  if (isHelping) return;
  isHelping = true;
  for (let job = busy.takeBack(INLINE_BYTES); job !== null; job = busy.takeBack(INLINE_BYTES)) {
    job.resolve(await readFeed(job.bytes, job.origin));
    // Lets answers of the threads in, and whatever else is due.
    await new Promise((resolve) => setImmediate(resolve));
  }
  isHelping = false;
}

/** null where the program is not built (the package's own tests run from source). */
function createPool(): ThreadPool | null {
  const program = ['./thread.js', '../../dist/parse/thread.js']
    .map((path) => new URL(path, import.meta.url))
    .find((url) => existsSync(url));
  const threads = Math.min(MAX_THREADS, Math.max(1, availableParallelism() - 1));
  return program === undefined
    ? null
    : new ThreadPool({ program, threads, limitMs: LIMIT_MS, idleMs: IDLE_MS });
}
