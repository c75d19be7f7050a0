import { z } from 'zod';
import { Id, Instant } from './common.ts';

/** Who is behind a source; nine feeds of one broadcaster are one publisher. */
export const Publisher = z.object({ id: Id, name: z.string(), siteUrl: z.string().nullable() });
export type Publisher = z.infer<typeof Publisher>;

/**
 * - `new`      not read yet
 * - `fine`     the last check worked
 * - `failing`  the last check failed; it is tried again later
 * - `gone`     the publisher says that it is gone; not tried again by itself
 * - `paused`   switched off by a person
 */
export const SourceState = z.enum(['new', 'fine', 'failing', 'gone', 'paused']);
export type SourceState = z.infer<typeof SourceState>;

/** A feed that is polled, as the desk shows it. */
export const Source = z.object({
  id: Id,
  url: z.string(),
  title: z.string(),
  siteUrl: z.string().nullable(),
  publisher: Publisher,
  language: z.string().nullable(),
  folders: z.array(z.string()),
  state: SourceState,
  /** What is wrong, as a sentence for people; null when nothing is. */
  cause: z.string().nullable(),
  /** The same as a code, e.g. `http-404`. */
  causeCode: z.string().nullable(),
  failures: z.number().int(),
  lastCheckAt: Instant.nullable(),
  lastSuccessAt: Instant.nullable(),
  lastNewItemAt: Instant.nullable(),
  nextCheckAt: Instant.nullable(),
  items: z.number().int(),
  createdAt: Instant,
});
export type Source = z.infer<typeof Source>;

/** One check of a source. */
export const FetchRecord = z.object({
  id: Id,
  at: Instant,
  /** HTTP status; null when no answer came. */
  status: z.number().int().nullable(),
  /** `body`, `unchanged`, or the failure's code. */
  outcome: z.string(),
  message: z.string().nullable(),
  bytes: z.number().int().nullable(),
  durationMs: z.number().int(),
  newItems: z.number().int(),
  changedItems: z.number().int(),
});
export type FetchRecord = z.infer<typeof FetchRecord>;

export const NewSource = z.object({
  url: z.url({ protocol: /^https?$/, error: 'This needs to be an http or https address.' }),
  title: z.string().trim().max(300).optional(),
  publisher: z.string().trim().max(300).optional(),
  language: z.string().trim().max(35).optional(),
  folders: z.array(z.string().trim().min(1)).default([]),
});
export type NewSource = z.infer<typeof NewSource>;

export const OpmlImport = z.object({
  added: z.number().int(),
  alreadyThere: z.number().int(),
  problems: z.array(z.string()),
});
export type OpmlImport = z.infer<typeof OpmlImport>;
