import { type ItemToTag, itemsToTag, recordTags } from '@throughline/store';
import { searchWords } from '@throughline/text';
import type { Desk } from '../desk.ts';

/**
 * Tags the current words of these items with the topics as they stand. Items tagged meanwhile are passed over. Where
 * they cannot be stored together each is stored by itself, so that one bad item holds up no other.
 *
 * @throws what kept the last of the bad items from being stored; they stay due.
 */
export async function tagItems(desk: Desk, { itemIds }: { itemIds: number[] }): Promise<void> {
  const tagger = await desk.taggers.current(desk.db);
  const tag = async (items: readonly ItemToTag[]) =>
    recordTags(
      desk.db,
      tagger.state,
      items.map((item) => ({
        itemId: item.id,
        revisionId: item.revisionId,
        tags: tagger.tag(item),
        search: searchWords(item),
      })),
    );
  const items = await itemsToTag(desk.db, itemIds);
  // What fails together and not alone was of the moment, and is mended.
  const stored = items.length > 1 && (await tag(items).catch(() => null)) !== null;
  if (!stored) await eachAlone(items, tag);
}

async function eachAlone(
  items: readonly ItemToTag[],
  tag: (items: readonly ItemToTag[]) => Promise<unknown>,
): Promise<void> {
  const faults: Error[] = [];
  for (const item of items)
    await tag([item]).catch((cause: unknown) => {
      faults.push(new Error(`Item ${item.id} could not be tagged: ${cause}`, { cause }));
    });
  const last = faults.at(-1);
  if (last !== undefined) throw last;
}
