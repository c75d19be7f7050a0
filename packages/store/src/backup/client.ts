import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import type { Database } from '../database.ts';
import { lockDirectory } from '../directory-lock.ts';
import { copyDatabase } from './copies.ts';

/** One session of its own on a database, whichever it is. All values come as text. */
export interface BackupClient {
  exec(sql: string): Promise<unknown>;
  rows<Row>(sql: string, params?: readonly string[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** @param url of a PostgreSQL server. */
export async function serverClient(url: string): Promise<BackupClient> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A connection that drops also fails the query that runs; unheard, the event would end the process.
  client.on('error', () => {});
  await client.connect();
  return {
    exec: (sql) => client.query(sql),
    rows: async <Row>(sql: string, params: readonly string[] = []) =>
      (await client.query(sql, [...params])).rows as Row[],
    close: () => client.end(),
  };
}

/** The embedded database in a directory (null: in memory), opened in this process as it is. */
export async function directoryClient(directory: string | null): Promise<BackupClient> {
  const db = await PGlite.create(directory === null ? {} : { dataDir: directory });
  await db.exec("set timezone = 'UTC'");
  return {
    exec: (sql) => db.exec(sql),
    rows: async <Row>(sql: string, params: readonly string[] = []) =>
      (await db.query<Row>(sql, [...params])).rows,
    close: () => db.close(),
  };
}

/** The embedded database of a desk that does not run; nobody else can open it meanwhile. */
export async function stoppedClient(dataDirectory: string): Promise<BackupClient> {
  const lock = await lockDirectory(dataDirectory);
  try {
    const client = await directoryClient(join(dataDirectory, 'pglite'));
    return { ...client, close: () => client.close().finally(() => lock.release()) };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/**
 * The embedded database of a desk that runs, as it is now. It has one session, and one transaction that reads everything
 * would keep the desk waiting for all of it; copying its files keeps it waiting for the copying alone.
 *
 * @param db of the running desk
 */
export async function copiedClient(db: Database, dataDirectory: string): Promise<BackupClient> {
  const copy = await copyDatabase(db, dataDirectory);
  try {
    const client = await directoryClient(copy.path);
    return { ...client, close: () => client.close().finally(copy.drop) };
  } catch (error) {
    await copy.drop();
    throw error;
  }
}

/** Whether an embedded database lies in a data directory. */
export const hasDatabase = (dataDirectory: string): Promise<boolean> =>
  stat(join(dataDirectory, 'pglite')).then(
    () => true,
    () => false,
  );
