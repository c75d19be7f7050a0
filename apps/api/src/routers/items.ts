import { diffWords } from '@throughline/feeds';
import { Id, ItemView, MAX_QUERY, MarkItems, type QueryFault, TagByHand } from '@throughline/schema';
import {
  countViews,
  forgottenItem,
  itemById,
  itemRows,
  listItems,
  markItems,
  tagByHand,
} from '@throughline/store';
import { z } from 'zod';
import { listView, readQuery } from '../item-views.ts';
import { deciding, found, reading, router } from '../trpc.ts';

const ListInput = z.object({
  view: ItemView,
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(200).default(50),
});

export const itemsRouter = router({
  list: reading.input(ListInput).query(async ({ ctx, input }) =>
    listItems(ctx.db, await listView(ctx.db, input.view), {
      userId: ctx.user.id,
      cursor: input.cursor,
      limit: input.limit,
    }),
  ),
  /** What is wrong with a query while it is typed; null: nothing. */
  checkQuery: reading
    .input(z.object({ query: z.string().max(MAX_QUERY) }))
    .query(async ({ ctx, input }): Promise<QueryFault | null> => {
      const read = await readQuery(ctx.db, input.query);
      return read !== null && 'message' in read ? read : null;
    }),
  byId: reading
    .input(z.object({ id: Id }))
    .query(async ({ ctx, input }) => found(await itemById(ctx.db, input.id, ctx.user.id), 'item')),
  /** Items as lists show them, however they stand now; those that are gone are left out. */
  rows: reading
    .input(z.object({ ids: z.array(Id).min(1).max(100) }))
    .query(({ ctx, input }) => itemRows(ctx.db, input.ids, ctx.user.id)),
  /** What remains of an item that retention removed; null: there never was one, or it is there. */
  forgotten: reading.input(z.object({ id: Id })).query(({ ctx, input }) => forgottenItem(ctx.db, input.id)),
  /** What the edit that made a revision changed against the one before it, word by word. */
  revisionDiff: reading
    .input(z.object({ id: Id, number: z.number().int().min(2) }))
    .query(async ({ ctx, input }) => {
      const { revision, earlier } = found(await itemById(ctx.db, input.id), 'item');
      // Old ones may be forgotten: the one before is the newest that is older.
      const all = [revision, ...earlier];
      const place = all.findIndex(({ number }) => number === input.number);
      const { after, before } = found(pairOf(all[place], all[place + 1]), 'revision');
      return {
        title: diffWords(before.title, after.title),
        text: diffWords(before.contentText || before.summary, after.contentText || after.summary),
      };
    }),
  counts: reading.query(({ ctx }) => countViews(ctx.db, ctx.user.id)),
  mark: deciding.input(MarkItems).mutation(({ ctx, input }) => markItems(ctx.db, ctx.user.id, input)),
  tagByHand: deciding
    .input(TagByHand)
    .mutation(async ({ ctx, input }) => ({ changed: await tagByHand(ctx.db, ctx.user.id, input) })),
});

const pairOf = <T>(after: T | undefined, before: T | undefined) =>
  after === undefined || before === undefined ? null : { after, before };
