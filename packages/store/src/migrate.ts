import { readdir, readFile } from 'node:fs/promises';

/** The little that migrating needs: a client that runs several statements in one text. */
export interface MigrationClient {
  exec(sql: string): Promise<unknown>;
  names(sql: string): Promise<string[]>;
}

const directory = new URL('../migrations/', import.meta.url);

/**
 * Applies the migrations that are missing, in order of their names, each in its own transaction.
 *
 * @returns the names applied now.
 * @throws when the database was migrated by a newer version of the desk, or a migration fails (it leaves no trace).
 */
export async function migrate(client: MigrationClient): Promise<string[]> {
  await client.exec(`
    create schema if not exists throughline;
    create table if not exists throughline.migrations (name text primary key, applied_at timestamptz not null default now());
  `);
  const files = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort();
  const done = await client.names('select name from throughline.migrations order by name');
  const unknown = done.filter((name) => !files.includes(name));
  if (unknown.length > 0) {
    throw new Error(
      `This database was made by a newer version of Throughline (it has ${unknown.join(', ')}).`,
    );
  }
  const missing = files.filter((name) => !done.includes(name));
  for (const name of missing) {
    const sql = await readFile(new URL(name, directory), 'utf8');
    await client.exec(
      `begin;\n${sql}\ninsert into throughline.migrations (name) values ('${name}');\ncommit;`,
    );
  }
  return missing;
}
