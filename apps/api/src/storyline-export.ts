import { type StorylineDetail, StorylineDocument } from '@throughline/schema';
import { type Database, frozenStoryline, readRevision, readStoryline, type Sql } from '@throughline/store';
import { assessStoryline, judgedDocument } from '@throughline/storylines';

/** A storyline as its editor sees it now; null when it is not there. */
export async function storylineDetail(sql: Sql, id: number): Promise<StorylineDetail | null> {
  const stored = await readStoryline(sql, id);
  return stored === null ? null : assessStoryline(stored);
}

/** A storyline, whole, as it stands now or stood at a revision that is kept; null when there is none such. */
export async function storylineDocument(
  sql: Sql,
  id: number,
  revision?: number,
): Promise<StorylineDocument | null> {
  const storyline =
    revision === undefined ? await storylineDetail(sql, id) : await readRevision(sql, id, revision);
  // Parsing leaves out what belongs to the editor only, so that every way out gives the same bytes.
  return storyline === null ? null : StorylineDocument.parse(storyline);
}

/**
 * The same for somebody who may only read: nothing is stored by looking. A revision that is kept is given as it is
 * kept, else what there is now.
 */
export async function readableDocument(
  db: Database,
  id: number,
  revision?: number,
): Promise<StorylineDocument | null> {
  const now = await storylineDocument(db, id, revision);
  if (now === null || revision !== undefined) return now;
  return (await storylineDocument(db, id, now.revision)) ?? now;
}

/** The same as it leaves the desk: the state that its revision will always stand for. */
export async function leavingDocument(
  db: Database,
  id: number,
  revision?: number,
): Promise<StorylineDocument | null> {
  return frozenStoryline(db, id, judgedDocument, revision);
}
