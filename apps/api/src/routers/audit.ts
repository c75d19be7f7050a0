import { AuditFilter, isAtLeast } from '@throughline/schema';
import { readAudit } from '@throughline/store';
import { z } from 'zod';
import { entriesFor } from '../source-address.ts';
import { editing, router } from '../trpc.ts';

export const auditRouter = router({
  /** Who decided what, when, and what it said before; of people, tokens and settings to administrators only. */
  list: editing
    .input(
      z
        .object({
          filter: AuditFilter.default({}),
          cursor: z
            .string()
            .regex(/^\d{1,15}$/)
            .optional(),
          limit: z.number().int().min(1).max(200).default(50),
        })
        .default({ filter: {}, limit: 50 }),
    )
    .query(async ({ ctx, input }) => {
      const { rows, nextCursor } = await readAudit(ctx.db, input.filter, {
        everything: isAtLeast(ctx.user.role, 'admin'),
        before: input.cursor === undefined ? undefined : Number(input.cursor),
        limit: input.limit,
      });
      return { rows: entriesFor(ctx.user, rows), nextCursor };
    }),
});
