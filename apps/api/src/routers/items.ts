import { Id, ItemView } from '@throughline/schema';
import { countViews, itemById, listItems } from '@throughline/store';
import { z } from 'zod';
import { found, reading, router } from '../trpc.ts';

const ListInput = z.object({
  view: ItemView,
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(200).default(50),
});

export const itemsRouter = router({
  list: reading
    .input(ListInput)
    .query(({ ctx, input }) => listItems(ctx.db, input.view, { cursor: input.cursor, limit: input.limit })),
  byId: reading
    .input(z.object({ id: Id }))
    .query(async ({ ctx, input }) => found(await itemById(ctx.db, input.id), 'item')),
  counts: reading.query(({ ctx }) => countViews(ctx.db)),
});
