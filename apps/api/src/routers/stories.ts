import { Id, StoryCommand } from '@throughline/schema';
import {
  curateStories,
  decideStoryLink,
  latestRebuild,
  listStories,
  restartGrouping,
  undoStoryCommand,
} from '@throughline/store';
import { z } from 'zod';
import { storyDetail, storyOfItem } from '../story-detail.ts';
import { editing, found, reading, router, steering } from '../trpc.ts';

export const storiesRouter = router({
  list: reading
    .input(
      z.object({
        /** Only stories with at least so many reports. */
        reports: z.number().int().min(1).default(2),
        topic: z.string().nullable().default(null),
        /** Only stories with this in their headline. */
        words: z.string().trim().max(200).default(''),
        cursor: z.string().max(300).optional(),
        limit: z.number().int().min(1).max(200).default(50),
      }),
    )
    .query(({ ctx, input }) => listStories(ctx.db, input)),
  /** A story, or the one that it became part of. */
  byId: reading
    .input(z.object({ id: z.string().max(100) }))
    .query(async ({ ctx, input }) => found(await storyDetail(ctx.db, input.id, Date.now()), 'story')),
  /**
   * The story of an item, what of the item's text earlier reports had told, and what the others add. Null while it is
   * not grouped.
   */
  ofItem: reading.input(z.object({ itemId: Id })).query(async ({ ctx, input }) => {
    const story = await storyOfItem(ctx.db, input.itemId, Date.now());
    return story === undefined ? found(null, 'item') : story;
  }),
  /** Lets the worker group all stored items anew; curators' decisions hold. */
  rebuild: steering.mutation(async ({ ctx }) => {
    await restartGrouping(ctx.db, ctx.user.id);
    return {};
  }),
  /** The latest rebuild: how far it is, or with which result it ended. */
  latestRebuild: reading.query(({ ctx }) => latestRebuild(ctx.db)),
  /** Merge, split, move, rename: done at once and obeyed by every later run of the grouping. */
  curate: editing
    .input(StoryCommand)
    .mutation(async ({ ctx, input }) => ({ story: await curateStories(ctx.db, ctx.user.id, input) })),
  undo: editing.input(z.object({ commandId: z.uuid() })).mutation(async ({ ctx, input }) => ({
    undone: await undoStoryCommand(ctx.db, ctx.user.id, input.commandId),
  })),
  /** Says that two stories, told in different languages, are one event or are not; null takes that back. */
  decideLink: editing
    .input(z.object({ a: z.string().max(100), b: z.string().max(100), same: z.boolean().nullable() }))
    .mutation(async ({ ctx, input }) => {
      await decideStoryLink(ctx.db, ctx.user.id, input);
      return {};
    }),
});
