import { Id, NewApiToken } from '@throughline/schema';
import { createApiToken, listApiTokens, revokeApiToken } from '@throughline/store';
import { z } from 'zod';
import { administering, router } from '../trpc.ts';

export const tokensRouter = router({
  list: administering.query(({ ctx }) => listApiTokens(ctx.db)),
  /** It is shown this once. */
  create: administering
    .input(NewApiToken)
    .mutation(async ({ ctx, input }) => ({ token: await createApiToken(ctx.db, ctx.user.id, input) })),
  revoke: administering
    .input(z.object({ id: Id }))
    .mutation(({ ctx, input }) => revokeApiToken(ctx.db, input.id)),
});
