import { itemsToTag, recordTags } from '@throughline/store';
import { searchWords } from '@throughline/text';
import type { Desk } from '../desk.ts';

/** Tags the current words of these items with the topics as they stand. Items tagged meanwhile are passed over. */
export async function tagItems(desk: Desk, { itemIds }: { itemIds: number[] }): Promise<void> {
  const tagger = await desk.taggers.current(desk.db);
  const items = await itemsToTag(desk.db, itemIds);
  const results = items.map((item) => ({
    itemId: item.id,
    revisionId: item.revisionId,
    tags: tagger.tag(item),
    search: searchWords(item),
  }));
  await recordTags(desk.db, tagger.state, results);
}
