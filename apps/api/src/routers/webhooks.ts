import { Id, NewWebhook } from '@throughline/schema';
import { addWebhook, listWebhooks, removeWebhook, setWebhookEnabled, testWebhook } from '@throughline/store';
import { z } from 'zod';
import { administering, router } from '../trpc.ts';

const One = z.object({ id: Id });

export const webhooksRouter = router({
  list: administering.query(({ ctx }) => listWebhooks(ctx.db)),
  /** Its secret is shown this once. */
  add: administering
    .input(NewWebhook)
    .mutation(async ({ ctx, input }) => ({ secret: await addWebhook(ctx.db, ctx.user.id, input) })),
  setEnabled: administering
    .input(One.extend({ enabled: z.boolean() }))
    .mutation(({ ctx, input }) => setWebhookEnabled(ctx.db, input.id, input.enabled)),
  test: administering.input(One).mutation(({ ctx, input }) => testWebhook(ctx.db, input.id)),
  remove: administering.input(One).mutation(({ ctx, input }) => removeWebhook(ctx.db, input.id)),
});
