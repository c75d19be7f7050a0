import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { actingAs, type Database, openDatabase, openEmbedded } from '@throughline/store';
import { env } from '../env.ts';

/** How other commands find the desk that runs on a data directory. Readable by its user only. */
interface DeskFile {
  databaseUrl: string;
  address: string;
  /** The process that started it. */
  pid: number;
}

/** The file of the desk that runs on a data directory (or was killed there); null when there is none. */
export async function readDeskFile(dataDirectory: string): Promise<DeskFile | null> {
  const text = await readFile(fileIn(dataDirectory), 'utf8').catch(() => null);
  try {
    return text === null ? null : (JSON.parse(text) as DeskFile);
  } catch {
    // Cut off by a full disk or a kill: as good as none.
    return null;
  }
}

const fileIn = (dataDirectory: string) => join(dataDirectory, 'desk.json');

export async function writeDeskFile(dataDirectory: string, desk: DeskFile): Promise<void> {
  await writeFile(fileIn(dataDirectory), JSON.stringify(desk), { mode: 0o600 });
}

export async function removeDeskFile(dataDirectory: string): Promise<void> {
  await rm(fileIn(dataDirectory), { force: true });
}

/** The data directory that a command means: `--data`, else ./data. */
export function dataDirectoryOf(data: string | undefined): string {
  return data === undefined ? resolve('data') : resolve(env().INIT_CWD ?? '.', data);
}

export interface Connection {
  db: Database;
  /** How it was reached, for the doctor. */
  by: 'DATABASE_URL' | 'running desk' | 'opened here';
  close(): Promise<void>;
}

/**
 * Connects to the desk's database: the one that DATABASE_URL names, that of the desk running on the data directory,
 * or, when none runs, the embedded database opened here for as long as the command takes.
 *
 * @throws a sentence for people when there is no data, or somebody else holds it.
 */
export async function connectToDesk(dataDirectory: string): Promise<Connection> {
  const { DATABASE_URL } = env();
  if (DATABASE_URL !== undefined) {
    const db = openDatabase(DATABASE_URL, { max: 2 });
    return { db, by: 'DATABASE_URL', close: () => db.close() };
  }
  const running = await connectToRunning(dataDirectory);
  if (running !== null) return { db: running, by: 'running desk', close: () => running.close() };
  return openHere(dataDirectory);
}

/** The database of the desk that runs on a data directory; null when none does. */
export async function connectToRunning(dataDirectory: string): Promise<Database | null> {
  const desk = await readDeskFile(dataDirectory);
  if (desk === null) return null;
  const db = openDatabase(desk.databaseUrl, { max: 2 });
  const answers = await db.row('select 1').then(
    () => true,
    () => false,
  );
  if (answers) return db;
  // A desk that was killed left its file behind.
  await db.close();
  return null;
}

async function openHere(dataDirectory: string): Promise<Connection> {
  const there = await stat(join(dataDirectory, 'pglite')).catch(() => null);
  if (there === null) {
    throw new Error(
      `There is no desk in ${dataDirectory} yet. Start one with "pnpm start", or name another with --data.`,
    );
  }
  const socketDirectory = await mkdtemp(join(tmpdir(), 'throughline-'));
  const server = await openEmbedded(dataDirectory, { directory: socketDirectory });
  const db = openDatabase(server.url, { max: 2 });
  return {
    db,
    by: 'opened here',
    close: async () => {
      await db.close();
      await server.close();
      await rm(socketDirectory, { recursive: true, force: true });
    },
  };
}

/** Runs `work` on the desk's database and lets go of it again. */
export async function withDesk<T>(dataDirectory: string, work: (db: Database) => Promise<T>): Promise<T> {
  const connection = await connectToDesk(dataDirectory);
  try {
    return await work(actingAs(connection.db, { userId: null, via: 'command line' }));
  } finally {
    await connection.close();
  }
}

/**
 * The same for what the desk's worker is to carry out: without one it would wait for ever.
 *
 * @throws a sentence for people when no desk runs on the data directory. Of a database that DATABASE_URL names nobody
 *   knows here who works on it.
 */
export async function withRunningDesk<T>(
  dataDirectory: string,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  const running = env().DATABASE_URL === undefined ? await connectToRunning(dataDirectory) : undefined;
  if (running === null)
    throw new Error(
      `No desk runs on ${dataDirectory}, and its worker is needed for this. Start it with "pnpm start", or name another with --data.`,
    );
  await running?.close();
  return withDesk(dataDirectory, work);
}
