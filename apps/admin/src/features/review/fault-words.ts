import type { QueryFault } from '@throughline/schema';
import type { Messages } from '../../i18n/catalogue.ts';

/** What is wrong with a query, and what was expected, in the reader's language; names and values as they are. */
export function faultWords(m: Messages, fault: QueryFault): { what: string; expected: string | undefined } {
  if (fault.code === undefined) return { what: fault.message, expected: fault.expected };
  const { faults, faultExpects } = m.review;
  const expects: Readonly<Record<string, string>> = faultExpects;
  return { what: faults[fault.code](fault.named ?? ''), expected: expects[fault.code] ?? fault.expected };
}
