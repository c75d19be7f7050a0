import type { FaultWords, PlacedFault } from '@throughline/schema';
import type { Failure } from '../lib/api.ts';
import type { Messages } from './catalogue.ts';

/** What is wrong, and what was expected, in the reader's language; names and values as they are. */
export function faultWords(m: Messages, fault: FaultWords): { what: string; expected: string | undefined } {
  const { code, named = '', limit = 0 } = fault;
  const expects: Readonly<Record<string, (limit: number) => string>> = m.faults.expects;
  return { what: m.faults.what[code](named, limit), expected: expects[code]?.(limit) ?? fault.expected };
}

/** The same as sentences, with the place, for where it cannot be pointed at. */
export function faultSentence(m: Messages, fault: PlacedFault): string {
  const { what, expected } = faultWords(m, fault);
  const said = fault.position === undefined ? what : m.faults.at(what, fault.position + 1);
  return expected === undefined ? said : `${said}. ${m.faults.expected(expected)}`;
}

/** Why the desk did not take something; in its own words where it gave no others. */
export function refusalWords(m: Messages, { faults, message }: Pick<Failure, 'faults' | 'message'>): string {
  return faults.length === 0 ? message : faults.map((fault) => faultSentence(m, fault)).join(' · ');
}
