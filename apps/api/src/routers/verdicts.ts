import { Decide } from '@throughline/schema';
import { decide, undoDecision } from '@throughline/store';
import { z } from 'zod';
import { editing, router } from '../trpc.ts';

export const verdictsRouter = router({
  decide: editing.input(Decide).mutation(({ ctx, input }) => decide(ctx.db, ctx.user.id, input)),
  undo: editing
    .input(z.object({ commandId: z.uuid(), undoes: z.uuid() }))
    .mutation(async ({ ctx, input }) => ({
      changed: await undoDecision(ctx.db, ctx.user.id, input.commandId, input.undoes),
    })),
});
