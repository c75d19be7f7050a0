import { randomUUID } from 'node:crypto';
import type { StoryEvent } from '@throughline/schema';
import {
  type Database,
  groupedItems,
  type ItemToGroup,
  itemsToGroup,
  keepGrouping,
  leaveGrouping,
  recordGrouping,
  type StoredPlacement,
  type StoryCursor,
  storyConstraints,
  storyCursor,
  takeGrouping,
} from '@throughline/store';
import { Clusterer, decisionsInForce, type Placement, type StoryItem } from '@throughline/stories';

/** Items grouped in one transaction. */
const BATCH = 200;
/** Stories without news for longer are settled; earlier items are not looked at again. */
const WINDOW_DAYS = 14;
/** Items put back into memory in one turn of the event loop, about a millisecond each: fetches and locks go on between. */
const PAGE = 100;

export interface Grouper {
  /** Whether this worker carries the grouping on: it then stays with it for as long as it gives signs of life. */
  own(db: Database): Promise<boolean>;
  /** Such a sign, to be given every few seconds by every worker. */
  keep(db: Database): Promise<void>;
  /** Leaves it to the others. */
  leave(db: Database): Promise<void>;
  /** Groups the next items of the stream. @returns how many there were; 0 when it is at the end. */
  next(db: Database): Promise<number>;
}

/**
 * Holds the grouping of the last days in memory and carries it on, batch by batch. There is no lock that could be
 * lost: a batch is stored only if the database still stands where this grouping stands. If somebody else went on
 * (another worker, a rebuild, a curator's decision), what is in memory is thrown away and read again. That takes long,
 * so the grouping stays with one worker; should two ever think that it is theirs, they only waste time.
 */
export function createGrouper(): Grouper {
  const name = randomUUID();
  let held: { clusterer: Clusterer; cursor: StoryCursor; events: StoryEvent[] } | null = null;
  return {
    own: (db) => takeGrouping(db, name),
    keep: (db) => keepGrouping(db, name),
    leave: (db) => leaveGrouping(db, name),
    next: async (db) => {
      const cursor = await storyCursor(db);
      const changed = held === null || !same(held.cursor, cursor);
      if (held === null || changed) held = await load(db, cursor);
      const { clusterer, events } = held;
      const batch = await itemsToGroup(db, cursor.position, BATCH);
      // Sources come in one after the other; told in order of time, reports of one event meet each other.
      const items = [...batch].sort(
        (a, b) => Date.parse(a.publishedAt) - Date.parse(b.publishedAt) || a.id - b.id,
      );
      const position = batch.at(-1)?.id ?? cursor.position;
      // Even without new items a curator's decision may have changed what is grouped already.
      if (items.length === 0 && !changed) return 0;
      // Until the batch is stored, what is in memory is not what the database knows; if that fails, it never is.
      held = null;
      const placements = items.map((item) => ({ item, placement: clusterer.add(storyItem(item)) }));
      const stored = await recordGrouping(db, {
        from: cursor,
        position,
        placements: placements.map(({ item, placement }) => toStored(clusterer, item, placement)),
        events: events.splice(0),
      });
      if (stored) held = { clusterer, events, cursor: { ...cursor, position } };
      return items.length;
    },
  };
}

const same = (a: StoryCursor, b: StoryCursor) => a.position === b.position && a.generation === b.generation;

async function load(db: Database, cursor: StoryCursor) {
  const events: StoryEvent[] = [];
  const clusterer = new Clusterer({ windowHours: WINDOW_DAYS * 24, onEvent: (event) => events.push(event) });
  const page = { after: 0, upTo: cursor.position, days: WINDOW_DAYS, limit: PAGE };
  for (;;) {
    const items = await groupedItems(db, page);
    for (const item of items) clusterer.restore(storyItem(item), item.story);
    const last = items.at(-1);
    if (last === undefined) break;
    page.after = last.id;
  }
  for (const decision of decisionsInForce(await storyConstraints(db))) clusterer.constrain(decision);
  // Putting stored items back decides nothing new; what constraints still change is told like any change.
  const told = events.splice(0).filter((event) => event.kind !== 'begun');
  events.push(...told);
  return { clusterer, cursor, events };
}

function storyItem(item: ItemToGroup): StoryItem {
  return { ...item, id: String(item.id) };
}

/** Where an item is after the whole batch: a later item may have moved it. */
function toStored(clusterer: Clusterer, item: ItemToGroup, placement: Placement): StoredPlacement {
  const { relation, duplicateOf, updateOf, likeness, reasons } = placement;
  return {
    itemId: item.id,
    story: clusterer.storyOf(String(item.id)) ?? placement.story,
    relation,
    duplicateOf: duplicateOf === null ? null : Number(duplicateOf),
    updateOf: updateOf === null ? null : Number(updateOf),
    likeness,
    reasons,
  };
}
