import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Database, migrateServer, openDatabase } from '@throughline/store';
import { prepareDesk, readSampleWire, type SampleWireAddress } from '../seed/prepare-desk.ts';
import { seedSampleStoryline } from '../seed/sample-storyline.ts';
import { type Child, type ChildSpec, startChild } from './child.ts';
import { removeDeskFile, writeDeskFile } from './connect.ts';
import { checkDataDirectory, checkPort } from './preflight.ts';
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
}

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
  const undo: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    return { ...(await bringUp(options, (step) => undo.push(step))), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function bringUp(options: DeskOptions, onStop: (step: () => Promise<void>) => void) {
  await checkDataDirectory(options.dataDirectory);
  await checkPort(HOST, options.port);
  const logDirectory = join(options.dataDirectory, 'logs');
  const start = async (spec: Omit<ChildSpec, 'logDirectory'>): Promise<Child> => {
    const child = await startChild({ ...spec, logDirectory });
    onStop(() => child.stop());
    return child;
  };

  options.onProgress('database');
  const { url, db } = await openDeskDatabase(options, start, onStop);
  const wire = options.sample ? await startWire(db, options.port, start) : null;

  options.onProgress('first data');
  const { signInToken } = await prepareDesk(db, { wire, starter: options.starter });

  options.onProgress('worker and pages');
  const env = {
    DATABASE_URL: url,
    REDIS_URL: options.redisUrl ?? '',
    FETCH_ALLOW: [options.fetchAllow, wire?.origin.replace('http://', '')].filter(Boolean).join(','),
    HOST,
    PORT: String(options.port),
  };
  const [api] = await Promise.all([
    start({ name: 'api', module: here('../../../api/dist/main.js'), env }),
    start({ name: 'worker', module: here('../../../worker/dist/main.js'), env }),
  ]);
  if (wire !== null) onStop(seedSampleStoryline(db));
  const address = String(api.ready.address);
  await writeDeskFile(options.dataDirectory, { databaseUrl: url, address });
  onStop(() => removeDeskFile(options.dataDirectory));
  return { address, signInLink: `${address}/sign-in?token=${signInToken}` };
}

async function openDeskDatabase(
  options: DeskOptions,
  start: (spec: Omit<ChildSpec, 'logDirectory'>) => Promise<Child>,
  onStop: (step: () => Promise<void>) => void,
): Promise<{ url: string; db: Database }> {
  if (options.databaseUrl !== undefined) {
    await migrateServer(options.databaseUrl);
    const db = openDatabase(options.databaseUrl, { max: 2 });
    onStop(() => db.close());
    return { url: options.databaseUrl, db };
  }
  // In a directory that only this user can enter: the embedded database asks for no password.
  const socketDirectory = await mkdtemp(join(tmpdir(), 'throughline-'));
  onStop(() => rm(socketDirectory, { recursive: true, force: true }));
  const database = await start({
    name: 'database',
    module: here('./database-process.js'),
    args: [options.dataDirectory, socketDirectory],
  });
  const url = String(database.ready.url);
  const db = openDatabase(url, { max: 2 });
  const stopWatching = watchDatabase(db, () => database.kill());
  onStop(async () => {
    stopWatching();
    await db.close();
  });
  return { url, db };
}

/** The wire listens next to the desk, so that its sources keep their addresses from start to start. */
async function startWire(
  db: Database,
  deskPort: number,
  start: (spec: Omit<ChildSpec, 'logDirectory'>) => Promise<Child>,
): Promise<SampleWireAddress> {
  const startedAt = (await readSampleWire(db))?.startedAt ?? new Date().toISOString();
  const port = deskPort === 0 ? 0 : deskPort + 1;
  const wire = await start({
    name: 'wire',
    module: here('./wire-process.js'),
    args: [String(port), startedAt],
  });
  return { origin: String(wire.ready.origin), startedAt };
}
