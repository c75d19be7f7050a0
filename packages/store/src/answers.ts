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
  /** How often reading it was begun, this time included. */
  tries: number;
}

export async function storeAnswer(sql: Sql, answer: Omit<WaitingAnswer, 'at' | 'tries'>): Promise<number> {
  const row = await sql.row<{ id: number }>(
    'insert into throughline.answers (source_id, kind, head, body) values ($1, $2, $3, $4) returning id',
    [answer.sourceId, answer.kind, JSON.stringify(answer.head), answer.body],
  );
  if (row === null) throw new Error('unreachable: an insert returns its row');
  return row.id;
}

/** All that are to be read now, oldest first; those of one source come one after another. */
export async function waitingAnswers(sql: Sql, now: Date, limit: number): Promise<number[]> {
  const rows = await sql.rows<{ id: number }>(
    `select id from (select distinct on (source_id) id, next_try_at from throughline.answers order by source_id, id) a
     where next_try_at <= $1 order by id limit $2`,
    [now.toISOString(), limit],
  );
  return rows.map((row) => row.id);
}

/** Takes an answer to read it; null when it is not due (any more). What is not removed then is due again at `until`. */
export async function claimAnswer(
  sql: Sql,
  id: number,
  now: Date,
  until: Date,
): Promise<WaitingAnswer | null> {
  return sql.row<WaitingAnswer>(
    `update throughline.answers set tries = tries + 1, next_try_at = $3 where id = $1 and next_try_at <= $2
     returning source_id as "sourceId", kind, at, head, body, tries`,
    [id, now.toISOString(), until.toISOString()],
  );
}

/** It was read (or is of no use): once more would change nothing. */
export async function removeAnswer(sql: Sql, id: number): Promise<void> {
  await sql.run('delete from throughline.answers where id = $1', [id]);
}
