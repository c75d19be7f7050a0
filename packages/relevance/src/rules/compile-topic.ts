import {
  type Query,
  type Term,
  TopicDefinition,
  type TopicGate,
  type TopicProblem,
} from '@throughline/schema';
import type { PatternSet } from '../match/pattern-set.ts';
import { asProblem, isFault, type Outcome, shapeProblems } from './problem.ts';
import { parseQuery } from './query.ts';
import { parseTerm } from './term.ts';
import { ruleVersion } from './version.ts';

/** What a found pattern means to one topic. */
export interface Role {
  pattern: number;
  kind: 'concept' | 'cue' | 'except';
  /** Which concept or cue. */
  index: number;
  /** Of the term, relative to its concept. */
  weight: number;
  /** Without one of these the score is 0. */
  speaks: boolean;
}

interface ReadTerm extends Pick<Role, 'kind' | 'index' | 'weight'> {
  term: Term;
}

/** A condition with its terms as numbers of patterns. */
export type CompiledQuery =
  | { kind: 'pattern'; pattern: number }
  | { kind: 'and' | 'or' | 'sentence'; of: CompiledQuery[] }
  | { kind: 'not'; of: CompiledQuery }
  | { kind: 'near'; left: CompiledQuery; right: CompiledQuery; distance: number; ordered: boolean }
  | { kind: 'any'; sets: HitSet[] }
  | { kind: 'atLeast'; times: number; of: CompiledQuery };

/** Refers to the hits of a concept or a cue. */
export interface HitSet {
  kind: 'concept' | 'cue';
  index: number;
}

export interface CompiledGate extends Pick<TopicGate, 'kind' | 'within' | 'by'> {
  sets: HitSet[];
  names: string;
}

export interface CompiledTopic {
  definition: TopicDefinition;
  version: string;
  roles: readonly Role[];
  /** By concept. */
  gates: readonly (readonly CompiledGate[])[];
  must: CompiledQuery | null;
  mustNot: CompiledQuery | null;
}

/** More terms than this in one topic are a list of words, not a subject. */
const MAX_TERMS = 20_000;

/** Reads the shape of a topic; what is wrong is said field by field. */
export function readDefinition(draft: unknown): Outcome<TopicDefinition> {
  const parsed = TopicDefinition.safeParse(draft);
  if (parsed.success) return { ok: true, value: parsed.data };
  const id = typeof draft === 'object' && draft !== null && 'id' in draft ? String(draft.id) : '';
  return { ok: false, problems: shapeProblems(id, parsed.error.issues) };
}

/** Adds a topic's terms to the patterns. Nothing is added when any of its rules is at fault. */
export function compileTopic(definition: TopicDefinition, set: PatternSet): Outcome<CompiledTopic> {
  const problems: TopicProblem[] = [];
  const terms = readAllTerms(definition, problems);
  const names = nameSets(definition, problems);
  const gates = definition.concepts.map((concept, i) =>
    concept.gates.map((gate, k) =>
      compileGate(definition.id, gate, `concepts.${i}.gates.${k}`, names, problems),
    ),
  );
  const must = readCondition(definition, 'must', names, problems);
  const mustNot = readCondition(definition, 'mustNot', names, problems);
  checkWhole(definition, terms.length, problems);
  if (problems.length > 0) return { ok: false, problems };

  const roles = terms.map(({ term, kind, index, weight }) => ({
    pattern: set.add(term),
    kind,
    index,
    weight,
    speaks: kind === 'concept' && (definition.concepts[index]?.weight ?? 0) > 0,
  }));
  const value: CompiledTopic = {
    definition,
    version: ruleVersion(definition),
    roles,
    gates,
    must: must === null ? null : compileQuery(must, set, names),
    mustNot: mustNot === null ? null : compileQuery(mustNot, set, names),
  };
  return { ok: true, value };
}

function readAllTerms(definition: TopicDefinition, problems: TopicProblem[]): ReadTerm[] {
  const terms: ReadTerm[] = [];
  const read = (kind: Role['kind'], index: number, lists: Record<string, string[]>, path: string) => {
    for (const [language, sources] of Object.entries(lists)) {
      for (const [i, source] of sources.entries()) {
        const term = parseTerm(source, language === '*' ? null : language);
        if (isFault(term)) problems.push(asProblem(term, definition.id, `${path}.${language}.${i}`));
        else terms.push({ kind, index, weight: term.weight, term });
      }
    }
  };
  for (const [i, concept] of definition.concepts.entries())
    read('concept', i, concept.terms, `concepts.${i}.terms`);
  for (const [i, cue] of definition.cues.entries()) read('cue', i, cue.terms, `cues.${i}.terms`);
  read('except', 0, definition.except, 'except');
  return terms;
}

function checkWhole(definition: TopicDefinition, terms: number, problems: TopicProblem[]): void {
  const { id, concepts, thresholds } = definition;
  const carries = concepts.some(
    (c) => c.weight > 0 && Object.values(c.terms).some((list) => list.length > 0),
  );
  if (!carries) {
    problems.push({
      topic: id,
      path: 'concepts',
      code: 'nothing_matches',
      message: 'nothing can ever match: no concept has terms and a weight above 0',
      expected: 'one concept with a weight above 0 and at least one term',
    });
  }
  if (terms > MAX_TERMS) {
    problems.push({
      topic: id,
      path: '',
      code: 'many_terms',
      named: String(terms),
      limit: MAX_TERMS,
      message: `${terms} terms are too many`,
      expected: `at most ${MAX_TERMS}`,
    });
  }
  if (thresholds.queue > thresholds.relevant) {
    problems.push({
      topic: id,
      path: 'thresholds.queue',
      code: 'queue_above',
      limit: thresholds.relevant,
      message: 'the queue begins above the threshold for relevant',
      expected: `at most ${thresholds.relevant}`,
    });
  }
}

function nameSets(definition: TopicDefinition, problems: TopicProblem[]): Map<string, HitSet> {
  const names = new Map<string, HitSet>();
  const add = (id: string, set: HitSet, path: string) => {
    if (names.has(id))
      problems.push({
        topic: definition.id,
        path,
        code: 'name_twice',
        named: id,
        message: `"${id}" is used twice`,
        expected: 'another name',
      });
    names.set(id, set);
  };
  for (const [index, c] of definition.concepts.entries())
    add(c.id, { kind: 'concept', index }, `concepts.${index}.id`);
  for (const [index, c] of definition.cues.entries()) add(c.id, { kind: 'cue', index }, `cues.${index}.id`);
  return names;
}

function compileGate(
  topic: string,
  gate: TopicGate,
  path: string,
  names: Map<string, HitSet>,
  problems: TopicProblem[],
): CompiledGate {
  const sets: HitSet[] = [];
  for (const [i, name] of gate.any.entries()) {
    const set = names.get(name);
    if (set === undefined) problems.push(unknownName(topic, `${path}.any.${i}`, name, names));
    else sets.push(set);
  }
  return { kind: gate.kind, within: gate.within, by: gate.by, sets, names: gate.any.join(', ') };
}

function unknownName(topic: string, path: string, name: string, names: Map<string, HitSet>): TopicProblem {
  const known = [...names.keys()].join(', ');
  return {
    topic,
    path,
    code: 'unknown_name',
    named: name,
    message: `there is no cue or concept "${name}"`,
    expected: known,
  };
}

function readCondition(
  definition: TopicDefinition,
  path: 'must' | 'mustNot',
  names: Map<string, HitSet>,
  problems: TopicProblem[],
): Query | null {
  const source = definition[path];
  if (source === undefined || source.trim() === '') return null;
  const query = parseQuery(source);
  if (isFault(query)) {
    problems.push(asProblem(query, definition.id, path));
    return null;
  }
  for (const name of queryNames(query)) {
    if (!names.has(name)) problems.push(unknownName(definition.id, path, name, names));
  }
  return query;
}

function queryNames(query: Query): string[] {
  switch (query.kind) {
    case 'any':
      return query.names;
    case 'and':
    case 'or':
    case 'sentence':
      return query.of.flatMap(queryNames);
    case 'not':
    case 'atLeast':
      return queryNames(query.of);
    case 'near':
      return [...queryNames(query.left), ...queryNames(query.right)];
    case 'term':
      return [];
  }
}

/** Turns a query's terms into patterns. Unknown names match nothing: they were refused before. */
export function compileQuery(
  query: Query,
  set: PatternSet,
  names: ReadonlyMap<string, HitSet>,
): CompiledQuery {
  const compile = (part: Query) => compileQuery(part, set, names);
  switch (query.kind) {
    case 'term':
      return { kind: 'pattern', pattern: set.add(query.term) };
    case 'any':
      return { kind: 'any', sets: query.names.flatMap((name) => names.get(name) ?? []) };
    case 'and':
    case 'or':
    case 'sentence':
      return { kind: query.kind, of: query.of.map(compile) };
    case 'not':
      return { kind: 'not', of: compile(query.of) };
    case 'atLeast':
      return { kind: 'atLeast', times: query.times, of: compile(query.of) };
    case 'near': {
      const { distance, ordered } = query;
      return { kind: 'near', left: compile(query.left), right: compile(query.right), distance, ordered };
    }
  }
}
