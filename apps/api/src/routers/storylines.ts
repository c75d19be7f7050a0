import { Id, NewCitation, NewStoryline, SectionPatch, StorylinePatch } from '@throughline/schema';
import {
  addSection,
  citableRevision,
  cite,
  createStoryline,
  listStorylines,
  moveSection,
  readStoryline,
  setSectionRemoved,
  setStorylineRemoved,
  updateSection,
  updateStoryline,
} from '@throughline/store';
import { quoteOf, withCitation } from '@throughline/storylines';
import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { storylineExport } from '../storyline-export.ts';
import { editing, found, reading, router } from '../trpc.ts';

const ById = z.object({ id: Id });
const Section = z.object({ sectionId: Id });

export const storylinesRouter = router({
  list: reading.query(({ ctx }) => listStorylines(ctx.db)),
  byId: reading
    .input(ById)
    .query(async ({ ctx, input }) => found(await readStoryline(ctx.db, input.id), 'storyline')),
  create: editing
    .input(NewStoryline)
    .mutation(({ ctx, input }) => createStoryline(ctx.db, ctx.user.id, input.headline)),
  update: editing
    .input(ById.extend({ revision: z.number().int().positive(), patch: StorylinePatch }))
    .mutation(({ ctx, input }) => updateStoryline(ctx.db, ctx.user.id, input)),
  remove: editing
    .input(ById)
    .mutation(({ ctx, input }) => setStorylineRemoved(ctx.db, ctx.user.id, input.id, true)),
  restore: editing
    .input(ById)
    .mutation(({ ctx, input }) => setStorylineRemoved(ctx.db, ctx.user.id, input.id, false)),

  addSection: editing
    .input(ById.extend({ title: z.string().max(300).default('') }))
    .mutation(({ ctx, input }) => addSection(ctx.db, ctx.user.id, input)),
  updateSection: editing
    .input(Section.extend({ version: z.number().int().positive(), patch: SectionPatch }))
    .mutation(({ ctx, input }) => updateSection(ctx.db, ctx.user.id, input)),
  moveSection: editing
    .input(Section.extend({ position: z.number().int().nonnegative() }))
    .mutation(({ ctx, input }) => moveSection(ctx.db, ctx.user.id, input)),
  removeSection: editing
    .input(Section)
    .mutation(({ ctx, input }) => setSectionRemoved(ctx.db, ctx.user.id, { ...input, removed: true })),
  restoreSection: editing
    .input(Section)
    .mutation(({ ctx, input }) => setSectionRemoved(ctx.db, ctx.user.id, { ...input, removed: false })),

  cite: editing.input(NewCitation).mutation(async ({ ctx, input }) => {
    const revision = found(await citableRevision(ctx.db, input.itemId), 'item');
    const quote = quoteOf(revision, input.exact);
    if (quote === null) {
      throw new TRPCError({
        code: 'BAD_REQUEST',
        message: 'These words do not stand in the item as it is now.',
      });
    }
    return cite(ctx.db, ctx.user.id, { sectionId: input.sectionId, revision, quote }, (blocks, id) =>
      withCitation(blocks, quote.exact, id),
    );
  }),
  /** The piece as a reader will see it: the self-contained page of the HTML export. */
  preview: reading.input(ById).query(async ({ ctx, input }) => {
    const file = found(await storylineExport(ctx.db, input.id, 'html'), 'storyline');
    return { html: new TextDecoder().decode(file.body), warnings: file.warnings };
  }),
});
