import { applyMigrations, migrationFiles } from '../migrate.ts';
import type { BackupClient } from './client.ts';
import { type BackupEnd, type BackupHead, type BackupTable, FORMAT, LineSum, readLine } from './format.ts';
import { quoted, tablesOf } from './write.ts';

/** Why a backup is not restored; the message is a sentence for people, and nothing was changed. */
export class RestoreError extends Error {
  override name = 'RestoreError';
}

const ROWS_AT_ONCE = 500;
const UNITS_AT_ONCE = 4 * 1024 * 1024;

export interface Restored {
  head: BackupHead;
  rows: Record<string, number>;
}

/**
 * Puts a whole desk into an empty database, in one transaction: the tables as the backup knew them, their rows without
 * any trigger (the record comes with the backup), and their sequences. What newer migrations change comes afterwards,
 * by the usual way.
 *
 * @param lines those of a backup
 * @throws RestoreError when the database is not empty, or the backup is damaged or newer than this desk.
 */
export async function restoreBackup(client: BackupClient, lines: AsyncIterable<string>): Promise<Restored> {
  await client.exec('begin');
  try {
    const restored = await restore(client, lines);
    await client.exec('commit');
    return restored;
  } catch (error) {
    // Where the connection is gone the transaction is as well.
    await client.exec('rollback').catch(() => {});
    throw error;
  }
}

async function restore(client: BackupClient, lines: AsyncIterable<string>): Promise<Restored> {
  const sum = new LineSum();
  const reader = readLines(lines, sum);
  const head = await headOf(reader);
  await mustBeEmpty(client);
  await makeTables(client, head);
  const loader = new Loader(client);
  for await (const line of reader) {
    if (line.kind === 'T') await loader.begin(line.value);
    else if (line.kind === 'R') await loader.add(line.row);
    else if (line.kind === 'S') {
      await loader.flush();
      for (const { name, last, called } of line.value)
        await client.rows(`select setval($1::regclass, $2::bigint, $3::boolean)`, [
          `throughline.${quoted(name)}`,
          last,
          String(called),
        ]);
    } else if (line.kind === 'E') {
      await loader.end();
      return { head, rows: checked(line.value, line.sum, loader.rows) };
    }
  }
  throw damaged('it ends too early');
}

type Line = ReturnType<typeof readLine> & { sum: string };

/** Lines with, at the end, the checksum of those before. */
async function* readLines(lines: AsyncIterable<string>, sum: LineSum): AsyncGenerator<Line> {
  let any = false;
  try {
    for await (const line of lines) {
      const read = readLine(line);
      any = true;
      if (read.kind !== 'E') sum.add(line);
      yield { ...read, sum: read.kind === 'E' ? sum.end() : '' };
    }
  } catch (error) {
    // What zlib says of a file that is cut off, or has other bytes than were written.
    const unpacking = (error as NodeJS.ErrnoException).code?.startsWith('Z_') ?? false;
    if (!unpacking && !(error instanceof SyntaxError)) throw error;
    if (!any) throw notOne();
    throw damaged(unpacking ? 'it cannot be unpacked to its end' : 'a line cannot be read');
  }
}

async function headOf(reader: AsyncGenerator<Line>): Promise<BackupHead> {
  const first = await reader.next();
  if (first.done || first.value.kind !== 'H' || first.value.value.product !== 'throughline') throw notOne();
  return first.value.value;
}

async function mustBeEmpty(client: BackupClient): Promise<void> {
  const [found] = await client.rows<{ tables: number }>(
    `select count(*)::int as tables from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'throughline'`,
  );
  if ((found?.tables ?? 0) > 0)
    throw new RestoreError(
      'There is a desk in this database already. A backup is restored into an empty one; nothing was changed.',
    );
}

async function makeTables(client: BackupClient, head: BackupHead): Promise<void> {
  const known = await migrationFiles();
  const unknown = head.migrations.filter((name) => !known.includes(name));
  if (head.format > FORMAT || unknown.length > 0)
    throw new RestoreError(
      `This backup was made by a newer version of Throughline (${head.version}). Restore it with that version or a later one; nothing was changed.`,
    );
  await applyMigrations(client, head.migrations);
}

/** Puts rows into tables in batches; tables of which others speak are filled without being asked about them. */
class Loader {
  readonly rows: Record<string, number> = {};
  private readonly client: BackupClient;
  private table: BackupTable | null = null;
  private held: string[] = [];
  private units = 0;
  private own = new Map<string, BackupTable>();
  private constraints: { table: string; name: string; definition: string }[] | null = null;

  constructor(client: BackupClient) {
    this.client = client;
  }

  async begin(table: BackupTable): Promise<void> {
    await this.flush();
    if (this.constraints === null) await this.letGo();
    const own = this.own.get(table.name);
    const names = new Map(own?.columns.map((column) => [column.name, column]));
    // The types are those of the tables that were made here: nothing of the file is read as SQL.
    const columns = table.columns.map(({ name }) => names.get(name) ?? refuse(`${table.name}.${name}`));
    this.table = { name: own?.name ?? refuse(table.name), columns };
    this.rows[table.name] = 0;
  }

  async add(row: string): Promise<void> {
    if (this.table === null) throw damaged('a row belongs to no table');
    this.rows[this.table.name] = (this.rows[this.table.name] ?? 0) + 1;
    this.held.push(row);
    this.units += row.length;
    if (this.held.length >= ROWS_AT_ONCE || this.units >= UNITS_AT_ONCE) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.table === null || this.held.length === 0) return;
    const { name, columns } = this.table;
    const values = columns.map(({ type }, index) => `(r ->> ${index})::${type}`).join(', ');
    await this.client.rows(
      `insert into throughline.${quoted(name)} (${columns.map((column) => quoted(column.name)).join(', ')})
       overriding system value select ${values} from json_array_elements($1::json) as r`,
      [`[${this.held.join(',')}]`],
    );
    this.held = [];
    this.units = 0;
  }

  /** Nothing that migrations put there, no trigger, and no foreign key until all rows are in. */
  private async letGo(): Promise<void> {
    const tables = await tablesOf(this.client);
    this.own = new Map(tables.map((table) => [table.name, table]));
    const names = tables.map((table) => `throughline.${quoted(table.name)}`);
    for (const name of names) await this.client.exec(`alter table ${name} disable trigger user`);
    this.constraints = await this.client.rows(
      `select c.conrelid::regclass::text as table, quote_ident(c.conname) as name, pg_get_constraintdef(c.oid) as definition
       from pg_constraint c join pg_namespace n on n.oid = c.connamespace
       where n.nspname = 'throughline' and c.contype = 'f' order by c.oid`,
    );
    for (const { table, name } of this.constraints)
      await this.client.exec(`alter table ${table} drop constraint ${name}`);
    for (const name of names) await this.client.exec(`delete from ${name}`);
  }

  /** Foreign keys are made again, which checks all rows at once. */
  async end(): Promise<void> {
    await this.flush();
    for (const { table, name, definition } of this.constraints ?? [])
      await this.client.exec(`alter table ${table} add constraint ${name} ${definition}`);
    for (const name of this.own.keys())
      await this.client.exec(`alter table throughline.${quoted(name)} enable trigger user`);
  }
}

function checked(end: BackupEnd, sum: string, rows: Record<string, number>): Record<string, number> {
  if (end.sha256 !== sum) throw damaged('its checksum is another');
  const names = [...new Set([...Object.keys(rows), ...Object.keys(end.rows)])];
  if (names.some((name) => rows[name] !== end.rows[name])) throw damaged('rows are missing');
  return rows;
}

const notOne = () => new RestoreError('This file is not a backup of a desk.');

const damaged = (how: string) =>
  new RestoreError(`This backup is damaged: ${how}. Nothing was restored; take another one.`);

const refuse = (name: string): never => {
  throw damaged(`it names ${name}, which such a desk does not have`);
};
