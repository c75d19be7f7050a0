import { type About, Id, type Overview } from '@throughline/schema';
import {
  countViews,
  databaseFacts,
  itemsSetAside,
  largestStories,
  lastBackup,
  lastSitting,
  listTopics,
  lookAt,
  lookAtToday,
  lookingNow,
  retrySetAside,
  sourcesInTrouble,
  topicArrivals,
  topicDays,
  userOfSession,
  userOfToken,
} from '@throughline/store';
import { tracked } from '@trpc/server';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { topicToday } from '../topic-today.ts';
import { administering, editing, reading, router } from '../trpc.ts';

const STORIES_SHOWN = 5;
const SET_ASIDE_SHOWN = 20;

export const deskRouter = router({
  /** The Today screen. */
  today: reading.query(async ({ ctx }): Promise<Overview> => {
    const now = new Date();
    const topics = await listTopics(ctx.db);
    const days = await topicDays(ctx.db, 30);
    const since = await lastSitting(ctx.db, ctx.user.id);
    const arrivals = await topicArrivals(ctx.db, since);
    const counts = await countViews(ctx.db, ctx.user.id);
    return {
      since,
      topics: topics.filter((topic) => topic.enabled).map((topic) => topicToday(topic, days, arrivals, now)),
      queued: counts.all.total,
      unreviewed: counts.all.unreviewed,
      stories: await largestStories(ctx.db, since, STORIES_SHOWN),
      sourcesInTrouble: await sourcesInTrouble(ctx.db),
      setAside: await itemsSetAside(ctx.db, SET_ASIDE_SHOWN),
    };
  }),
  /** The Today screen is before the person: what comes from now on is new when they come back. */
  lookAtToday: reading.mutation(({ ctx }) => lookAtToday(ctx.db, ctx.user.id)),
  /** What could not be tagged is tried once more. */
  retrySetAside: editing.mutation(({ ctx }) => retrySetAside(ctx.db)),
  about: reading.query(async ({ ctx }): Promise<About> => {
    const facts = await databaseFacts(ctx.db);
    return {
      version: ctx.version,
      database: facts.version,
      embedded: facts.embedded,
      databaseBytes: facts.bytes,
      schema: (facts.migrations.at(-1) ?? '').replace('.sql', ''),
      node: `Node ${process.versions.node}`,
      startedAt: new Date(Date.now() - process.uptime() * 1000).toISOString(),
      publicUrl: ctx.publicUrl,
    };
  }),
  /** When the desk was last saved elsewhere; by a command, never from here. */
  backup: administering.query(async ({ ctx }) => ({ last: await lastBackup(ctx.db) })),
  /** Who has which item open. */
  looking: reading.query(({ ctx }) => lookingNow(ctx.db)),
  /** This page has an item open, or (null) none; said again every half minute. */
  lookAt: reading
    .input(z.object({ page: z.uuid(), itemId: Id.nullable() }))
    .mutation(({ ctx, input }) => lookAt(ctx.db, ctx.user, input.page, input.itemId)),
  /** Live changes; a screen that reconnects goes on where it was. */
  events: reading
    .input(
      z
        .object({
          lastEventId: z
            .string()
            .regex(/^\d{1,19}-\d{1,19}$/)
            .nullish(),
        })
        .optional(),
    )
    .subscription(async function* ({ ctx, input, signal }) {
      const end = signal ?? new AbortController().signal;
      for await (const { id, event } of ctx.events.since(input?.lastEventId ?? null, end)) {
        // Whatever ends a session or a token says so by this event: who is out hears nothing more.
        if (event.type === 'people.changed' && !(await isStillIn(ctx))) return;
        yield tracked(id, event);
      }
    }),
});

async function isStillIn({ db, session, token }: Context): Promise<boolean> {
  if (token !== undefined) return (await userOfToken(db, token)) !== null;
  return session === null || (await userOfSession(db, session)) !== null;
}
