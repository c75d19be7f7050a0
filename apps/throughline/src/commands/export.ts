import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createPrinter } from '@throughline/runtime';
import { ExportFormat, ExportProblem, type StorylineDocument } from '@throughline/schema';
import { type Database, frozenStoryline, listStorylines, storylineIdOf } from '@throughline/store';
import { exportStoryline, exportWarnings, judgedDocument, refusals } from '@throughline/storylines';
import { type Command, UsageError } from '../command.ts';
import { dataDirectoryOf, withDesk } from '../desk/connect.ts';
import { env } from '../env.ts';
import { writeWhole } from '../write-whole.ts';

const formats = ExportFormat.options.join(', ');

export const exportCommand: Command = {
  summary: 'Write storylines as Markdown, HTML, JSON, DOCX, PDF, EPUB, feeds and more',
  usage: `Usage: throughline export STORYLINE --format FORMAT [--revision N] [--out FILE] [--refuse LIST] [--data DIR]
       throughline export STORYLINE --format FORMATS --out DIR/ [--revision N] [--refuse LIST] [--data DIR]
       throughline export --all --format FORMATS --out DIR [--refuse LIST] [--data DIR]

FORMAT is one of ${formats}.
FORMATS is one or more of them with commas between, or "all".
STORYLINE is its number or its short name, as in its address. Without --out it goes to standard output.
--revision takes a saved state instead of the storyline as it stands now. What leaves is kept: the same revision gives
  the same bytes again.
--all writes every storyline into a directory and says how far it is.
--refuse names what keeps a storyline here: one or more of ${ExportProblem.options.join(', ')};
  --strict refuses all of them. What is not refused is said on standard error.
pdf needs Chromium, in the usual places or named in CHROMIUM.

Exit code 1 when anything was refused or could not be written; a file is whole or not there.`,
  run: async (args) => {
    const options = readOptions(args);
    return withDesk(dataDirectoryOf(options.data), (db) =>
      options.all ? everything(db, options) : named(db, options),
    );
  },
};

interface Options {
  reference: string;
  formats: ExportFormat[];
  revision: number | undefined;
  refuse: ExportProblem[];
  /** An absolute path; null: standard output. */
  out: string | null;
  /** Several files go there. */
  directory: boolean;
  all: boolean;
  data: string | undefined;
}

function readOptions(args: string[]): Options {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      revision: { type: 'string' },
      refuse: { type: 'string' },
      strict: { type: 'boolean', default: false },
      out: { type: 'string' },
      all: { type: 'boolean', default: false },
      data: { type: 'string' },
    },
  });
  const { all, out, strict, data } = values;
  const [reference = '', ...more] = positionals;
  if ((reference === '') !== all || more.length > 0)
    throw new UsageError('Name one storyline, or all of them with --all.');
  const chosen = listOf(values.format === 'all' ? formats : values.format, ExportFormat, '--format');
  if (chosen.length === 0) throw new UsageError(`--format must be one of ${formats}.`);
  if (all && values.revision !== undefined) throw new UsageError('--all does not take --revision.');
  const directory = all || chosen.length > 1 || (out?.endsWith('/') ?? false);
  if (directory && out === undefined) throw new UsageError('Several files need a directory: --out DIR.');
  return {
    reference,
    formats: chosen,
    revision: revisionOf(values.revision),
    refuse: strict ? ExportProblem.options : listOf(values.refuse, ExportProblem, '--refuse'),
    out: out === undefined ? null : resolve(env().INIT_CWD ?? '.', out),
    directory,
    all,
    data,
  };
}

/** Words with commas between, each one of a known list. */
function listOf<T extends typeof ExportFormat | typeof ExportProblem>(
  text: string | undefined,
  words: T,
  option: string,
): T['options'] {
  const given = (text ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
  const known: readonly string[] = words.options;
  const wrong = given.find((word) => !known.includes(word));
  if (wrong !== undefined)
    throw new UsageError(`${option} does not know "${wrong}". It knows ${known.join(', ')}.`);
  return [...new Set(given)] as T['options'];
}

function revisionOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const revision = Number(text);
  if (!Number.isSafeInteger(revision) || revision < 1) throw new UsageError('--revision must be a number.');
  return revision;
}

async function named(db: Database, options: Options): Promise<number> {
  const { reference, revision, out, directory } = options;
  const id = await storylineIdOf(db, reference);
  if (id === null) throw new Error(`There is no storyline "${reference}".`);
  const document = await frozenStoryline(db, id, judgedDocument, revision);
  if (document === null)
    throw new Error(`Revision ${revision ?? ''} of the storyline "${reference}" is not kept.`);
  if (!mayLeave(document, options.refuse)) return 1;
  if (directory && out !== null) await mkdir(out, { recursive: true });
  const print = createPrinter({ chromium: env().CHROMIUM });
  for (const format of options.formats) {
    const file = await exportStoryline(document, format, print);
    if (out === null) await toOutput(file.body);
    else await writeWhole(directory ? join(out, file.fileName) : out, file.body);
  }
  return 0;
}

async function everything(db: Database, options: Options): Promise<number> {
  const target = options.out ?? '.';
  await mkdir(target, { recursive: true });
  const print = createPrinter({ chromium: env().CHROMIUM });
  const rows = await listStorylines(db);
  let written = 0;
  let refused = 0;
  for (const [index, row] of rows.entries()) {
    const document = await frozenStoryline(db, row.id, judgedDocument);
    // Removed since the list was read.
    if (document === null) continue;
    process.stderr.write(`${index + 1} of ${rows.length}: ${row.slug}\n`);
    if (!mayLeave(document, options.refuse)) {
      refused++;
      continue;
    }
    for (const format of options.formats) {
      const file = await exportStoryline(document, format, print);
      await writeWhole(join(target, file.fileName), file.body);
      written++;
    }
  }
  process.stderr.write(`${written} files written to ${target}; ${refused} storylines refused.\n`);
  return refused > 0 ? 1 : 0;
}

/** Says what an editor should know; what is refused keeps the piece here. */
function mayLeave(document: StorylineDocument, refuse: readonly ExportProblem[]): boolean {
  const warnings = exportWarnings(document);
  for (const { text } of warnings) process.stderr.write(`${document.slug}: ${text}\n`);
  const refused = refusals(warnings, refuse);
  if (refused.length === 0) return true;
  process.stderr.write(`${document.slug} is not written: ${refused.length} of these are refused.\n`);
  return false;
}

/** Resolves once it is handed over, so that a file on a pipe is whole before the process ends. */
function toOutput(body: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) =>
    process.stdout.write(body, (error) => (error ? reject(error) : resolve())),
  );
}
