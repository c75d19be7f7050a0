import type { QueryFaultCode, TopicProblem } from '@throughline/schema';

/** An expected failure is a value: either what was asked for, or why not and where. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; problems: TopicProblem[] };

/** A fault in one piece of text: `position` counts UTF-16 units from its beginning. */
export interface Fault {
  message: string;
  position: number;
  expected?: string;
  /** Of a search only: what is wrong, and with which piece, for a screen to say in its reader's language. */
  code?: QueryFaultCode;
  named?: string;
}

export function isFault(value: object): value is Fault {
  return 'message' in value && 'position' in value;
}

/** Puts a fault in its place inside a topic. */
export function asProblem(fault: Fault, topic: string, path: string): TopicProblem {
  const expected = fault.expected === undefined ? {} : { expected: fault.expected };
  return { topic, path, message: fault.message, position: fault.position, ...expected };
}
