import type { NewSource, Source } from '@throughline/schema';
import { addSource, type Database, sourceById, storeAnswer } from '@throughline/store';
import { answerOf } from './answer.ts';
import type { FeedLooker } from './feed-looker.ts';

/** A first reading that is here already takes seconds; if it got lost, the source is asked after this. */
const READ_WITHIN_SECONDS = 300;

/**
 * Adds a source. What a look at it has read just before is its first reading, so that the publisher is not asked for
 * everything twice.
 */
export async function addLookedAtSource(
  db: Database,
  looker: FeedLooker,
  source: NewSource,
): Promise<Source | null> {
  const preview = looker.takePreview(source.url);
  const firstCheckSeconds = preview === null ? 0 : READ_WITHIN_SECONDS;
  const { id, added } = await addSource(db, { ...source, firstCheckSeconds });
  if (added && preview !== null) {
    const { head, body } = answerOf(preview.fetched);
    await storeAnswer(db, { sourceId: id, kind: 'preview', head, body });
  }
  return sourceById(db, id);
}
