import type { FaultWords, QueryFault } from '@throughline/schema';
import type { Messages } from './catalogue.ts';

/** What is wrong, and what was expected, in the reader's language; names and values as they are. */
export function faultWords(m: Messages, fault: FaultWords): { what: string; expected: string | undefined } {
  const { code, named = '', limit = 0 } = fault;
  const expects: Readonly<Record<string, (limit: number) => string>> = m.faults.expects;
  return { what: m.faults.what[code](named, limit), expected: expects[code]?.(limit) ?? fault.expected };
}

/** The same as sentences, with the place, for where it cannot be pointed at. */
export function faultSentence(m: Messages, fault: QueryFault): string {
  const { what, expected } = faultWords(m, fault);
  const said = m.faults.at(what, fault.position + 1);
  return expected === undefined ? said : `${said}. ${m.faults.expected(expected)}`;
}
