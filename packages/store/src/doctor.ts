import type { Sql } from './database.ts';

export interface DatabaseFacts {
  /** e.g. "PostgreSQL 18.6 (PGlite 0.5.14)" */
  version: string;
  embedded: boolean;
  migrations: string[];
  bytes: number;
}

/** What the doctor and the about page say of the database. */
export async function databaseFacts(sql: Sql): Promise<DatabaseFacts> {
  const row = await sql.row<{ version: string; bytes: number }>(
    'select version() as version, pg_database_size(current_database()) as bytes',
  );
  const migrations = await sql.rows<{ name: string }>(
    'select name from throughline.migrations order by name',
  );
  const version = row?.version.split(' on ')[0] ?? 'unknown';
  return {
    version,
    embedded: version.includes('PGlite'),
    migrations: migrations.map((migration) => migration.name),
    bytes: row?.bytes ?? 0,
  };
}
