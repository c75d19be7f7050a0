import type { FaultCode, QueryFault, TopicDefinition, TopicProblem } from '@throughline/schema';

/** An expected failure is a value: either what was asked for, or why not and where. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; problems: TopicProblem[] };

/** A fault in one piece of text: `position` counts UTF-16 units from its beginning. */
export type Fault = QueryFault;

export function isFault(value: object): value is Fault {
  return 'message' in value && 'position' in value;
}

/** Puts a fault in its place inside a topic. */
export function asProblem(fault: Fault, topic: string, path: string): TopicProblem {
  return { ...fault, topic, path };
}

type Checked = ReturnType<typeof TopicDefinition.safeParse>;
type Issue = NonNullable<Checked['error']>['issues'][number];

/** What the shape of a topic lacks, field by field. */
export function shapeProblems(topic: string, issues: readonly Issue[]): TopicProblem[] {
  return issues.map((issue) => ({
    topic,
    path: issue.path.join('.'),
    message: issue.message,
    ...codeOf(issue),
  }));
}

function codeOf(issue: Issue): { code: FaultCode; limit?: number } {
  const inside = issue.path.at(-1);
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'number') return { code: 'too_small', limit: Number(issue.minimum) };
      return { code: inside === 'concepts' ? 'no_concept' : 'empty' };
    case 'too_big':
      return {
        code: issue.origin === 'number' ? 'too_big' : issue.origin === 'string' ? 'too_long' : 'too_many',
        limit: Number(issue.maximum),
      };
    case 'invalid_format':
      return { code: 'bad_name' };
    case 'invalid_key':
      return { code: 'bad_language' };
    case 'invalid_type':
      return { code: issue.expected === 'number' ? 'no_number' : 'bad_value' };
    default:
      return { code: 'bad_value' };
  }
}
