import { constants } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../database.ts';
import { DirectoryInUseError, lockDirectory } from '../directory-lock.ts';

const PREFIX = 'backup-';

export interface Copy {
  /** A directory with an embedded database that nobody else opens. */
  path: string;
  drop(): Promise<void>;
}

/**
 * A copy of the embedded database of a desk that runs. Nothing is written while we hold its one session, so the copy is
 * what a desk would find that was killed at that moment.
 */
export async function copyDatabase(db: Database, dataDirectory: string): Promise<Copy> {
  await dropBrokenCopies(dataDirectory);
  const directory = await mkdtemp(join(dataDirectory, PREFIX));
  const drop = () => rm(directory, { recursive: true, force: true });
  try {
    // Says as long as we live that the copy is in use.
    await lockDirectory(directory);
    const path = join(directory, 'pglite');
    await mkdir(path, { mode: 0o700 });
    await db.transaction(async (sql) => {
      await sql.row('select 1');
      await cp(join(dataDirectory, 'pglite'), path, { recursive: true, mode: constants.COPYFILE_FICLONE });
    });
    return { path, drop };
  } catch (error) {
    await drop();
    throw error;
  }
}

/** Removes the copies that killed backups left behind; those of living ones stay. */
export async function dropBrokenCopies(dataDirectory: string): Promise<void> {
  for (const name of await readdir(dataDirectory)) {
    if (!name.startsWith(PREFIX)) continue;
    const directory = join(dataDirectory, name);
    try {
      await lockDirectory(directory);
      await rm(directory, { recursive: true, force: true });
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      // Somebody else removes it at this moment, or it is no directory and so not ours.
      if (!(error instanceof DirectoryInUseError) && code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
    }
  }
}
