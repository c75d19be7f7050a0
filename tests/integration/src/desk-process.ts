import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Database, openDatabase } from '@throughline/store';
import { until } from './processes.ts';

const path = (relative: string) => fileURLToPath(new URL(`../../../${relative}`, import.meta.url));
const command = path('apps/throughline/dist/main.js');

/** Nothing of the environment but what a process needs to run: no server is used that a test did not name. */
const bareEnvironment = { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: tmpdir() };

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** The services of a desk, in the names of their modules. */
export type ServiceName = 'database-process' | 'wire-process' | 'api' | 'worker';

export interface DeskProcess {
  process: ChildProcess;
  address: string;
  signInLink: string;
  /** The process number of a service now; null while it is not there. */
  pidOf(service: ServiceName): Promise<number | null>;
  /** Sends a signal to the process that started everything, and waits for its end. */
  end(signal: NodeJS.Signals): Promise<Ended>;
  ended: Promise<Ended>;
}

/** `throughline start` with these arguments, run to its end. */
export async function startAndFail(
  args: string[],
  env: Record<string, string> = {},
): Promise<Ended & { ms: number }> {
  const from = performance.now();
  const { ended } = spawnStart(args, env);
  return { ...(await ended), ms: performance.now() - from };
}

/** Runs a script of the workspace to its end. */
export async function runNode(script: string, args: string[], nodeOptions: string[] = []): Promise<Ended> {
  return outcomeOf(
    spawn(process.execPath, [...nodeOptions, path(script), ...args], { env: bareEnvironment }),
  );
}

/** Any command of the command line, run to its end. */
export async function runCommand(args: string[], env: Record<string, string> = {}): Promise<Ended> {
  return outcomeOf(spawn(process.execPath, [command, ...args], { env: { ...bareEnvironment, ...env } }));
}

/** `throughline start`, told to stop as soon as it begins to bring something up. */
export async function startAndStopEarly(args: string[]): Promise<Ended> {
  const { child, ended, output } = spawnStart(args, {});
  await until(
    async () => output(),
    (text) => text.includes('Starting database'),
  );
  child.kill('SIGINT');
  return ended;
}

/** Brings a desk up and waits until it says that it is ready. */
export async function startDesk(args: string[], env: Record<string, string> = {}): Promise<DeskProcess> {
  const { child, ended, output } = spawnStart(args, env);
  const exited = ended.then((end) => {
    throw new Error(`ended with ${end.code}: ${end.stderr}`);
  });
  exited.catch(() => {});
  await Promise.race([
    until(
      async () => output(),
      (text) => text.includes('Ctrl-C stops it'),
      60_000,
    ),
    exited,
  ]);
  const link = /http:\S+sign-in#\S+/.exec(output())?.[0] ?? '';
  return {
    process: child,
    address: new URL(link).origin,
    signInLink: link,
    pidOf: (service) => serviceOf(child.pid ?? 0, service),
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
    ended,
  };
}

function spawnStart(args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, [command, 'start', ...args], { env: { ...bareEnvironment, ...env } });
  let text = '';
  child.stdout.on('data', (data: Buffer) => {
    text += data.toString();
  });
  return { child, ended: outcomeOf(child), output: () => text };
}

async function outcomeOf(child: ChildProcess): Promise<Ended> {
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name]?.on('data', (data: Buffer) => {
      texts[name] += data.toString();
    });
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { code, signal, ...texts };
}

async function serviceOf(parent: number, service: ServiceName): Promise<number | null> {
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid=,ppid=,args=']);
  const line = stdout.split('\n').find((text) => {
    const [, ppid] = text.trim().split(/\s+/);
    return Number(ppid) === parent && (text.includes(`/${service}.js`) || text.includes(`/${service}/dist/`));
  });
  return line === undefined ? null : Number(line.trim().split(/\s+/)[0]);
}

/** Whether a process is there (a zombie that waits to be collected is not). */
export async function isAlive(pid: number): Promise<boolean> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'stat=', '-p', String(pid)]).catch(() => ({
    stdout: '',
  }));
  return stdout.trim() !== '' && !stdout.trim().startsWith('Z');
}

/** The database of the desk that runs on a data directory. */
export async function openDeskDatabase(dataDirectory: string): Promise<Database> {
  const { databaseUrl } = JSON.parse(await readFile(join(dataDirectory, 'desk.json'), 'utf8')) as {
    databaseUrl: string;
  };
  return openDatabase(databaseUrl, { max: 2 });
}

/** Whether the desk answers that it can do its work. */
export async function isReady(address: string): Promise<boolean> {
  const response = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(3_000) }).catch(() => null);
  return response?.status === 200;
}

/** Listens on a free port and never says a word. */
export async function silentServer(): Promise<{ port: number; close(): Promise<void> }> {
  const sockets = new Set<{ destroy(): void }>();
  const server = createServer((socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A directory of its own for one test. */
export async function temporaryDirectory(): Promise<{ path: string; remove(): Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'throughline-desk-'));
  return {
    path: directory,
    remove: () => rm(directory, { recursive: true, force: true, maxRetries: 5 }),
  };
}
