import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ExportFormat, StorylineDocument } from '@throughline/schema';
import { readStoryline, storylineIdOf } from '@throughline/store';
import { exportStoryline } from '@throughline/storylines';
import { type Command, UsageError } from '../command.ts';
import { dataDirectoryOf, withDesk } from '../desk/connect.ts';

export const exportCommand: Command = {
  summary: 'Write a storyline as Markdown, HTML or JSON',
  usage: `Usage: throughline export STORYLINE --format ${ExportFormat.options.join('|')} [--out FILE] [--data DIR]

STORYLINE is its number or its short name, as in its address. Without --out it goes to standard output.
What an editor should know (claims without a source and the like) is said on standard error.`,
  run: async (args) => {
    const { reference, format, out, data } = readOptions(args);
    const storyline = await withDesk(dataDirectoryOf(data), async (db) => {
      const id = await storylineIdOf(db, reference);
      return id === null ? null : readStoryline(db, id);
    });
    if (storyline === null) throw new Error(`There is no storyline "${reference}".`);
    const file = await exportStoryline(StorylineDocument.parse(storyline), format);
    for (const warning of file.warnings) process.stderr.write(`${warning}\n`);
    if (out === undefined) process.stdout.write(file.body);
    else await writeFile(out, file.body);
    return 0;
  },
};

function readOptions(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { format: { type: 'string' }, out: { type: 'string' }, data: { type: 'string' } },
  });
  const [reference, ...more] = positionals;
  if (reference === undefined || more.length > 0) throw new UsageError('Name one storyline.');
  const format = ExportFormat.safeParse(values.format);
  if (!format.success) throw new UsageError(`--format must be one of ${ExportFormat.options.join(', ')}.`);
  return { reference, format: format.data, out: values.out, data: values.data };
}
