import { Decide } from '@throughline/schema';
import { decide, undoDecision } from '@throughline/store';
import { z } from 'zod';
import { deciding, router } from '../trpc.ts';

export const verdictsRouter = router({
  decide: deciding.input(Decide).mutation(({ ctx, input }) => decide(ctx.db, ctx.user.id, input)),
  undo: deciding
    .input(z.object({ commandId: z.uuid(), undoes: z.uuid() }))
    .mutation(async ({ ctx, input }) => ({
      changed: await undoDecision(ctx.db, ctx.user.id, input.commandId, input.undoes),
    })),
});
