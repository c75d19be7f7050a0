import { type StoredStoryline, StorylineDocument } from '@throughline/schema';
import type { Database, Sql } from './database.ts';
import { readStoryline } from './storyline-document.ts';
import { readRevision } from './storyline-revisions.ts';
import { changed } from './storylines.ts';

/**
 * A storyline as it leaves the desk: the state that its revision stands for, and will always stand for; without a
 * revision, the one that it has now. A claim's
 * worth changes without anybody saving, when a source takes its words back: then this state becomes a revision of its
 * own. It is kept for good, so that the same revision gives the same bytes for ever.
 *
 * @param judge says what the claims are worth now.
 * @returns null when the storyline is not there, or its revision is not kept.
 */
export async function frozenStoryline(
  db: Database,
  id: number,
  judge: (stored: StoredStoryline) => StorylineDocument,
  revision?: number,
): Promise<StorylineDocument | null> {
  if (revision !== undefined) return keptForGood(db, id, revision);
  return db.transaction((sql) => freezeIn(sql, id, null, judge));
}

/** The same inside a transaction, for what else must be true of this very state. */
export async function freezeIn(
  sql: Sql,
  id: number,
  userId: number | null,
  judge: (stored: StoredStoryline) => StorylineDocument,
): Promise<StorylineDocument | null> {
  // Whoever saves a part counts the revision up in this row: they wait until we have read all parts of one state. Not
  // `for update`: that would wait for those who have only named this row in a foreign key, and they for us.
  await sql.run('select 1 from throughline.storylines where id = $1 for no key update', [id]);
  const stored = await readStoryline(sql, id);
  if (stored === null) return null;
  const now = judge(stored);
  const kept = await readRevision(sql, id, now.revision);
  if (kept !== null && same(kept, now)) return pinned(sql, now);
  if (kept === null) return pinned(sql, now, userId);
  return pinned(sql, judge(await changed(sql, id, userId)), userId);
}

async function keptForGood(sql: Sql, id: number, revision: number): Promise<StorylineDocument | null> {
  const row = await sql.row<{ document: unknown }>(
    `update throughline.storyline_revisions set pinned = true where storyline_id = $1 and revision = $2
     returning document`,
    [id, revision],
  );
  return row === null ? null : StorylineDocument.parse(row.document);
}

const same = (a: StorylineDocument, b: StorylineDocument) =>
  JSON.stringify(StorylineDocument.parse(a)) === JSON.stringify(StorylineDocument.parse(b));

/** With `userId` (null: the desk itself) the state is stored first. */
async function pinned(
  sql: Sql,
  document: StorylineDocument,
  userId?: number | null,
): Promise<StorylineDocument> {
  if (userId === undefined) {
    await sql.run(
      `update throughline.storyline_revisions set pinned = true
       where storyline_id = $1 and revision = $2 and not pinned`,
      [document.id, document.revision],
    );
  } else {
    await sql.run(
      `insert into throughline.storyline_revisions (storyline_id, revision, user_id, document, pinned)
       values ($1, $2, $3, $4, true)`,
      [document.id, document.revision, userId, JSON.stringify(document)],
    );
  }
  return document;
}
