import { chmod, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { dropBrokenCopies } from './backup/copies.ts';
import { lockDirectory } from './directory-lock.ts';
import { migrate } from './migrate.ts';
import { takeTurns } from './take-turns.ts';

export interface EmbeddedDatabase {
  /** An address for `openDatabase` and for BullMQ's PostgreSQL backend. */
  url: string;
  migrated: string[];
  /** All that it holds, to open others from. */
  image(): Promise<Blob>;
  close(): Promise<void>;
}

const MAX_CONNECTIONS = 100;

/**
 * Opens the embedded database (PGlite) in `dataDirectory` and serves it on a socket, so that several processes
 * use it like any PostgreSQL server.
 *
 * It is ONE session for all clients: no named prepared statements, no session settings, no advisory locks. So
 * everything that belongs to the session (search path, time zone) is set here, before the socket opens.
 *
 * @param dataDirectory made when missing; null keeps everything in memory (tests).
 * @param socket where to listen: a port on 127.0.0.1 (0 = any free one) or the path of a Unix socket.
 * @param image what one in memory begins with, instead of nothing (making an empty one takes seconds).
 * @throws DirectoryInUseError when another process has the directory open.
 */
export async function openEmbedded(
  dataDirectory: string | null,
  socket: { port: number } | { directory: string },
  image?: Blob,
): Promise<EmbeddedDatabase> {
  if (dataDirectory !== null) await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
  const lock = dataDirectory === null ? null : await lockDirectory(dataDirectory);
  try {
    if (dataDirectory !== null) await dropBrokenCopies(dataDirectory);
    const db = await PGlite.create(
      dataDirectory === null
        ? inMemory(image)
        : { dataDir: await closedDirectory(join(dataDirectory, 'pglite')) },
    );
    const migrated = await migrate({
      exec: (sql) => db.exec(sql),
      names: async (sql) => (await db.query<{ name: string }>(sql)).rows.map((row) => row.name),
    });
    await db.exec(
      `create schema if not exists bullmq; set search_path = bullmq, public; set timezone = 'UTC';`,
    );
    const { server, url } = await serve(db, socket);
    return {
      url,
      migrated,
      image: () => db.dumpDataDir('none'),
      close: async () => {
        await server.stop();
        await db.close();
        await lock?.release();
      },
    };
  } catch (error) {
    await lock?.release();
    throw error;
  }
}

function inMemory(image: Blob | undefined): PGliteOptions {
  return image === undefined ? {} : { loadDataDir: image };
}

/** PGlite writes files that everybody may read and change, so its directory lets nobody else in. */
async function closedDirectory(directory: string): Promise<string> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await chmod(directory, 0o700);
  return directory;
}

async function serve(db: PGlite, socket: { port: number } | { directory: string }) {
  const limits = { db: takeTurns(db), maxConnections: MAX_CONNECTIONS };
  if ('directory' in socket) {
    const path = join(socket.directory, '.s.PGSQL.5432');
    // A server that was killed leaves its socket behind; the directory's lock says that nobody serves on it now.
    await rm(path, { force: true });
    const server = new PGLiteSocketServer({ ...limits, path });
    await server.start();
    return { server, url: `postgres://postgres@/postgres?host=${encodeURIComponent(socket.directory)}` };
  }
  const server = new PGLiteSocketServer({ ...limits, host: '127.0.0.1', port: socket.port });
  await server.start();
  return { server, url: `postgres://postgres@${server.getServerConn()}/postgres` };
}
