import { PrintError } from '@throughline/runtime';
import { ExportFormat, ExportProblem, isAtLeast } from '@throughline/schema';
import { storylineIdOf } from '@throughline/store';
import { exportStoryline, exportWarnings, refusals } from '@throughline/storylines';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Context } from './context.ts';
import { leavingDocument, readableDocument } from './storyline-export.ts';

const Query = z.object({
  format: ExportFormat.default('html'),
  revision: z.coerce.number().int().positive().optional(),
  /** All problems, or those named. */
  strict: z.stringbool().default(false),
  refuse: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(ExportProblem)),
});

/**
 * GET /export/storylines/:id?format=...&revision=N&refuse=unsupported,contested: a storyline as a download. Refuses
 * with 409 while something in it is so; `strict=1` stands for everything that can be wrong. What a curator takes out is
 * kept for good; a viewer's download changes nothing.
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
    const read = isAtLeast(context.user.role, 'curator') ? leavingDocument : readableDocument;
    return answer({ ...context, read }, (request.params as { id: string }).id, query.data, reply);
  });
}

async function answer(
  { db, print, read }: Context & { read: typeof leavingDocument },
  reference: string,
  { format, revision, strict, refuse }: z.infer<typeof Query>,
  reply: FastifyReply,
) {
  const id = await storylineIdOf(db, reference);
  const document = id === null ? null : await read(db, id, revision);
  if (document === null) {
    const message =
      id === null || revision === undefined
        ? 'This storyline is not there (any more).'
        : `Revision ${revision} of this storyline is not kept.`;
    return reply.code(404).send({ message });
  }
  const refused = refusals(exportWarnings(document), strict ? ExportProblem.options : refuse);
  if (refused.length > 0) {
    const warnings = refused.map(({ text }) => text);
    return reply.code(409).send({ message: 'This storyline is not proven yet.', warnings });
  }
  const file = await exportStoryline(document, format, print).catch((error: unknown) => {
    if (error instanceof PrintError) return error;
    throw error;
  });
  // Nothing is wrong with the request: this machine cannot print now.
  if (file instanceof PrintError) return reply.code(503).send({ message: file.message });
  return reply
    .header('content-type', file.mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`)
    .header('x-throughline-warnings', String(file.warnings.length))
    .send(Buffer.from(file.body));
}
