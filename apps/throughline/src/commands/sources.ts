import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { opmlOfSources, sourcesOfOpml } from '@throughline/feeds';
import { inEnglish } from '@throughline/schema';
import { addSources, listSources } from '@throughline/store';
import { type Command, UsageError } from '../command.ts';
import { dataDirectoryOf, withDesk } from '../desk/connect.ts';
import { env } from '../env.ts';

/** Seconds over which the first checks of imported sources are spread, each. */
const SPREAD_SECONDS_EACH = 2;

export const sources: Command = {
  summary: 'Import sources from an OPML file, or export them',
  usage: `Usage: throughline sources import FILE.opml [--data DIR]
       throughline sources export [--data DIR]

An import adds what is new and leaves what is there as it is; what could not be read is listed on standard error.
An export is OPML 2.0 on standard output.`,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { data: { type: 'string' } },
    });
    const [action, file] = positionals;
    const data = dataDirectoryOf(values.data);
    if (action === 'import' && file !== undefined) return importFile(data, file);
    if (action === 'export' && file === undefined) return exportAll(data);
    throw new UsageError('Say "import FILE.opml" or "export".');
  },
};

async function importFile(data: string, file: string): Promise<number> {
  const found = sourcesOfOpml(await readFile(resolve(env().INIT_CWD ?? '.', file), 'utf8'));
  for (const problem of found.problems) process.stderr.write(`${inEnglish(problem)}\n`);
  const result = await withDesk(data, (db) =>
    addSources(db, found.sources, found.sources.length * SPREAD_SECONDS_EACH),
  );
  process.stderr.write(
    `${result.added} added, ${result.alreadyThere} already there, ${found.problems.length} could not be read.\n`,
  );
  return 0;
}

async function exportAll(data: string): Promise<number> {
  const all = await withDesk(data, listSources);
  process.stdout.write(opmlOfSources(all));
  return 0;
}
