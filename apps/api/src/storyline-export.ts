import { type ExportFormat, type StorylineDetail, StorylineDocument } from '@throughline/schema';
import { readRevision, readStoryline, type Sql } from '@throughline/store';
import { assessStoryline, type ExportedFile, exportStoryline } from '@throughline/storylines';

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

/** A storyline in one format; null when it, or the revision, is not there. */
export async function storylineExport(
  sql: Sql,
  id: number,
  format: ExportFormat,
  revision?: number,
): Promise<ExportedFile | null> {
  const document = await storylineDocument(sql, id, revision);
  return document === null ? null : exportStoryline(document, format);
}
