import pg from 'pg';

/** Runs SQL. Both a pool and an open transaction are one, so that queries compose. */
export interface Sql {
  /** All rows. int8 comes as number, timestamptz as ISO 8601 in UTC. */
  rows<Row>(text: string, params?: readonly unknown[]): Promise<Row[]>;
  /** The first row or null. */
  row<Row>(text: string, params?: readonly unknown[]): Promise<Row | null>;
  /** How many rows a statement changed. */
  run(text: string, params?: readonly unknown[]): Promise<number>;
}

export interface Database extends Sql {
  /**
   * Runs `work` in one transaction: all or nothing. Inside, use only the `Sql` handed in: the embedded database
   * has one session, so waiting for a second connection (or the queue) would wait for ever.
   */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

const parsers: Record<number, (text: string) => unknown> = {
  [INT8]: Number,
  [DATE]: (text) => text,
  [TIMESTAMPTZ]: (text) => new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString(),
};

/** Our own reading of values, kept away from the `pg` module's global parsers, which BullMQ shares. */
const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    parsers[oid] ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/** Opens a pool on a PostgreSQL address (real, or the embedded database's socket). Connects on first use. */
export function openDatabase(url: string, options: { max?: number } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 8,
    types,
    connectionTimeoutMillis: 10_000,
  });
  // A dropped idle connection is replaced on the next query; without a listener it would end the process.
  pool.on('error', () => {});
  return {
    ...sqlOf(pool),
    transaction: (work) => inTransaction(pool, work),
    close: () => pool.end(),
  };
}

function sqlOf(client: pg.Pool | pg.PoolClient): Sql {
  const query = (text: string, params: readonly unknown[] = []) => client.query(text, [...params]);
  return {
    rows: async <Row>(text: string, params?: readonly unknown[]) => (await query(text, params)).rows as Row[],
    row: async <Row>(text: string, params?: readonly unknown[]) =>
      ((await query(text, params)).rows[0] as Row | undefined) ?? null,
    run: async (text, params) => (await query(text, params)).rowCount ?? 0,
  };
}

async function inTransaction<T>(pool: pg.Pool, work: (sql: Sql) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A connection that drops between two queries is told here only; the next query then fails with it.
  const onError = (error: Error) => {
    broken = error;
  };
  client.on('error', onError);
  try {
    await client.query('begin');
    const result = await work(sqlOf(client));
    await client.query('commit');
    return result;
  } catch (error) {
    // If even the rollback fails the connection is lost: hand it back as broken, never into the pool.
    await client.query('rollback').catch((rollbackError: Error) => {
      broken = rollbackError;
    });
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}
