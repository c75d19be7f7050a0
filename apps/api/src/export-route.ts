import { ExportFormat } from '@throughline/schema';
import { storylineIdOf } from '@throughline/store';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from './context.ts';
import { storylineExport } from './storyline-export.ts';

/** GET /export/storylines/:id?format=md|html|json: a storyline as a download. */
export function exportRoute(
  server: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<Context>,
): void {
  server.get('/export/storylines/:id', async (request, reply) => {
    const { db, user } = await contextOf(request);
    if (user === null) return reply.code(401).send({ message: 'Sign in first.' });
    const format = ExportFormat.safeParse((request.query as { format?: unknown }).format ?? 'html');
    if (!format.success) {
      return reply
        .code(400)
        .send({ message: `The format must be one of ${ExportFormat.options.join(', ')}.` });
    }
    const id = await storylineIdOf(db, (request.params as { id: string }).id);
    const file = id === null ? null : await storylineExport(db, id, format.data);
    if (file === null) return reply.code(404).send({ message: 'This storyline is not there (any more).' });
    return reply
      .header('content-type', file.mediaType)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`)
      .send(Buffer.from(file.body));
  });
}
