import { z } from 'zod';
import { Id, Instant } from './common.ts';

/** What the record speaks of. */
export const AuditObject = z.enum([
  'item',
  'story',
  'storyline',
  'topic',
  'source',
  'person',
  'invitation',
  'token',
  'setting',
  'webhook',
]);
export type AuditObject = z.infer<typeof AuditObject>;

/** One line of the record: who did what to what, when, and what it said before. */
export const AuditEntry = z.object({
  id: Id,
  at: Instant,
  /** Null: the desk itself, or the command line. */
  actor: z.object({ id: Id, name: z.string() }).nullable(),
  via: z.string().nullable(),
  object: AuditObject,
  objectId: z.string(),
  part: z.string().nullable(),
  /** What it was called then. */
  label: z.string(),
  /** added, changed, removed, restored, judged, taken back, marked, mark taken off; of stories the command: merge, split … */
  action: z.string(),
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditFilter = z.object({
  object: AuditObject.optional(),
  objectId: z.string().max(200).optional(),
  actor: Id.optional(),
  /** Days, YYYY-MM-DD in UTC, both included. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
export type AuditFilter = z.infer<typeof AuditFilter>;
