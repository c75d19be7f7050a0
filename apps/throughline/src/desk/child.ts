import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface ChildSpec {
  name: string;
  /** A built module that calls `runService`. */
  module: string;
  args?: string[];
  env?: Record<string, string>;
  /** What a restart changes: e.g. the port that was free at first is now wanted again. */
  again?: (ready: Record<string, unknown>) => Pick<ChildSpec, 'args' | 'env'>;
  logDirectory: string;
}

export interface Child {
  /** What the service said when it became ready the first time. */
  ready: Record<string, unknown>;
  pid(): number | undefined;
  /** Ends it now; it is started again like after any crash. */
  kill(): void;
  /** Ends it for good; one that does not end itself until then (ms since the epoch) is killed. */
  stop(until: number): Promise<void>;
}

const LOG_BYTES_AT_MOST = 10_000_000;
const RESTART_AFTER_MS = [500, 1_000, 2_000, 5_000, 10_000];

/** A crash this long after the last one starts the waiting times anew. */
const CALM_MS = 60_000;

/**
 * Starts a service as a process and keeps it running: whatever ends it, it is started again after a short wait.
 * Its output goes to a log file. It is not in our process group, so that Ctrl-C reaches us alone and services
 * are stopped in order.
 *
 * @param signal ends a first start that is still under way.
 * @throws the service's own sentence when its first start fails.
 */
export async function startChild(spec: ChildSpec, signal: AbortSignal): Promise<Child> {
  let current = launch(spec);
  const abort = () => current.process.kill('SIGKILL');
  signal.addEventListener('abort', abort);
  const ready = await current.ready.finally(() => signal.removeEventListener('abort', abort));
  const restarted = { ...spec, ...spec.again?.(ready) };

  let stopping = false;
  let crashes = 0;
  let startedAt = Date.now();
  let timer: NodeJS.Timeout | undefined;
  const watch = () => {
    current.process.once('exit', () => {
      if (stopping) return;
      crashes = Date.now() - startedAt > CALM_MS ? 0 : crashes + 1;
      timer = setTimeout(relaunch, RESTART_AFTER_MS[Math.min(crashes, RESTART_AFTER_MS.length) - 1] ?? 500);
    });
  };
  const relaunch = () => {
    startedAt = Date.now();
    current = launch(restarted);
    // A start that fails ends the process, which is what is watched.
    current.ready.catch(() => {});
    watch();
  };
  watch();
  return {
    ready,
    pid: () => current.process.pid,
    kill: () => void current.process.kill('SIGKILL'),
    stop: async (until) => {
      stopping = true;
      clearTimeout(timer);
      if (current.process.exitCode !== null || current.process.signalCode !== null) return;
      const exited = once(current.process, 'exit');
      current.process.kill('SIGTERM');
      // It ends itself before that, unless it is too busy to hear that it should.
      const late = setTimeout(() => current.process.kill('SIGKILL'), Math.max(0, until - Date.now()));
      await exited;
      clearTimeout(late);
    },
  };
}

interface Launched {
  process: ChildProcess;
  ready: Promise<Record<string, unknown>>;
}

function launch(spec: ChildSpec): Launched {
  const log = openLog(spec);
  const child = fork(spec.module, spec.args ?? [], {
    detached: true,
    env: { ...process.env, ...spec.env },
    execArgv: [],
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  const ready = new Promise<Record<string, unknown>>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      reject(new Error(`The ${spec.name} ended (${signal ?? code}) before it was ready.`)),
    );
    child.on('message', (message: { ready?: Record<string, unknown>; failed?: string }) => {
      if (message.failed !== undefined) reject(new Error(message.failed));
      if (message.ready !== undefined) resolve(message.ready);
    });
  });
  return { process: child, ready };
}

/** Appends to the service's log; one that has grown large is put aside once. */
function openLog({ logDirectory, name }: ChildSpec): number {
  const path = join(logDirectory, `${name}.log`);
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_BYTES_AT_MOST) renameSync(path, `${path}.old`);
  return openSync(path, 'a', 0o600);
}
