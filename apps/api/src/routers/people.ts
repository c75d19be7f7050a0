import { Id, NewInvitation, PersonName, Role } from '@throughline/schema';
import {
  createSignInToken,
  endSession,
  endSessions,
  invite,
  listInvitations,
  listNames,
  listPeople,
  listSessions,
  removeUser,
  renameUser,
  restoreUser,
  revokeInvitation,
  setRole,
} from '@throughline/store';
import { z } from 'zod';
import { administering, found, reading, router } from '../trpc.ts';

const Somebody = z.object({ id: Id });
/** Hours that a sign-in link works which an administrator made for somebody. */
const LINK_HOURS = 24;

export const peopleRouter = router({
  /** Who is on the desk: to hand work to, and to mention. */
  names: reading.query(({ ctx }) => listNames(ctx.db)),
  /** Under which name one appears. */
  renameMe: reading
    .input(z.object({ name: PersonName }))
    .mutation(({ ctx, input }) => renameUser(ctx.db, ctx.user.id, input.name)),
  list: administering.query(({ ctx }) => listPeople(ctx.db)),
  rename: administering
    .input(Somebody.extend({ name: PersonName }))
    .mutation(({ ctx, input }) => renameUser(ctx.db, input.id, input.name)),
  setRole: administering
    .input(Somebody.extend({ role: Role }))
    .mutation(({ ctx, input }) => setRole(ctx.db, input.id, input.role)),
  remove: administering.input(Somebody).mutation(({ ctx, input }) => removeUser(ctx.db, input.id)),
  restore: administering.input(Somebody).mutation(({ ctx, input }) => restoreUser(ctx.db, input.id)),

  /** A link that signs somebody in once, e.g. on a new machine. Whoever opens it is that person. */
  signInLink: administering.input(Somebody).mutation(async ({ ctx, input }) => {
    found((await listNames(ctx.db)).find(({ id }) => id === input.id) ?? null, 'person');
    return { token: await createSignInToken(ctx.db, input.id, LINK_HOURS), hours: LINK_HOURS };
  }),
  sessions: administering
    .input(Somebody)
    .query(({ ctx, input }) => listSessions(ctx.db, input.id, ctx.session)),
  endSession: administering
    .input(Somebody.extend({ session: Id }))
    .mutation(async ({ ctx, input }) =>
      found((await endSession(ctx.db, input.id, input.session)) || null, 'session'),
    ),
  endSessions: administering
    .input(Somebody)
    .mutation(async ({ ctx, input }) => ({ ended: await endSessions(ctx.db, input.id) })),

  invitations: administering.query(({ ctx }) => listInvitations(ctx.db)),
  /** The token is shown this once. */
  invite: administering
    .input(NewInvitation)
    .mutation(async ({ ctx, input }) => ({ token: await invite(ctx.db, ctx.user.id, input) })),
  revokeInvitation: administering
    .input(Somebody)
    .mutation(({ ctx, input }) => revokeInvitation(ctx.db, input.id)),
});
