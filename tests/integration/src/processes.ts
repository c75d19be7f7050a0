import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { TestDatabase } from '@throughline/store/testing';
import { inject } from 'vitest';

const built = (app: string) => fileURLToPath(new URL(`../../../apps/${app}/dist/main.js`, import.meta.url));

export interface RunningProcess {
  ready: Record<string, unknown>;
  /** SIGKILL, and waits until it is gone. */
  kill(): Promise<void>;
  /** SIGTERM, and waits until it is gone. */
  stop(): Promise<number | null>;
}

/** Starts the built worker or API on a test's database (and on Redis, where the run has one). */
export async function startApp(
  app: 'worker' | 'api',
  db: TestDatabase,
  env: Record<string, string> = {},
): Promise<RunningProcess> {
  const child = fork(built(app), [], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: db.url,
      REDIS_URL: inject('redisUrl') ?? '',
      PORT: '0',
      ...env,
    },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ready = await readyMessage(child);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit');
      child.kill(signal);
      await exited;
    }
    return child.exitCode;
  };
  return { ready, kill: async () => void (await end('SIGKILL')), stop: () => end('SIGTERM') };
}

function readyMessage(child: ChildProcess): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it was ready`)));
    child.on('message', (message: { ready?: Record<string, unknown>; failed?: string }) => {
      if (message.failed !== undefined) reject(new Error(message.failed));
      if (message.ready !== undefined) resolve(message.ready);
    });
  });
}

/** Asks again until the answer is right, or fails with the last answer. */
export async function until<T>(
  ask: () => Promise<T>,
  right: (answer: T) => boolean,
  withinMs = 90_000,
): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (right(answer)) return answer;
    if (Date.now() > end) throw new Error(`still ${JSON.stringify(answer)} after ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
