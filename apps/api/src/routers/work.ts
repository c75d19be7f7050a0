import { Id, NoteBody, WorkRef } from '@throughline/schema';
import { addNote, assign, inboxOf, putAway, setNoteRemoved, workOn } from '@throughline/store';
import { z } from 'zod';
import { editing, reading, router } from '../trpc.ts';

const OneNote = z.object({ id: Id });

/** Who takes care of what, and what people say to each other about it. */
export const workRouter = router({
  on: reading.input(WorkRef).query(({ ctx, input }) => workOn(ctx.db, input)),
  assign: editing
    .input(WorkRef.extend({ assignee: Id.nullable() }))
    .mutation(({ ctx, input }) => assign(ctx.db, ctx.user.id, input, input.assignee)),
  addNote: editing
    .input(WorkRef.extend({ body: NoteBody }))
    .mutation(async ({ ctx, input }) => ({ id: await addNote(ctx.db, ctx.user.id, input, input.body) })),
  removeNote: editing
    .input(OneNote)
    .mutation(({ ctx, input }) => setNoteRemoved(ctx.db, ctx.user.id, input.id, true)),
  restoreNote: editing
    .input(OneNote)
    .mutation(({ ctx, input }) => setNoteRemoved(ctx.db, ctx.user.id, input.id, false)),
  /** What concerns whoever asks. */
  inbox: reading.query(({ ctx }) => inboxOf(ctx.db, ctx.user.id)),
  putAway: reading
    .input(z.union([z.object({ note: Id }), WorkRef]))
    .mutation(({ ctx, input }) => putAway(ctx.db, ctx.user.id, input)),
});
