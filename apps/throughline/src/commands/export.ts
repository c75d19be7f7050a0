import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ExportFormat, StorylineDocument } from '@throughline/schema';
import {
  type Database,
  listStorylines,
  readRevision,
  readStoryline,
  storylineIdOf,
} from '@throughline/store';
import { assessStoryline, exportStoryline, exportWarnings } from '@throughline/storylines';
import { type Command, UsageError } from '../command.ts';
import { dataDirectoryOf, withDesk } from '../desk/connect.ts';
import { env } from '../env.ts';

export const exportCommand: Command = {
  summary: 'Write storylines as Markdown, HTML, JSON, DOCX, EPUB, feeds and more',
  usage: `Usage: throughline export STORYLINE --format FORMAT [--revision N] [--strict] [--out FILE] [--data DIR]
       throughline export --all DIR --format FORMAT [--strict] [--data DIR]

FORMAT is one of ${ExportFormat.options.join(', ')}.
STORYLINE is its number or its short name, as in its address. Without --out it goes to standard output.
--revision takes a saved state instead of the storyline as it stands now.
--all writes every storyline into a directory and says how far it is.
--strict refuses while claims are unsupported, contested or stale; otherwise that is said on standard error.`,
  run: async (args) => {
    const options = readOptions(args);
    return withDesk(dataDirectoryOf(options.data), (db) =>
      options.all === undefined ? one(db, options) : everything(db, options, options.all),
    );
  },
};

interface Options {
  reference: string;
  format: ExportFormat;
  revision: number | undefined;
  strict: boolean;
  out: string | undefined;
  all: string | undefined;
  data: string | undefined;
}

function readOptions(args: string[]): Options {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      revision: { type: 'string' },
      strict: { type: 'boolean', default: false },
      out: { type: 'string' },
      all: { type: 'string' },
      data: { type: 'string' },
    },
  });
  const [reference = '', ...more] = positionals;
  if ((reference === '') === (values.all === undefined) || more.length > 0)
    throw new UsageError('Name one storyline, or a directory with --all.');
  const format = ExportFormat.safeParse(values.format);
  if (!format.success) throw new UsageError(`--format must be one of ${ExportFormat.options.join(', ')}.`);
  const { strict, out, all, data } = values;
  if (all !== undefined && (out !== undefined || values.revision !== undefined))
    throw new UsageError('--all takes neither --out nor --revision.');
  return { reference, format: format.data, revision: revisionOf(values.revision), strict, out, all, data };
}

function revisionOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const revision = Number(text);
  if (!Number.isSafeInteger(revision) || revision < 1) throw new UsageError('--revision must be a number.');
  return revision;
}

async function one(db: Database, { reference, format, revision, strict, out }: Options): Promise<number> {
  const id = await storylineIdOf(db, reference);
  if (id === null) throw new Error(`There is no storyline "${reference}".`);
  const document = await documentOf(db, id, revision);
  if (document === null)
    throw new Error(`Revision ${revision ?? ''} of the storyline "${reference}" is not kept.`);
  if (!mayLeave(document, strict)) return 1;
  const file = await exportStoryline(document, format);
  if (out === undefined) process.stdout.write(file.body);
  else await writeWhole(fromHere(out), file.body);
  return 0;
}

async function everything(db: Database, { format, strict }: Options, directory: string): Promise<number> {
  const target = fromHere(directory);
  await mkdir(target, { recursive: true });
  const rows = await listStorylines(db);
  let refused = 0;
  for (const [index, row] of rows.entries()) {
    const document = await documentOf(db, row.id, undefined);
    // Removed since the list was read.
    if (document === null) continue;
    process.stderr.write(`${index + 1} of ${rows.length}: ${row.slug}\n`);
    if (!mayLeave(document, strict)) {
      refused++;
      continue;
    }
    const file = await exportStoryline(document, format);
    await writeWhole(join(target, file.fileName), file.body);
  }
  process.stderr.write(`${rows.length - refused} written to ${target}, ${refused} refused.\n`);
  return refused > 0 ? 1 : 0;
}

async function documentOf(db: Database, id: number, revision: number | undefined) {
  if (revision !== undefined) {
    const kept = await readRevision(db, id, revision);
    return kept === null ? null : StorylineDocument.parse(kept);
  }
  const stored = await readStoryline(db, id);
  return stored === null ? null : StorylineDocument.parse(assessStoryline(stored));
}

/** Says what an editor should know; with `strict` anything said keeps the piece here. */
function mayLeave(document: StorylineDocument, strict: boolean): boolean {
  const warnings = exportWarnings(document);
  for (const warning of warnings) process.stderr.write(`${document.slug}: ${warning}\n`);
  if (warnings.length === 0 || !strict) return true;
  process.stderr.write(`${document.slug} is not written: it is not proven yet.\n`);
  return false;
}

/** A name that stands for a whole file, or for none: a full disk leaves what was there before. */
async function writeWhole(path: string, body: Uint8Array): Promise<void> {
  const part = `${path}.part`;
  try {
    await writeFile(part, body);
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw new Error(`${path} could not be written: ${(error as Error).message}`);
  }
}

const fromHere = (path: string) => resolve(env().INIT_CWD ?? '.', path);
