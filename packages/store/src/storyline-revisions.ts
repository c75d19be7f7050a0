import type { StoredStoryline, StorylineDocument, StorylineRevision } from '@throughline/schema';
import type { Database, Sql } from './database.ts';
import { MissingError } from './errors.ts';
import { changed } from './storylines.ts';

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
         and v.revision < $4 and not v.pinned
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

/** Lets the state as it is now stand, whatever is saved next. */
export async function pinRevision(sql: Sql, storylineId: number): Promise<void> {
  await sql.run(
    `update throughline.storyline_revisions set pinned = true where storyline_id = $1
       and revision = (select max(revision) from throughline.storyline_revisions where storyline_id = $1)`,
    [storylineId],
  );
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

/**
 * Makes a storyline stand again as it did at a revision, as a new one: nothing that came since is lost.
 * @throws MissingError when that revision is not kept.
 */
export async function restoreRevision(
  db: Database,
  userId: number,
  edit: { id: number; revision: number },
): Promise<StoredStoryline> {
  return db.transaction(async (sql) => {
    const document = await readRevision(sql, edit.id, edit.revision);
    if (document === null) throw new MissingError('This revision is not kept.');
    // The save that follows would take the place of what this person wrote a moment ago.
    await pinRevision(sql, edit.id);
    await restoreHead(sql, document);
    await restoreSections(sql, document);
    await sql.run(
      `update throughline.claims set removed_at = case when id = any($2) then null else coalesce(removed_at, now()) end
       where storyline_id = $1`,
      [edit.id, document.claims.map((claim) => claim.id)],
    );
    return changed(sql, edit.id, userId);
  });
}

async function restoreHead(sql: Sql, document: StorylineDocument): Promise<void> {
  const { id, headline, standfirst, bylines, dateline, date, language, topics, status, hero } = document;
  const done = await sql.run(
    `update throughline.storylines set headline = $2, standfirst = $3, bylines = $4, dateline = $5, date = $6,
       language = $7, topics = $8, status = $9, hero = $10, head_version = version + 1
     where id = $1 and deleted_at is null`,
    [
      id,
      headline,
      standfirst,
      bylines,
      dateline,
      date,
      language,
      topics.map((topic) => topic.id),
      status,
      hero === null ? null : JSON.stringify(hero),
    ],
  );
  if (done === 0) throw new MissingError('This storyline is not there any more.');
}

/** Sections are never deleted for good, so each that the state had is still there to be filled again. */
async function restoreSections(sql: Sql, { id, sections }: StorylineDocument): Promise<void> {
  await sql.run(
    `update throughline.sections s set title = n.title, slot = n.slot, position = n.position, at = n.at,
       blocks = n.blocks, version = s.version + 1, deleted_at = null
     from jsonb_to_recordset($2) as n(id bigint, title text, slot text, position int, at timestamptz, blocks jsonb)
     where s.storyline_id = $1 and s.id = n.id`,
    [id, JSON.stringify(sections)],
  );
  await sql.run(
    `update throughline.sections set deleted_at = now()
     where storyline_id = $1 and deleted_at is null and not id = any($2)`,
    [id, sections.map((section) => section.id)],
  );
}
