import { Readable } from 'node:stream';
import { type AuditEntry, AuditFilter, isAtLeast, type Page } from '@throughline/schema';
import { readAudit } from '@throughline/store';
import { csvRows, toCsv } from '@throughline/storylines';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Context } from './context.ts';

const Query = AuditFilter.extend({ actor: z.coerce.number().int().positive().optional() });
const HEADER = ['at', 'who', 'via', 'object', 'id', 'part', 'name', 'action', 'before', 'after'];
const BATCH = 1000;

/** GET /export/record.csv?object=...&objectId=...&actor=...&from=...&to=...: the record as a table, for administrators. */
export function auditExportRoute(
  server: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<Context>,
): void {
  server.get('/export/record.csv', async (request, reply) => {
    const { user, db } = await contextOf(request);
    if (user === null) return reply.code(401).send({ message: 'Sign in first.' });
    if (!isAtLeast(user.role, 'admin'))
      return reply.code(403).send({ message: 'This takes the role admin.' });
    const query = Query.safeParse(request.query);
    if (!query.success) return reply.code(400).send({ message: z.prettifyError(query.error) });
    const read = (before?: number) => readAudit(db, query.data, { everything: true, before, limit: BATCH });
    // The first page is read before anything is sent: what the database refuses is answered like anywhere else.
    const table = csvOf(await read(), read);
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="record.csv"')
      .send(Readable.from(table));
  });
}

/** The record as parts of one table: a page of it is read when the one before was taken. */
export async function* csvOf(
  first: Page<AuditEntry>,
  read: (before: number) => Promise<Page<AuditEntry>>,
): AsyncGenerator<string> {
  yield toCsv(HEADER, first.rows.map(cellsOf));
  for (let cursor = first.nextCursor; cursor !== null; ) {
    const page = await read(Number(cursor));
    yield csvRows(page.rows.map(cellsOf));
    cursor = page.nextCursor;
  }
}

function cellsOf(entry: AuditEntry): string[] {
  return [
    entry.at,
    entry.actor?.name ?? '',
    entry.via ?? '',
    entry.object,
    entry.objectId,
    entry.part ?? '',
    entry.label,
    entry.action,
    JSON.stringify(entry.before),
    JSON.stringify(entry.after),
  ];
}
