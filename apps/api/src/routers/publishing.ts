import { ExportProblem, Id, PublishingRules, PublishStoryline } from '@throughline/schema';
import {
  publicationOf,
  publishStoryline,
  readSetting,
  type Sql,
  withdrawStoryline,
  writeSetting,
} from '@throughline/store';
import { exportWarnings, judgedDocument, refusals } from '@throughline/storylines';
import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { reading, router, steering } from '../trpc.ts';

const SETTING = 'publishing';
const ById = z.object({ id: Id });

const rulesOf = async (sql: Sql): Promise<PublishingRules> =>
  PublishingRules.parse((await readSetting(sql, SETTING)) ?? {});

export const publishingRouter = router({
  /** What of a storyline is or was public, and where; null when it never was. */
  of: reading.input(ById).query(async ({ ctx, input }) => {
    const publication = await publicationOf(ctx.db, input.id);
    if (publication === null) return null;
    return { ...publication, url: ctx.publicUrl === null ? null : ctx.publicUrl + publication.path };
  }),
  publish: steering.input(PublishStoryline).mutation(async ({ ctx, input }) => {
    const { refuse } = await rulesOf(ctx.db);
    return publishStoryline(ctx.db, ctx.user.id, { ...input, publicUrl: ctx.publicUrl }, (stored) => {
      const document = judgedDocument(stored);
      const refused = refusals(exportWarnings(document), refuse);
      if (refused.length === 0) return document;
      const sentences = refused.map(({ text }) => text).join('\n');
      throw new TRPCError({
        code: 'PRECONDITION_FAILED',
        message: `This desk does not publish such a piece. Nothing was published.\n${sentences}`,
      });
    });
  }),
  withdraw: steering
    .input(ById)
    .mutation(({ ctx, input }) => withdrawStoryline(ctx.db, ctx.user.id, input.id)),
  /** What this desk refuses to publish. */
  rules: reading.query(({ ctx }) => rulesOf(ctx.db)),
  setRules: steering
    .input(z.object({ refuse: z.array(ExportProblem) }))
    .mutation(({ ctx, input }) => writeSetting(ctx.db, SETTING, input)),
});
