import { opmlOfSources, sourcesOfOpml } from '@throughline/feeds';
import { Id, NewSource, type OpmlImport, SourcePatch } from '@throughline/schema';
import {
  fetchHistory,
  importSources,
  lastImport,
  listSources,
  removeSource,
  restoreSource,
  setPaused,
  updateSource,
} from '@throughline/store';
import { z } from 'zod';
import { addLookedAtSource } from '../add-source.ts';
import { sourcesFor } from '../source-address.ts';
import { candidatesOf, previewOf } from '../source-candidates.ts';
import { editing, found, reading, router, steering } from '../trpc.ts';
import { pollSoon } from '../websub-routes.ts';

/** Seconds over which the first checks of imported sources are spread, each. */
const SPREAD_SECONDS_EACH = 2;

const ById = z.object({ id: Id });
const Address = z.string().trim().min(1).max(2000);

export const sourcesRouter = router({
  list: reading.query(async ({ ctx }) => sourcesFor(ctx.user, await listSources(ctx.db))),
  history: reading.input(ById).query(({ ctx, input }) => fetchHistory(ctx.db, input.id)),
  /** The feeds of a site. Usual paths are only tried when the person said so. */
  discover: steering
    .input(z.object({ address: Address, commonPaths: z.boolean().default(false) }))
    .mutation(async ({ ctx, input }) =>
      candidatesOf(ctx.db, await ctx.looker.discover(input.address, input.commonPaths), input.commonPaths),
    ),
  /** A look into one of them before it is added. */
  preview: steering
    .input(z.object({ url: NewSource.shape.url }))
    .mutation(async ({ ctx, input }) => previewOf(await ctx.looker.preview(input.url))),
  add: steering
    .input(NewSource)
    .mutation(async ({ ctx, input }) => found(await addLookedAtSource(ctx.db, ctx.looker, input), 'source')),
  update: steering
    .input(ById.extend({ patch: SourcePatch }))
    .mutation(async ({ ctx, input }) => found(await updateSource(ctx.db, input.id, input.patch), 'source')),
  /** Its items stay. */
  remove: steering
    .input(ById)
    .mutation(async ({ ctx, input }) => found(await removeSource(ctx.db, input.id), 'source')),
  restore: steering
    .input(ById)
    .mutation(async ({ ctx, input }) => found(await restoreSource(ctx.db, input.id), 'source')),
  pollNow: editing
    .input(ById)
    .mutation(async ({ ctx, input }) => found(await pollSoon(ctx.db, input.id), 'source')),
  setPaused: steering
    .input(ById.extend({ paused: z.boolean() }))
    .mutation(async ({ ctx, input }) => found(await setPaused(ctx.db, input.id, input.paused), 'source')),
  importOpml: steering
    .input(z.object({ opml: z.string().max(20_000_000) }))
    .mutation(({ ctx, input }): Promise<OpmlImport> => {
      const read = sourcesOfOpml(input.opml);
      return importSources(ctx.db, read, read.sources.length * SPREAD_SECONDS_EACH);
    }),
  /** How far the first reading of the last import has come; null when there was none. */
  lastImport: reading.query(({ ctx }) => lastImport(ctx.db)),
  exportOpml: reading.query(async ({ ctx }) =>
    opmlOfSources(sourcesFor(ctx.user, await listSources(ctx.db))),
  ),
});
