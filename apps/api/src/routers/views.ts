import { Id, NewSavedView, SavedViewChange } from '@throughline/schema';
import { addSavedView, changeSavedView, countView, savedViews } from '@throughline/store';
import { z } from 'zod';
import { FaultError } from '../fault-error.ts';
import { listView, readQuery } from '../item-views.ts';
import { editing, reading, router } from '../trpc.ts';

/** Counting further costs time and tells a reader nothing. */
const COUNTED = 10_000;

export const viewsRouter = router({
  list: reading.query(({ ctx }) => savedViews(ctx.db, ctx.user.id)),
  /** How many items each saved view holds, at most 10,000; null: its query cannot be read any more. */
  counts: reading.query(async ({ ctx }) => {
    const counts: { id: number; items: number | null }[] = [];
    for (const { id, query, sort } of await savedViews(ctx.db, ctx.user.id)) {
      const view = { within: query, sort, queued: false, unreviewed: false };
      const items = await listView(ctx.db, view).then(
        (read) => countView(ctx.db, read, ctx.user.id, COUNTED),
        (error: unknown) => {
          if (error instanceof FaultError) return null;
          throw error;
        },
      );
      counts.push({ id, items });
    }
    return counts;
  }),
  add: editing.input(NewSavedView).mutation(async ({ ctx, input }) => {
    await refuseFaults(ctx, input.query);
    return addSavedView(ctx.db, ctx.user.id, input);
  }),
  change: editing.input(z.object({ id: Id, change: SavedViewChange })).mutation(async ({ ctx, input }) => {
    if (input.change.query !== undefined) await refuseFaults(ctx, input.change.query);
    await changeSavedView(ctx.db, ctx.user.id, input.id, input.change);
  }),
});

async function refuseFaults({ db }: { db: Parameters<typeof readQuery>[0] }, query: string): Promise<void> {
  const read = await readQuery(db, query);
  if (read !== null && 'message' in read) throw new FaultError([read]);
}
