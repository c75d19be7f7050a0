import { type ExportFormat, StorylineDocument } from '@throughline/schema';
import { readStoryline, type Sql } from '@throughline/store';
import { type ExportedFile, exportStoryline } from '@throughline/storylines';

/** A storyline as it stands now, in one format; null when it is not there. */
export async function storylineExport(
  sql: Sql,
  id: number,
  format: ExportFormat,
): Promise<ExportedFile | null> {
  const storyline = await readStoryline(sql, id);
  // Parsing leaves out what belongs to the editor only, so that every way out gives the same bytes.
  return storyline === null ? null : exportStoryline(StorylineDocument.parse(storyline), format);
}
