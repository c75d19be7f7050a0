import { readdir, readFile } from 'node:fs/promises';

/** The little that migrating needs: a client that runs several statements in one text. */
export interface MigrationClient {
  exec(sql: string): Promise<unknown>;
  names(sql: string): Promise<string[]>;
}

const directory = new URL('../migrations/', import.meta.url);

const MIGRATIONS_TABLE = `
  create schema if not exists throughline;
  create table if not exists throughline.migrations (name text primary key, applied_at timestamptz not null default now());
`;

/**
 * Applies the migrations that are missing, in order of their names, each in its own transaction.
 *
 * @returns the names applied now.
 * @throws when the database was migrated by a newer version of the desk, or a migration fails (it leaves no trace).
 */
export async function migrate(client: MigrationClient): Promise<string[]> {
  await client.exec(MIGRATIONS_TABLE);
  const files = await migrationFiles();
  const done = await client.names('select name from throughline.migrations order by name');
  const unknown = done.filter((name) => !files.includes(name));
  if (unknown.length > 0) {
    throw new Error(
      `This database was made by a newer version of Throughline (it has ${unknown.join(', ')}).`,
    );
  }
  const missing = files.filter((name) => !done.includes(name));
  for (const name of missing) {
    await client.exec(`begin;\n${await migrationSql(name)}\ncommit;`);
  }
  return missing;
}

/** The names of all migrations of this version, in order. */
export async function migrationFiles(): Promise<string[]> {
  return (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort();
}

/** Applies just these migrations to an empty database, in the caller's transaction. */
export async function applyMigrations(
  client: Pick<MigrationClient, 'exec'>,
  names: readonly string[],
): Promise<void> {
  await client.exec(MIGRATIONS_TABLE);
  for (const name of [...names].sort()) await client.exec(await migrationSql(name));
}

const migrationSql = async (name: string) =>
  `${await readFile(new URL(name, directory), 'utf8')}
insert into throughline.migrations (name) values ('${name}');`;
