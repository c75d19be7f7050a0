import { z } from 'zod';

/** Checkable statements found in text. The contract of `throughline claims`. */

export const ClaimCommandInput = z.object({
  id: z.string(),
  text: z.string(),
  language: z.string().nullish(),
});
export type ClaimCommandInput = z.infer<typeof ClaimCommandInput>;

export const Comparator = z.enum(['=', '~', '>=', '>', '<=', '<']);
export type Comparator = z.infer<typeof Comparator>;

/** `start`/`end` are UTF-16 offsets into the text as given. Absent values are null. */
export const FoundClaim = z.object({
  kind: z.enum(['quantity', 'quote', 'date']),
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  text: z.string(),
  value: z.number().nullable(),
  /** Upper end of a range; null when the claim is a single value. */
  high: z.number().nullable(),
  /** ISO 4217 code for money, "%" for percent, a unit's name, or null for a counted thing. */
  unit: z.string().nullable(),
  /** What is counted or measured. */
  of: z.string().nullable(),
  comparator: Comparator.nullable(),
  speaker: z.string().nullable(),
  /** ISO 8601 date, possibly partial (2022, 2022-08). */
  date: z.string().nullable(),
});
export type FoundClaim = z.infer<typeof FoundClaim>;
