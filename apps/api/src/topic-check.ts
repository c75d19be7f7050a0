import { compileTopics, type Outcome, parseTopic, printTopic } from '@throughline/relevance';
import type { TopicDefinition, TopicDraft, TopicProblem } from '@throughline/schema';

type Checked = { ok: true; definition: TopicDefinition } | { ok: false; problems: TopicProblem[] };

/**
 * Reads a topic's text and compiles it, so that whatever is wrong is said before it is saved. Every problem that can
 * be tied to a place carries its UTF-16 offset into `text`.
 *
 * @param id the topic whose rules these are to be; undefined: any.
 */
export function checkTopic(text: string, id?: string): Checked {
  const parsed = parseTopic(text);
  const problems = !parsed.ok
    ? parsed.problems
    : id === undefined || id === parsed.value.id
      ? compileTopics([parsed.value]).problems
      : [otherTopic(parsed.value.id, id)];
  if (parsed.ok && problems.length === 0) return { ok: true, definition: parsed.value };
  return { ok: false, problems: problems.map((problem) => inText(text, problem)) };
}

const otherTopic = (named: string, id: string): TopicProblem => ({
  topic: named,
  path: 'id',
  code: 'other_topic',
  named,
  message: `these are the rules of "${named}", another topic`,
  expected: `topic ${id}`,
});

/**
 * Writes a topic that was put together in a form as text. What is wrong names its place in the form, e.g.
 * "concepts.0.terms.en.3".
 */
export function printForm(draft: TopicDraft): Outcome<string> {
  const { problems } = compileTopics([draft]);
  return problems.length > 0 ? { ok: false, problems: [...problems] } : printTopic(draft);
}

/** Where each part of the structured form begins in the text form. */
const KEYWORDS: Readonly<Record<string, RegExp>> = {
  concepts: /^[ \t]*concept\b/gm,
  cues: /^[ \t]*cue\b/gm,
  except: /^[ \t]*except\b/gm,
  must: /^[ \t]*must\b(?![ \t]+not\b)/gm,
  mustNot: /^[ \t]*must[ \t]+not\b/gm,
  name: /^[ \t]*topic\b/gm,
  id: /^[ \t]*topic\b/gm,
  description: /^[ \t]*about\b/gm,
};

/** Problems of the whole topic name a path ("concepts.2.gates.0"): here it becomes the line that the part begins on. */
function inText(text: string, problem: TopicProblem): TopicProblem {
  if (problem.path.startsWith('line ')) return problem;
  const { position: _inPart, ...rest } = problem;
  const [part = '', second = '', third = ''] = problem.path.split('.');
  const keyword =
    part === 'thresholds'
      ? new RegExp(`^[ \\t]*${/^\w+$/.test(second) ? second : ''}\\b`, 'gm')
      : KEYWORDS[part];
  if (keyword === undefined) return rest;
  const found = [...text.matchAll(keyword)][Number.isInteger(Number(second)) ? Number(second) : 0];
  if (found === undefined) return rest;
  const begin = found.index + found[0].length - found[0].trimStart().length;
  return { ...rest, position: third === 'gates' ? gateIn(text, begin, problem.path) : begin };
}

/** The gate's own line in a concept that begins at `from`. */
function gateIn(text: string, from: number, path: string): number {
  const block = text.slice(from).split('}', 1)[0] ?? '';
  const gate = [...block.matchAll(/^[ \t]*(?=require\b|penalise\b)/gm)][Number(path.split('.')[3])];
  return gate === undefined ? from : from + gate.index + gate[0].length;
}
