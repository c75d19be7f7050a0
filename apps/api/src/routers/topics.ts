import { compileTopics } from '@throughline/relevance';
import { TaggableItem } from '@throughline/schema';
import { listTopics } from '@throughline/store';
import { reading, router } from '../trpc.ts';

export const topicsRouter = router({
  list: reading.query(({ ctx }) => listTopics(ctx.db)),
  /** Tags a text with the topics as they stand, and stores nothing. */
  test: reading.input(TaggableItem).query(async ({ ctx, input }) => {
    const topics = await listTopics(ctx.db);
    return compileTopics(topics.map((topic) => topic.definition)).tag(input);
  }),
});
