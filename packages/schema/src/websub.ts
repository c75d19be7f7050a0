import { z } from 'zod';
import { Instant } from './common.ts';

/**
 * - `requested`  the hub was asked; it has not called back yet
 * - `active`     the hub has verified it and pushes until `leaseUntil`
 * - `denied`     the hub refused; the source is polled
 * - `failed`     the hub could not be asked, or never called back; tried again later
 * - `leaving`    we asked it to stop
 */
export const PushState = z.enum(['requested', 'active', 'denied', 'failed', 'leaving']);
export type PushState = z.infer<typeof PushState>;

/** A source's subscription at a WebSub hub: plain JSON for one row. */
export const PushSubscription = z.object({
  state: PushState,
  hub: z.string(),
  topic: z.string(),
  /** The unguessable last part of the callback's address. */
  token: z.string(),
  /** Known to the hub and to us: signs what is pushed. */
  secret: z.string(),
  requestedAt: Instant,
  /** Set while active. */
  leaseUntil: Instant.nullable(),
  /** When to ask the hub (again); null: not by itself. */
  nextRequestAt: Instant.nullable(),
  /** Requests since the hub last confirmed: each makes the next wait longer. */
  failures: z.number().int().nonnegative(),
  /** Pushes received, at least one of them proves that the hub really works. */
  deliveries: z.number().int().nonnegative(),
  /** Polls in a row that found news which had not been pushed. */
  missed: z.number().int().nonnegative(),
});
export type PushSubscription = z.infer<typeof PushSubscription>;
