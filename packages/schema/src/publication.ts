import { z } from 'zod';
import { Id, Instant } from './common.ts';
import { ExportProblem } from './storyline-document.ts';

/**
 * Why a version was published:
 * - `first`       the piece came out
 * - `update`      there is more to tell, and followers are told
 * - `correction`  something was wrong, and stands in the correction log
 * - `edit`        wording; nobody is told
 */
export const PublishedKind = z.enum(['first', 'update', 'correction', 'edit']);
export type PublishedKind = z.infer<typeof PublishedKind>;

/** One state of a storyline that was made public, and keeps its address. */
export const PublishedVersion = z.object({
  /** From 1. */
  number: z.number().int().positive(),
  revision: z.number().int().positive(),
  at: Instant,
  kind: PublishedKind,
  /** What readers are told of it. */
  note: z.string(),
  by: z.string().nullable(),
});
export type PublishedVersion = z.infer<typeof PublishedVersion>;

/** What of a storyline is public. */
export const Publication = z.object({
  storylineId: Id,
  slug: z.string(),
  /** The path of its address on this desk. */
  path: z.string(),
  /** When it was taken back; null while it is public. */
  withdrawnAt: Instant.nullable(),
  /** Newest first; at least one. */
  versions: z.array(PublishedVersion),
});
export type Publication = z.infer<typeof Publication>;

export const PublishStoryline = z
  .object({
    id: Id,
    /** The revision that was looked at: a later one is not published unseen. */
    revision: z.number().int().positive(),
    kind: PublishedKind.exclude(['first']),
    note: z.string().trim().max(1000, 'At most 1,000 characters.'),
  })
  .refine(({ kind, note }) => kind === 'edit' || note !== '', {
    path: ['note'],
    error: 'Say in a sentence what changed.',
  });
export type PublishStoryline = z.infer<typeof PublishStoryline>;

/** What a desk does not let out. */
export const PublishingRules = z.object({ refuse: z.array(ExportProblem).default([]) });
export type PublishingRules = z.infer<typeof PublishingRules>;

/** The path of a published storyline, or of one of its versions. */
export const publicPath = (slug: string, version?: number): string =>
  `/read/${encodeURIComponent(slug)}${version === undefined ? '' : `/v/${version}`}`;
