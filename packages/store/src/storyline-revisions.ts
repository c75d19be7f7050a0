import type { StorylineDocument, StorylineRevision } from '@throughline/schema';
import type { Database, Sql } from './database.ts';

/** Saves of one person that follow each other within this time are kept as one state. */
const COALESCE_MINUTES = 5;

/** Keeps a storyline as it stands now. A later save of the same person soon after takes its place. */
export async function keepRevision(
  db: Database,
  userId: number | null,
  document: StorylineDocument,
): Promise<void> {
  await db.transaction(async (sql) => {
    // The last state makes room when it is this person's and young; its first moment is carried on, so that an
    // hour of writing without a pause still leaves a state every few minutes.
    const replaced = await sql.row<{ begun: string }>(
      `delete from throughline.storyline_revisions v
       where v.storyline_id = $1 and v.user_id = $2 and v.begun_at > now() - make_interval(mins => $3)
         and v.revision = (select max(revision) from throughline.storyline_revisions where storyline_id = $1)
         and v.revision < $4
       returning v.begun_at as begun`,
      [document.id, userId, COALESCE_MINUTES, document.revision],
    );
    await sql.run(
      `insert into throughline.storyline_revisions (storyline_id, revision, begun_at, user_id, document)
       values ($1, $2, coalesce($3::timestamptz, now()), $4, $5) on conflict do nothing`,
      [document.id, document.revision, replaced?.begun ?? null, userId, JSON.stringify(document)],
    );
  });
}

/** The states that are kept, newest first. */
export async function listRevisions(sql: Sql, storylineId: number): Promise<StorylineRevision[]> {
  return sql.rows<StorylineRevision>(
    `select v.revision, v.at, u.name as by from throughline.storyline_revisions v
     left join throughline.users u on u.id = v.user_id where v.storyline_id = $1 order by v.revision desc`,
    [storylineId],
  );
}

/** A storyline as it stood at one revision, as it was stored; null when that one is not kept. */
export async function readRevision(
  sql: Sql,
  storylineId: number,
  revision: number,
): Promise<StorylineDocument | null> {
  const row = await sql.row<{ document: StorylineDocument }>(
    'select document from throughline.storyline_revisions where storyline_id = $1 and revision = $2',
    [storylineId, revision],
  );
  return row?.document ?? null;
}

/** The last state that was saved by a moment; null when there was none yet. */
export async function revisionAsOf(sql: Sql, storylineId: number, at: string): Promise<number | null> {
  const row = await sql.row<{ revision: number }>(
    `select revision from throughline.storyline_revisions where storyline_id = $1 and at <= $2
     order by at desc, revision desc limit 1`,
    [storylineId, at],
  );
  return row?.revision ?? null;
}
