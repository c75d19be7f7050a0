import { z } from 'zod';
import { Id, Instant } from './common.ts';
import { HealthState } from './fetch.ts';
import { Said } from './said.ts';
import { PushState } from './websub.ts';

/** Who is behind a source; nine feeds of one broadcaster are one publisher. */
export const Publisher = z.object({ id: Id, name: z.string(), siteUrl: z.string().nullable() });
export type Publisher = z.infer<typeof Publisher>;

/**
 * How its reading goes (`HealthState`), or:
 * - `new`      not read yet
 * - `paused`   switched off by a person
 */
export const SourceState = z.enum(['new', ...HealthState.options, 'paused']);
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
  /** What is wrong; null when nothing is. */
  cause: Said.nullable(),
  /** The same as a code, e.g. `http-404`. */
  causeCode: z.string().nullable(),
  /** Since when it has been in this state. */
  since: Instant.nullable(),
  /** A person should look at it. */
  needsHand: z.boolean(),
  failures: z.number().int(),
  lastCheckAt: Instant.nullable(),
  lastSuccessAt: Instant.nullable(),
  lastNewItemAt: Instant.nullable(),
  nextCheckAt: Instant.nullable(),
  /** What decided on the next check, e.g. `rhythm`, `publisher`, `back-off`; null before the first one. */
  nextBecause: z.string().nullable(),
  /** A person's own interval in seconds; null: the source's own rhythm. */
  intervalSeconds: z.number().int().nullable(),
  /** Whether the pages of its items are fetched for their whole text. */
  fullText: z.boolean(),
  /** Its subscription at a WebSub hub; null where there is none. */
  push: z.object({ state: PushState, leaseUntil: Instant.nullable() }).nullable(),
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
  /** Why it failed. */
  said: Said.nullable(),
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

/** What a person may change of a source; what is left out stays. */
export const SourcePatch = z.object({
  title: z.string().trim().min(1).max(300).optional(),
  publisher: z.string().trim().min(1).max(300).optional(),
  language: z.string().trim().max(35).nullable().optional(),
  folders: z.array(z.string().trim().min(1).max(200)).max(20).optional(),
  /** Seconds; null: the source's own rhythm. Ten minutes at least: publishers are not asked more often than that. */
  intervalSeconds: z.number().int().min(600).max(2_592_000).nullable().optional(),
  fullText: z.boolean().optional(),
});
export type SourcePatch = z.infer<typeof SourcePatch>;

/** What came of an OPML file: stored at once, read one after another. */
export const OpmlImport = z.object({
  added: z.number().int(),
  alreadyThere: z.number().int(),
  problems: z.array(Said),
});
export type OpmlImport = z.infer<typeof OpmlImport>;

/** How far the first reading of an import has come. */
export const ImportProgress = OpmlImport.extend({
  at: Instant,
  /** Of those added: how many have been read, how many of these failed, how many were removed since. */
  read: z.number().int(),
  failed: z.number().int(),
  removed: z.number().int(),
});
export type ImportProgress = z.infer<typeof ImportProgress>;

/** A feed that was found at an address, before it becomes a source. */
export const SourceCandidate = z.object({
  url: z.string(),
  title: z.string().nullable(),
  /** `link`: the page announces it; `anchor`: an ordinary link; or the address itself, or a usual path. */
  from: z.enum(['page-itself', 'link', 'anchor', 'common-path']),
  /** The source that has this address already. */
  sourceId: Id.nullable(),
});
export type SourceCandidate = z.infer<typeof SourceCandidate>;

export const SourceDiscovery = z.object({
  siteUrl: z.string(),
  siteTitle: z.string().nullable(),
  candidates: z.array(SourceCandidate),
  /** Why there is none; null where there is one. */
  said: Said.nullable(),
  /** The usual paths have not been tried: they may be, if the person says so. */
  mayTryPaths: z.boolean(),
});
export type SourceDiscovery = z.infer<typeof SourceDiscovery>;

/** A look into a feed before it is added. */
export const SourcePreview = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    url: z.string(),
    title: z.string().nullable(),
    description: z.string().nullable(),
    language: z.string().nullable(),
    format: z.string(),
    /** All of them are counted, the newest ten shown. */
    itemCount: z.number().int(),
    items: z.array(
      z.object({ title: z.string(), url: z.string().nullable(), publishedAt: Instant.nullable() }),
    ),
    hasHub: z.boolean(),
    warnings: z.array(z.string()),
  }),
  z.object({ ok: z.literal(false), url: z.string(), said: Said }),
]);
export type SourcePreview = z.infer<typeof SourcePreview>;
