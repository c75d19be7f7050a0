import pg from 'pg';
import { migrate } from './migrate.ts';

/** "thrl" as a number: our key among the advisory locks of a shared server. */
const LOCK = 0x7468726c;

/**
 * Migrates a real PostgreSQL server (15 or newer). Several processes may start at once: an advisory lock
 * lets one migrate while the others wait. The embedded database, whose clients share one session, is left alone: it
 * migrates itself before it opens its socket.
 *
 * @returns the names applied now.
 * @throws when the server cannot be reached within 10 s, or is too old.
 */
export async function migrateServer(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A connection that drops also fails the query that runs; unheard, the event would end the process.
  client.on('error', () => {});
  await client.connect();
  try {
    const product = String((await client.query('select version() as name')).rows[0]?.name);
    if (product.includes('PGlite')) return [];
    const version = Number((await client.query('show server_version_num')).rows[0]?.server_version_num);
    if (version < 150_000) {
      throw new Error(
        `Throughline needs PostgreSQL 15 or newer; this server is ${Math.floor(version / 10_000)}.`,
      );
    }
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    return await migrate({
      exec: (sql) => client.query(sql),
      names: async (sql) => (await client.query(sql)).rows.map((row) => String(row.name)),
    });
  } finally {
    await client.end();
  }
}
