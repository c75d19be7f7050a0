import { z } from 'zod';
import type { SaidCode } from './said-words.ts';

/** What stands in such a sentence. */
export const SaidValues = z.object({
  /** Who did it: the machine that was asked. */
  host: z.string().optional(),
  /** The piece that it is about, as written: an entry's title, a kind of compression, a library's own words. */
  named: z.string().optional(),
  address: z.string().optional(),
  /** A count, a bound or an HTTP status. */
  n: z.number().optional(),
  /** What that number or this time usually is. */
  usual: z.number().optional(),
  /** Milliseconds. */
  ms: z.number().optional(),
  /** How often it happened in a row. */
  times: z.number().optional(),
});
export type SaidValues = z.infer<typeof SaidValues>;

/**
 * What is wrong with a source, or with a list of sources, as data: each screen says it in its reader's language,
 * `inEnglish` says it for logs and the command line.
 */
export const Said = SaidValues.extend({
  /** Any string may come: what is stored may have been said by another version. */
  code: z.custom<SaidCode>((value) => typeof value === 'string'),
});
export type Said = z.infer<typeof Said>;
