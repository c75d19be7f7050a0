import { access, constants } from 'node:fs/promises';
import { resolve } from 'node:path';
import { explainServer } from '@throughline/runtime';
import { restoreIntoDirectory, restoreIntoServer } from '@throughline/store';
import { unpackedLines } from '../backup-file.ts';
import { type Command, readFileAndData, UsageError } from '../command.ts';
import { env } from '../env.ts';

export const restore: Command = {
  summary: 'Bring a desk back from an archive, into an empty place',
  usage: `Usage: throughline restore FILE --data DIR
       DATABASE_URL=postgres://... throughline restore FILE

Restores what "throughline backup" wrote, whole or not at all: into a directory that is empty or not there, as an
embedded database, or into the database that DATABASE_URL names, which must not have a desk yet. A damaged archive and
one of a newer version are refused.`,
  run: async (args) => {
    const { file, data } = readFileAndData(args, 'archive');
    const { DATABASE_URL, INIT_CWD = '.' } = env();
    if ((data === undefined) === (DATABASE_URL === undefined))
      throw new UsageError('Say where to: either --data DIR or DATABASE_URL.');
    const path = resolve(INIT_CWD, file);
    await access(path, constants.R_OK).catch(() => {
      throw new Error(`${path} is not there, or cannot be read.`);
    });
    const lines = unpackedLines(path);
    const { head, rows } =
      data === undefined
        ? await intoServer(DATABASE_URL ?? '', lines)
        : await restoreIntoDirectory(resolve(INIT_CWD, data), lines);
    process.stdout.write(
      `Restored the desk of ${head.at}: ${rows['items'] ?? 0} items, ${rows['storylines'] ?? 0} storylines.\n`,
    );
    return 0;
  },
};

/** What the server says of itself is explained; what is wrong with the archive is a sentence already. */
async function intoServer(url: string, lines: AsyncIterable<string>) {
  try {
    return await restoreIntoServer(url, lines);
  } catch (error) {
    if (error instanceof Error && error.name === 'RestoreError') throw error;
    throw new Error(explainServer('PostgreSQL', 'DATABASE_URL', url, error));
  }
}
