import { opmlOfSources, sourcesOfOpml } from '@throughline/feeds';
import { Id, NewSource, type OpmlImport } from '@throughline/schema';
import {
  addSource,
  addSources,
  fetchHistory,
  listSources,
  pollNow,
  setPaused,
  sourceById,
} from '@throughline/store';
import { z } from 'zod';
import { editing, found, reading, router } from '../trpc.ts';

/** Seconds over which the first checks of imported sources are spread, each. */
const SPREAD_SECONDS_EACH = 2;

const ById = z.object({ id: Id });

export const sourcesRouter = router({
  list: reading.query(({ ctx }) => listSources(ctx.db)),
  history: reading.input(ById).query(({ ctx, input }) => fetchHistory(ctx.db, input.id)),
  add: editing.input(NewSource).mutation(async ({ ctx, input }) => {
    const { id } = await addSource(ctx.db, input);
    return found(await sourceById(ctx.db, id), 'source');
  }),
  pollNow: editing
    .input(ById)
    .mutation(async ({ ctx, input }) => found(await pollNow(ctx.db, input.id), 'source')),
  setPaused: editing
    .input(ById.extend({ paused: z.boolean() }))
    .mutation(async ({ ctx, input }) => found(await setPaused(ctx.db, input.id, input.paused), 'source')),
  importOpml: editing
    .input(z.object({ opml: z.string().max(20_000_000) }))
    .mutation(async ({ ctx, input }): Promise<OpmlImport> => {
      const { sources, problems } = sourcesOfOpml(input.opml);
      return { ...(await addSources(ctx.db, sources, sources.length * SPREAD_SECONDS_EACH)), problems };
    }),
  exportOpml: reading.query(async ({ ctx }) => opmlOfSources(await listSources(ctx.db))),
});
