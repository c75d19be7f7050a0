import { NEEDED, RetentionDays } from '@throughline/schema';
import { previewRetention, retentionState, setRetention } from '@throughline/store';
import { z } from 'zod';
import { administering, router } from '../trpc.ts';

export const retentionRouter = router({
  state: administering.query(({ ctx }) => retentionState(ctx.db)),
  /** What keeping items for so many days would remove now, and what it would keep all the same. */
  preview: administering
    .input(z.object({ days: RetentionDays }))
    .query(({ ctx, input }) =>
      previewRetention(ctx.db, { days: input.days, now: new Date(), reasons: NEEDED }),
    ),
  /** Null: off. */
  set: administering
    .input(z.object({ days: RetentionDays.nullable() }))
    .mutation(({ ctx, input }) => setRetention(ctx.db, input.days)),
});
