import type { ItemCondition } from '@throughline/schema';
import { type Fault, isFault } from '../rules/problem.ts';
import { readSigns, type Sign } from '../rules/signs.ts';
import { SEARCH_FIELDS, type SearchNames, textOf } from './fields.ts';

/** Deeper nesting is a mistake or an attack. */
const MAX_DEPTH = 20;
const MAX_TERMS = 60;

interface State {
  signs: Sign[];
  next: number;
  depth: number;
  terms: number;
  names: SearchNames;
}

/**
 * Reads what was typed into the search box, or a saved view: words, `"phrases"`, `word*`, `field:value` (see
 * {@link SEARCH_FIELDS}), `-` or `NOT`, `OR` or `|`, brackets. Terms side by side must all hold. It shares its signs
 * and its faults with the language of rules; what only that one can (`NEAR/5`, `SENT( ... )`) is a fault here.
 *
 * @returns the condition with all names resolved; null for an empty query; or what is wrong and where.
 */
export function parseSearch(source: string, names: SearchNames): ItemCondition | Fault | null {
  const signs = readSigns(source);
  if (!Array.isArray(signs)) return signs;
  const state: State = {
    signs: signs.filter((sign, n) => isMeant(sign, signs[n + 1])),
    next: 0,
    depth: 0,
    terms: 0,
    names,
  };
  if (peek(state).kind === 'end') return null;
  const condition = readOr(state);
  if (isFault(condition)) return condition;
  const rest = peek(state);
  if (rest.kind !== 'end')
    return {
      code: 'unexpected',
      named: rest.text,
      message: `"${rest.text}" is not expected here`,
      position: rest.at,
    };
  return withTopics(condition, namedTopics(condition));
}

/** Commas, dashes and the like part words, as people type them. */
function isMeant(sign: Sign, next: Sign | undefined): boolean {
  if (sign.kind !== 'word') return sign.kind !== ',';
  return /[\p{L}\p{N}]/u.test(sign.text) || (sign.text === '-' && next?.kind === '(');
}

const peek = (state: State): Sign => state.signs[state.next] ?? { kind: 'end', text: 'the end', at: 0 };
const isWord = (sign: Sign, text: string) => sign.kind === 'word' && sign.text === text;

function readOr(state: State): ItemCondition | Fault {
  const of: ItemCondition[] = [];
  for (;;) {
    const part = readAnd(state);
    if (isFault(part)) return part;
    of.push(part);
    const sign = peek(state);
    if (sign.kind !== '|' && !isWord(sign, 'OR')) return joined('or', of);
    state.next++;
  }
}

function readAnd(state: State): ItemCondition | Fault {
  const of: ItemCondition[] = [];
  for (;;) {
    const part = readNot(state);
    if (isFault(part)) return part;
    of.push(part);
    if (isWord(peek(state), 'AND')) state.next++;
    const sign = peek(state);
    if (sign.kind !== '(' && (sign.kind !== 'word' || sign.text === 'OR')) return joined('and', of);
  }
}

function joined(kind: 'and' | 'or', of: ItemCondition[]): ItemCondition {
  const [only] = of;
  return of.length === 1 && only !== undefined ? only : { kind, of };
}

function readNot(state: State): ItemCondition | Fault {
  const sign = peek(state);
  if (++state.terms > MAX_TERMS || state.depth > MAX_DEPTH)
    return { code: 'too_large', message: 'the query is too long or nested too deeply', position: sign.at };
  const minus = sign.kind === 'word' && /^-./.test(sign.text);
  if (minus) state.signs[state.next] = { ...sign, text: sign.text.slice(1), at: sign.at + 1 };
  // `-(a b)`: the sign before a bracket is a word of its own.
  else if (isWord(sign, 'NOT') || (isWord(sign, '-') && state.signs[state.next + 1]?.kind === '('))
    state.next++;
  else return readPrimary(state);
  state.depth++;
  const of = readNot(state);
  state.depth--;
  return isFault(of) ? of : { kind: 'not', of };
}

function readPrimary(state: State): ItemCondition | Fault {
  const sign = peek(state);
  if (sign.kind === '(') return readBracket(state, sign);
  if (sign.kind !== 'word' || /^(AND|OR)$/.test(sign.text)) {
    return {
      code: sign.kind === 'end' ? 'early_end' : 'unexpected',
      named: sign.text,
      message: `"${sign.text}" is not expected here`,
      position: sign.at,
      expected: 'a word, a field or (',
    };
  }
  state.next++;
  if (isOfRules(sign, peek(state))) {
    return {
      code: 'of_rules',
      named: sign.text,
      message: `"${sign.text}" is understood in rules, and not in searches`,
      position: sign.at,
      expected: '"a phrase", or words side by side',
    };
  }
  const field = /^([a-z]+):(?!\/\/)/i.exec(sign.text);
  return field === null ? textOf(sign.text, sign.at, false) : readField(state, sign, field[1] ?? '');
}

/** Distances and sentences take the text itself; an index of words does not know them. */
const isOfRules = (sign: Sign, next: Sign): boolean =>
  /^O?NEAR\/\d*$/.test(sign.text) ||
  (/^(SENT|any|atleast\/\d+)$/.test(sign.text) &&
    next.kind === '(' &&
    next.at === sign.at + sign.text.length);

function readField(state: State, sign: Sign, name: string): ItemCondition | Fault {
  const at = sign.at + name.length + 1;
  const read = Object.hasOwn(SEARCH_FIELDS, name.toLowerCase())
    ? SEARCH_FIELDS[name.toLowerCase()]
    : undefined;
  if (read === undefined) {
    return {
      code: 'no_field',
      named: name,
      message: `there is no field "${name}"`,
      position: sign.at,
      expected: Object.keys(SEARCH_FIELDS).join(', '),
    };
  }
  const given = sign.text.slice(name.length + 1);
  const quoted = given.startsWith('"') && given.endsWith('"') && given.length >= 2;
  const text = (quoted ? given.slice(1, -1) : given).trim();
  if (text === '')
    return {
      code: 'names_nothing',
      named: name,
      message: `"${name}:" names nothing`,
      position: at,
      expected: 'a value after the colon',
    };
  return read({ text, at: quoted ? at + 1 : at, names: state.names });
}

function readBracket(state: State, open: Sign): ItemCondition | Fault {
  state.next++;
  state.depth++;
  const inner = readOr(state);
  state.depth--;
  if (isFault(inner)) return inner;
  if (peek(state).kind !== ')')
    return { code: 'open_bracket', message: 'the bracket is never closed', position: open.at, expected: ')' };
  state.next++;
  return inner;
}

/** Topics that the query asks for: `score:` is about these. */
function namedTopics(condition: ItemCondition): string[] {
  if (condition.kind === 'topic') return [condition.topic];
  return condition.kind === 'and' || condition.kind === 'or' ? condition.of.flatMap(namedTopics) : [];
}

function withTopics(condition: ItemCondition, topics: string[]): ItemCondition {
  if (condition.kind === 'score') return { ...condition, topics };
  if (condition.kind === 'not') return { ...condition, of: withTopics(condition.of, topics) };
  if (condition.kind === 'and' || condition.kind === 'or')
    return { ...condition, of: condition.of.map((part) => withTopics(part, topics)) };
  return condition;
}
