import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { explainServer } from '@throughline/runtime';
import { type Database, migrateServer, openDatabase } from '@throughline/store';
import { prepareDesk, readSampleWire, type SampleWireAddress } from '../seed/prepare-desk.ts';
import { seedSampleStoryline } from '../seed/sample-storyline.ts';
import { type Child, type ChildSpec, startChild } from './child.ts';
import { readDeskFile, removeDeskFile, writeDeskFile } from './connect.ts';
import { CannotStartError, checkDataDirectory, checkFreeSpace, checkPort, checkQueue } from './preflight.ts';
import { Teardown } from './teardown.ts';
import { watchDatabase } from './watchdog.ts';

export interface DeskOptions {
  dataDirectory: string;
  port: number;
  /** Load the sample wire. */
  sample: boolean;
  /** Add the starter list of real sources. */
  starter: boolean;
  /** A real server instead of the embedded database. */
  databaseUrl: string | undefined;
  redisUrl: string | undefined;
  /** Private addresses that may be fetched, as in the environment. */
  fetchAllow: string;
  onProgress: (line: string) => void;
  /** Ends a start that is still under way. */
  signal: AbortSignal;
}

type StartService = (spec: Omit<ChildSpec, 'logDirectory'>) => Promise<Child>;

export interface RunningDesk {
  address: string;
  /** Signs the first curator in, once. */
  signInLink: string;
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Brings the whole desk up: database, schema, first data, sample wire, worker, API with the admin.
 * Whatever fails, what was already started is stopped again.
 */
export async function startDesk(options: DeskOptions): Promise<RunningDesk> {
  const teardown = new Teardown();
  try {
    return { ...(await bringUp(options, teardown)), stop: () => teardown.run() };
  } catch (error) {
    await teardown.run();
    throw error;
  }
}

async function bringUp(options: DeskOptions, teardown: Teardown) {
  await checkDataDirectory(options.dataDirectory);
  await checkPort(HOST, options.port, options.dataDirectory);
  await checkQueue(options.redisUrl);
  const start: StartService = async (spec) => {
    options.signal.throwIfAborted();
    const logDirectory = join(options.dataDirectory, 'logs');
    return startChild({ ...spec, logDirectory }, options.signal);
  };

  options.onProgress('database');
  const { url, db } =
    options.databaseUrl === undefined
      ? await startEmbeddedDatabase(options.dataDirectory, start, teardown)
      : await openServerDatabase(options.databaseUrl, teardown);
  const startUser: StartService = async (spec) => {
    const child = await start(spec);
    teardown.first((until) => child.stop(until));
    return child;
  };
  const wire = options.sample ? await startWire(db, options.port, startUser) : null;

  options.onProgress('first data');
  const { signInToken } = await prepareDesk(db, { wire, starter: options.starter });

  options.onProgress('worker and pages');
  const address = await startServices(options, url, wire, startUser);
  if (wire !== null) teardown.first(seedSampleStoryline(db));
  await writeDeskFile(options.dataDirectory, { databaseUrl: url, address, pid: process.pid });
  teardown.first(() => removeDeskFile(options.dataDirectory));
  return { address, signInLink: `${address}/sign-in#${signInToken}` };
}

/**
 * Starts the API, then the worker; returns the address of the desk. One after the other: on two processors the pages are
 * there a second sooner, and nobody waits for the first poll.
 */
async function startServices(
  options: DeskOptions,
  databaseUrl: string,
  wire: SampleWireAddress | null,
  start: StartService,
): Promise<string> {
  const env = {
    DATABASE_URL: databaseUrl,
    REDIS_URL: options.redisUrl ?? '',
    FETCH_ALLOW: [options.fetchAllow, wire?.origin.replace('http://', '')].filter(Boolean).join(','),
    OWN_ORIGINS: wire?.origin ?? '',
  };
  const api = await start({
    name: 'api',
    module: here('../../../api/dist/main.js'),
    env: { ...env, HOST, PORT: String(options.port) },
    again: ({ address }) => ({ env: { ...env, HOST, PORT: new URL(String(address)).port } }),
  });
  await start({ name: 'worker', module: here('../../../worker/dist/main.js'), env });
  return String(api.ready.address);
}

async function openServerDatabase(url: string, teardown: Teardown): Promise<{ url: string; db: Database }> {
  await migrateServer(url).catch((error: unknown) => {
    throw new CannotStartError(explainServer('PostgreSQL', 'DATABASE_URL', url, error));
  });
  const db = openDatabase(url, { max: 2 });
  teardown.afterwards(() => db.close());
  return { url, db };
}

async function startEmbeddedDatabase(
  dataDirectory: string,
  start: StartService,
  teardown: Teardown,
): Promise<{ url: string; db: Database }> {
  await checkFreeSpace(dataDirectory);
  // In a directory that only this user can enter: the embedded database asks for no password.
  const socketDirectory = await mkdtemp(SOCKET_DIRECTORIES);
  teardown.afterwards(() => rm(socketDirectory, { recursive: true, force: true }));
  const database = await start({
    name: 'database',
    module: here('./database-process.js'),
    args: [dataDirectory, socketDirectory, (await isRunning(dataDirectory)) ? '0' : ENDS_WITHIN_MS],
  });
  teardown.afterwards((until) => database.stop(until));
  await forgetKilledDesk(dataDirectory);
  const url = String(database.ready.url);
  const db = openDatabase(url, { max: 2 });
  const stopWatching = watchDatabase(db, () => database.kill());
  teardown.afterwards(() => {
    stopWatching();
    return db.close();
  });
  return { url, db };
}

/** How long the services of a desk that was killed may take to end; a little more than they allow themselves. */
const ENDS_WITHIN_MS = '6000';

/** Whether the desk that last ran on this data directory is alive, as far as its file tells. */
async function isRunning(dataDirectory: string): Promise<boolean> {
  const desk = await readDeskFile(dataDirectory);
  if (desk === null) return false;
  try {
    process.kill(desk.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const SOCKET_DIRECTORIES = join(tmpdir(), 'throughline-');

/** A desk that was killed left its socket's directory behind. Only asked once the data directory is locked for us. */
async function forgetKilledDesk(dataDirectory: string): Promise<void> {
  const url = (await readDeskFile(dataDirectory))?.databaseUrl ?? '';
  // An address without a host name is none to `URL`.
  const directory = decodeURIComponent(/[?&]host=([^&]+)/.exec(url)?.[1] ?? '');
  if (directory.startsWith(SOCKET_DIRECTORIES)) await rm(directory, { recursive: true, force: true });
  await removeDeskFile(dataDirectory);
}

/** The wire listens where it did before, or next to the desk, so that its sources keep their addresses. */
async function startWire(db: Database, deskPort: number, start: StartService): Promise<SampleWireAddress> {
  const before = await readSampleWire(db);
  const startedAt = before?.startedAt ?? new Date().toISOString();
  const wanted = before === null ? (deskPort === 0 ? 0 : deskPort + 1) : new URL(before.origin).port;
  const wire = await start({
    name: 'wire',
    module: here('./wire-process.js'),
    args: [startedAt, String(wanted), '0'],
    again: ({ origin }) => ({ args: [startedAt, new URL(String(origin)).port] }),
  });
  return { origin: String(wire.ready.origin), startedAt };
}
