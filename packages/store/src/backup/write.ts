import type { BackupClient } from './client.ts';
import { type BackupHead, type BackupSequence, type BackupTable, FORMAT, LineSum } from './format.ts';

/** What screens were told of in the last hours means nothing elsewhere; the head names the migrations. */
const LEFT_OUT = ['events', 'migrations'];
/** Rows read at once: each may hold half a million characters. */
const ROWS_AT_ONCE = 200;

export interface BackupSummary {
  rows: Record<string, number>;
  sha256: string;
}

/**
 * Writes a whole desk, as it is at one moment, line by line.
 *
 * @param write takes some lines, each with its line feed; it is waited for.
 * @throws Error with a sentence when there is no desk in the database.
 */
export async function writeBackup(
  client: BackupClient,
  facts: { version: string; at: Date },
  write: (lines: string) => Promise<void>,
): Promise<BackupSummary> {
  await client.exec('begin isolation level repeatable read, read only');
  const sum = new LineSum();
  const say = async (lines: readonly string[]) => {
    for (const line of lines) sum.add(line);
    if (lines.length > 0) await write(`${lines.join('\n')}\n`);
  };
  const rows: Record<string, number> = {};
  await say([`H${JSON.stringify(await headOf(client, facts))}`]);
  for (const table of await tablesOf(client)) {
    await say([`T${JSON.stringify(table)}`]);
    rows[table.name] = await rowsOf(client, table, say);
  }
  await say([`S${JSON.stringify(await sequencesOf(client))}`]);
  const sha256 = sum.end();
  await write(`E${JSON.stringify({ rows, sha256 })}\n`);
  await client.exec('rollback');
  return { rows, sha256 };
}

async function headOf(
  client: BackupClient,
  { version, at }: { version: string; at: Date },
): Promise<BackupHead> {
  const there = await client.rows<{ there: boolean }>(
    "select to_regclass('throughline.migrations') is not null as there",
  );
  if (there[0]?.there !== true) throw new Error('There is no desk in this database yet: nothing to back up.');
  const names = await client.rows<{ name: string }>('select name from throughline.migrations order by name');
  return {
    format: FORMAT,
    product: 'throughline',
    version,
    at: at.toISOString(),
    migrations: names.map((row) => row.name),
  };
}

/** All tables with the columns that hold something of their own. */
export async function tablesOf(client: BackupClient): Promise<BackupTable[]> {
  const rows = await client.rows<{ name: string; column: string; type: string }>(
    `select c.relname::text as name, a.attname::text as column, format_type(a.atttypid, a.atttypmod) as type
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where n.nspname = 'throughline' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
       and a.attgenerated = '' and not c.relname = any($1::text[])
     order by c.relname, a.attnum`,
    [`{${LEFT_OUT.join(',')}}`],
  );
  const tables = new Map<string, BackupTable>();
  for (const { name, column, type } of rows) {
    const table = tables.get(name) ?? { name, columns: [] };
    table.columns.push({ name: column, type });
    tables.set(name, table);
  }
  return [...tables.values()];
}

async function rowsOf(
  client: BackupClient,
  { name, columns }: BackupTable,
  say: (lines: readonly string[]) => Promise<void>,
): Promise<number> {
  const values = columns.map((column) => `${quoted(column.name)}::text`).join(', ');
  await client.exec(
    `declare backup no scroll cursor for select json_build_array(${values})::text as row from throughline.${quoted(name)}`,
  );
  let count = 0;
  for (;;) {
    const rows = await client.rows<{ row: string }>(`fetch ${ROWS_AT_ONCE} from backup`);
    if (rows.length === 0) break;
    count += rows.length;
    await say(rows.map(({ row }) => `R${row}`));
  }
  await client.exec('close backup');
  return count;
}

async function sequencesOf(client: BackupClient): Promise<BackupSequence[]> {
  const names = await client.rows<{ name: string }>(
    `select c.relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'throughline' and c.relkind = 'S' order by c.relname`,
  );
  const sequences: BackupSequence[] = [];
  for (const { name } of names) {
    const [at] = await client.rows<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from throughline.${quoted(name)}`,
    );
    if (at !== undefined) sequences.push({ name, ...at });
  }
  return sequences;
}

/** A name as SQL reads it whatever is in it. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
