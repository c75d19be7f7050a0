import type { TaggingStage } from '@throughline/schema';
import {
  type ItemTags,
  type ItemToTag,
  itemsToTag,
  recordTaggingFault,
  recordTags,
} from '@throughline/store';
import { searchWords } from '@throughline/text';
import type { Desk } from '../desk.ts';
import type { CurrentTagger } from '../tagger-cache.ts';

/**
 * Tags the current words of these items with the topics as they stand. Items tagged meanwhile are passed over. Where
 * they cannot be tagged together each is tagged by itself, so that one bad item holds up no other; it is tried again
 * after a pause, and in the end set aside.
 *
 * @throws what kept the last of the bad items from being tagged.
 */
export async function tagItems(desk: Desk, { itemIds }: { itemIds: number[] }): Promise<void> {
  const tagger = await desk.taggers.current(desk.db);
  const items = await itemsToTag(desk.db, itemIds, desk.now());
  // What fails together and not alone was of the moment, and is mended.
  if (items.length > 1 && (await tag(desk, tagger, items)) === null) return;
  let last: Error | null = null;
  for (const item of items) {
    const fault = await tag(desk, tagger, [item]);
    if (fault === null) continue;
    const { stage, cause } = fault;
    const detail = cause instanceof Error ? cause.message : String(cause);
    const { id: itemId, revisionId } = item;
    const { epoch } = tagger.state;
    await recordTaggingFault(desk.db, { itemId, revisionId, epoch, stage, detail, at: desk.now() });
    last = new Error(`Item ${itemId} could not be tagged: ${detail}`, { cause });
  }
  if (last !== null) throw last;
}

interface Fault {
  stage: TaggingStage;
  cause: unknown;
}

async function tag(desk: Desk, tagger: CurrentTagger, items: readonly ItemToTag[]): Promise<Fault | null> {
  let results: ItemTags[];
  try {
    results = items.map((item) => ({
      itemId: item.id,
      revisionId: item.revisionId,
      tags: tagger.tag(item),
      search: searchWords(item),
    }));
  } catch (cause) {
    return { stage: 'rules', cause };
  }
  return recordTags(desk.db, tagger.state, results).then(
    () => null,
    (cause: unknown) => ({ stage: 'store', cause }),
  );
}
