import type { Sql } from './database.ts';

/** An answer that came in outside of a poll and waits to be read like one. */
export interface WaitingAnswer {
  sourceId: number;
  kind: 'preview' | 'push';
  /** When it came. */
  at: string;
  /** Everything but the body, as the feeds package hands it out. */
  head: unknown;
  body: Buffer;
}

export async function storeAnswer(sql: Sql, answer: Omit<WaitingAnswer, 'at'>): Promise<number> {
  const row = await sql.row<{ id: number }>(
    'insert into throughline.answers (source_id, kind, head, body) values ($1, $2, $3, $4) returning id',
    [answer.sourceId, answer.kind, JSON.stringify(answer.head), answer.body],
  );
  if (row === null) throw new Error('unreachable: an insert returns its row');
  return row.id;
}

/** All that wait, oldest first; those of one source come one after another. */
export async function waitingAnswers(sql: Sql, limit: number): Promise<number[]> {
  const rows = await sql.rows<{ id: number }>(
    `select min(id) as id from throughline.answers group by source_id order by 1 limit $1`,
    [limit],
  );
  return rows.map((row) => row.id);
}

export async function answerById(sql: Sql, id: number): Promise<WaitingAnswer | null> {
  return sql.row<WaitingAnswer>(
    'select source_id as "sourceId", kind, at, head, body from throughline.answers where id = $1',
    [id],
  );
}

/** It was read (or is of no use): once more would change nothing. */
export async function removeAnswer(sql: Sql, id: number): Promise<void> {
  await sql.run('delete from throughline.answers where id = $1', [id]);
}
