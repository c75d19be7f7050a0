import { z } from 'zod';
import { Id } from './common.ts';
import { WorkObject } from './work.ts';

/** What happened on the desk, in order; screens subscribe to it and read again what it names. */
export const DeskEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('items.arrived'), sourceId: Id, count: z.number().int() }),
  z.object({ type: z.literal('items.changed'), sourceId: Id, count: z.number().int() }),
  z.object({ type: z.literal('items.tagged'), count: z.number().int() }),
  /** Retention removed old items that nobody needs. */
  z.object({ type: z.literal('items.forgotten'), count: z.number().int() }),
  z.object({ type: z.literal('verdicts.changed'), itemIds: z.array(Id), by: Id }),
  z.object({ type: z.literal('marks.changed'), itemIds: z.array(Id), by: Id }),
  z.object({ type: z.literal('views.changed'), by: Id }),
  /** Somebody opened another item, or (null) none. */
  z.object({
    type: z.literal('presence'),
    page: z.string(),
    userId: Id,
    name: z.string(),
    itemId: Id.nullable(),
  }),
  z.object({ type: z.literal('source.checked'), sourceId: Id }),
  z.object({ type: z.literal('sources.changed') }),
  z.object({ type: z.literal('stories.changed'), count: z.number().int() }),
  z.object({ type: z.literal('topics.changed') }),
  z.object({ type: z.literal('people.changed') }),
  // What was given to somebody or said about it, and whom that concerns; null: only their inbox.
  z.object({
    type: z.literal('work.changed'),
    object: WorkObject.nullable(),
    id: z.string().nullable(),
    people: z.array(Id),
  }),
  z.object({ type: z.literal('storyline.changed'), storylineId: Id, by: Id.nullable() }),
  /** What it proposes or warns of is another than before. */
  z.object({ type: z.literal('storyline.tracked'), storylineId: Id }),
  /** Somebody began or ended writing in a section of it. */
  z.object({ type: z.literal('storyline.held'), storylineId: Id }),
]);
export type DeskEvent = z.infer<typeof DeskEvent>;

export const NumberedDeskEvent = z.object({ id: z.string(), event: DeskEvent });
export type NumberedDeskEvent = z.infer<typeof NumberedDeskEvent>;
