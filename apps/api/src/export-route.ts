import { ExportFormat } from '@throughline/schema';
import { storylineIdOf } from '@throughline/store';
import { exportStoryline, exportWarnings } from '@throughline/storylines';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Context } from './context.ts';
import { storylineDocument } from './storyline-export.ts';

const Query = z.object({
  format: ExportFormat.default('html'),
  revision: z.coerce.number().int().positive().optional(),
  strict: z.stringbool().default(false),
});

/**
 * GET /export/storylines/:id?format=...&revision=N&strict=1: a storyline as a download. Strict refuses with 409 while
 * anything in it is unproven, disputed or missing.
 */
export function exportRoute(
  server: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<Context>,
): void {
  server.get('/export/storylines/:id', async (request, reply) => {
    const context = await contextOf(request);
    if (context.user === null) return reply.code(401).send({ message: 'Sign in first.' });
    const query = Query.safeParse(request.query);
    if (!query.success) return reply.code(400).send({ message: z.prettifyError(query.error) });
    return answer(context, (request.params as { id: string }).id, query.data, reply);
  });
}

async function answer(
  { db }: Context,
  reference: string,
  { format, revision, strict }: z.infer<typeof Query>,
  reply: FastifyReply,
) {
  const id = await storylineIdOf(db, reference);
  const document = id === null ? null : await storylineDocument(db, id, revision);
  if (document === null) {
    const message =
      id === null || revision === undefined
        ? 'This storyline is not there (any more).'
        : `Revision ${revision} of this storyline is not kept.`;
    return reply.code(404).send({ message });
  }
  const warnings = exportWarnings(document);
  if (strict && warnings.length > 0) {
    return reply.code(409).send({ message: 'This storyline is not proven yet.', warnings });
  }
  const file = await exportStoryline(document, format);
  return reply
    .header('content-type', file.mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`)
    .send(Buffer.from(file.body));
}
