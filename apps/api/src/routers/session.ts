import { Id, UserSettings } from '@throughline/schema';
import {
  changeSettings,
  endSession,
  endSessions,
  listSessions,
  settingsOf,
  signOut,
} from '@throughline/store';
import { z } from 'zod';
import { found, reading, router } from '../trpc.ts';

/** One's own sessions. */
export const sessionRouter = router({
  me: reading.query(({ ctx }) => ctx.user),
  signOut: reading.mutation(async ({ ctx }) => {
    if (ctx.session !== null) await signOut(ctx.db, ctx.session);
  }),
  settings: reading.query(({ ctx }) => settingsOf(ctx.db, ctx.user.id)),
  changeSettings: reading
    .input(UserSettings)
    .mutation(({ ctx, input }) => changeSettings(ctx.db, ctx.user.id, input)),
  list: reading.query(({ ctx }) => listSessions(ctx.db, ctx.user.id, ctx.session)),
  end: reading
    .input(z.object({ id: Id }))
    .mutation(async ({ ctx, input }) =>
      found((await endSession(ctx.db, ctx.user.id, input.id)) || null, 'session'),
    ),
  /** Signs out everywhere, here as well. */
  endAll: reading.mutation(async ({ ctx }) => ({ ended: await endSessions(ctx.db, ctx.user.id) })),
});
