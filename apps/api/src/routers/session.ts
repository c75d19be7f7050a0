import { signOut } from '@throughline/store';
import { reading, router } from '../trpc.ts';

export const sessionRouter = router({
  me: reading.query(({ ctx }) => ctx.user),
  signOut: reading.mutation(async ({ ctx }) => {
    if (ctx.session !== null) await signOut(ctx.db, ctx.session);
  }),
});
