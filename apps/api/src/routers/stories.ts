import type { ItemStory, StoryDetail } from '@throughline/schema';
import { Id, StoryCommand } from '@throughline/schema';
import {
  curateStories,
  itemById,
  listStories,
  livingStory,
  type Sql,
  storyReports,
  storyRow,
  storyTexts,
  undoStoryCommand,
} from '@throughline/store';
import { novelty } from '@throughline/stories';
import { z } from 'zod';
import { editing, found, reading, router } from '../trpc.ts';

export const storiesRouter = router({
  list: reading
    .input(
      z.object({
        /** Only stories with at least so many reports. */
        reports: z.number().int().min(1).default(2),
        topic: z.string().nullable().default(null),
        cursor: z.string().max(300).optional(),
        limit: z.number().int().min(1).max(200).default(50),
      }),
    )
    .query(({ ctx, input }) => listStories(ctx.db, input)),
  /** A story, or the one that it became part of. */
  byId: reading
    .input(z.object({ id: z.string().max(100) }))
    .query(async ({ ctx, input }) => found(await storyDetail(ctx.db, input.id), 'story')),
  /** The story of an item, and what of the item's text earlier reports had told. Null while it is not grouped. */
  ofItem: reading.input(z.object({ itemId: Id })).query(async ({ ctx, input }): Promise<ItemStory | null> => {
    const item = found(await itemById(ctx.db, input.itemId), 'item');
    const detail = item.story === null ? null : await storyDetail(ctx.db, item.story.id);
    if (detail === null) return null;
    const earlier = (await storyTexts(ctx.db, detail.id)).filter(({ id }) => id < item.id);
    const seen = earlier.map(({ id, text, summary }) => ({ id: String(id), text: text || summary }));
    const { sentences } = novelty(item.revision.contentText, seen);
    const told = sentences.flatMap(({ start, end, novel, seenIn }) =>
      novel || seenIn === null ? [] : [{ start, end, by: Number(seenIn) }],
    );
    return { ...detail, told };
  }),
  /** Merge, split, move, rename: done at once and obeyed by every later run of the grouping. */
  curate: editing
    .input(StoryCommand)
    .mutation(async ({ ctx, input }) => ({ story: await curateStories(ctx.db, ctx.user.id, input) })),
  undo: editing.input(z.object({ commandId: z.uuid() })).mutation(async ({ ctx, input }) => ({
    undone: await undoStoryCommand(ctx.db, ctx.user.id, input.commandId),
  })),
});

async function storyDetail(sql: Sql, id: string): Promise<StoryDetail | null> {
  const living = await livingStory(sql, id);
  const row = living === null ? null : await storyRow(sql, living);
  return row === null ? null : { ...row, members: await storyReports(sql, row.id) };
}
