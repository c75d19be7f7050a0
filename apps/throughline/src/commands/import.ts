import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { restoreStoryline } from '@throughline/store';
import { importStoryline } from '@throughline/storylines';
import { type Command, readFileAndData } from '../command.ts';
import { dataDirectoryOf, withDesk } from '../desk/connect.ts';
import { env } from '../env.ts';

export const importCommand: Command = {
  summary: 'Restore a storyline from its JSON export',
  usage: `Usage: throughline import FILE.json [--data DIR]

Restores the storyline with its sections, citations and claims, as a new one on this desk. Citations are tied to this
desk's items where the same words of the same address are here; the others keep what the file tells about their source.`,
  run: async (args) => {
    const { file, data } = readFileAndData(args, 'file');
    const read = importStoryline(await readFile(resolve(env().INIT_CWD ?? '.', file), 'utf8'));
    if (!read.ok) throw new Error(`Nothing was stored.\n${read.problems.join('\n')}`);
    const done = await withDesk(dataDirectoryOf(data), (db) => restoreStoryline(db, read.document));
    process.stdout.write(`${done.slug}\n`);
    if (done.withoutItem > 0)
      process.stderr.write(
        `${done.withoutItem} of ${read.document.citations.length} citations have no item on this desk; they are kept as the file tells.\n`,
      );
    return 0;
  },
};
