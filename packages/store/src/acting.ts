import type { Database, Sql } from './database.ts';

/** In whose name something is changed, for the record. */
export interface Actor {
  /** Null: nobody of the desk. */
  userId: number | null;
  /** By what means, where it is not the desk's pages: "command line", "token Wire bot". */
  via?: string;
}

const READS = /^\s*select\b/i;

/** Says for the rest of the transaction who acts in it. */
export async function nameActor(sql: Sql, { userId, via = '' }: Actor): Promise<void> {
  await sql.run("select set_config('throughline.actor', $1, true), set_config('throughline.via', $2, true)", [
    String(userId ?? ''),
    via,
  ]);
}

/**
 * The same database in somebody's name: the database's own record says that whatever is changed through it was changed
 * by them. It is said within each transaction, because clients of the embedded database share one session.
 */
export function actingAs(db: Database, actor: Actor): Database {
  const transaction = <T>(work: (sql: Sql) => Promise<T>) =>
    db.transaction(async (sql) => {
      await nameActor(sql, actor);
      return work(sql);
    });
  const inTurn = <T>(text: string, run: (sql: Sql) => Promise<T>) =>
    READS.test(text) ? run(db) : transaction(run);
  return {
    rows: (text, params) => inTurn(text, (sql) => sql.rows(text, params)),
    row: (text, params) => inTurn(text, (sql) => sql.row(text, params)),
    run: (text, params) => inTurn(text, (sql) => sql.run(text, params)),
    transaction,
    close: () => db.close(),
  };
}
