import { parentPort } from 'node:worker_threads';
import { readFeed } from './read-feed.ts';
import type { ThreadJob } from './thread-pool.ts';

/** The program of a reading thread. */
parentPort?.on('message', async (jobs: ThreadJob[]) => {
  const results = [];
  for (const { bytes, origin } of jobs) results.push(await readFeed(bytes, origin));
  parentPort?.postMessage(results);
});
parentPort?.postMessage('ready');
