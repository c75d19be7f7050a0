import { Id, ItemView, MAX_QUERY, MarkItems, type QueryFault, TagByHand } from '@throughline/schema';
import { countViews, itemById, listItems, markItems, tagByHand } from '@throughline/store';
import { z } from 'zod';
import { listView, readQuery } from '../item-views.ts';
import { editing, found, reading, router } from '../trpc.ts';

const ListInput = z.object({
  view: ItemView,
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(200).default(50),
});

export const itemsRouter = router({
  list: reading.input(ListInput).query(async ({ ctx, input }) =>
    listItems(ctx.db, await listView(ctx.db, input.view), {
      userId: ctx.user.id,
      cursor: input.cursor,
      limit: input.limit,
    }),
  ),
  /** What is wrong with a query while it is typed; null: nothing. */
  checkQuery: reading
    .input(z.object({ query: z.string().max(MAX_QUERY) }))
    .query(async ({ ctx, input }): Promise<QueryFault | null> => {
      const read = await readQuery(ctx.db, input.query);
      return read !== null && 'message' in read ? read : null;
    }),
  byId: reading
    .input(z.object({ id: Id }))
    .query(async ({ ctx, input }) => found(await itemById(ctx.db, input.id, ctx.user.id), 'item')),
  counts: reading.query(({ ctx }) => countViews(ctx.db, ctx.user.id)),
  mark: editing.input(MarkItems).mutation(({ ctx, input }) => markItems(ctx.db, ctx.user.id, input)),
  tagByHand: editing
    .input(TagByHand)
    .mutation(async ({ ctx, input }) => ({ changed: await tagByHand(ctx.db, ctx.user.id, input) })),
});
