import { chmod, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { lockDirectory } from '../directory-lock.ts';
import { migrateServer } from '../migrate-server.ts';
import { directoryClient, serverClient } from './client.ts';
import { type Restored, RestoreError, restoreBackup } from './restore.ts';

/** Where the database grows before it gets its name: what is found there was broken off. */
const UNFINISHED = 'pglite.restoring';

/**
 * Restores a backup as the embedded database of a directory that is empty or not there. The database gets its name when
 * it is whole; newer tables come when a desk starts on it.
 */
export async function restoreIntoDirectory(
  dataDirectory: string,
  lines: AsyncIterable<string>,
): Promise<Restored> {
  const made = (await mkdir(dataDirectory, { recursive: true, mode: 0o700 })) !== undefined;
  const lock = await lockDirectory(dataDirectory);
  const unfinished = join(dataDirectory, UNFINISHED);
  let whole = false;
  try {
    const others = (await readdir(dataDirectory)).filter((name) => name !== 'lock' && name !== UNFINISHED);
    if (others.length > 0)
      throw new RestoreError(
        `The directory ${dataDirectory} is not empty. A backup is restored into an empty one; nothing was changed.`,
      );
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { mode: 0o700 });
    const restored = await inDirectory(unfinished, lines);
    await rename(unfinished, join(dataDirectory, 'pglite'));
    whole = true;
    return restored;
  } finally {
    if (!whole) await rm(unfinished, { recursive: true, force: true });
    await lock.release();
    if (made && !whole) await rmdir(dataDirectory).catch(() => {});
  }
}

async function inDirectory(directory: string, lines: AsyncIterable<string>): Promise<Restored> {
  const client = await directoryClient(directory);
  try {
    return await restoreBackup(client, lines);
  } finally {
    await client.close();
    await chmod(directory, 0o700);
  }
}

/** Restores a backup into a server's database that has no desk yet, and brings its tables up to this version. */
export async function restoreIntoServer(url: string, lines: AsyncIterable<string>): Promise<Restored> {
  const client = await serverClient(url);
  try {
    const restored = await restoreBackup(client, lines);
    await migrateServer(url);
    return restored;
  } finally {
    await client.close();
  }
}
