import type { Query, Term } from '@throughline/schema';
import { type Fault, isFault } from './problem.ts';
import { readSigns, type Sign } from './signs.ts';
import { parseTerm, printTerm } from './term.ts';

/** Deeper nesting is a mistake or an attack. */
const MAX_DEPTH = 40;
const MAX_DISTANCE = 100;
const MAX_NODES = 2000;

/**
 * Reads a query: terms (`tariff~`, `decarboni*`, `!IS`, `"trade war"`, `title:x`, `ru:x`), `AND`, `OR` (or `|`), `NOT`,
 * `-x` for `NOT x`, brackets, `NEAR/n`, `ONEAR/n` (in that order), `SENT(a, b)` (one sentence), `any(cue, concept)`, `title:( ... )`,
 * `n*( ... )` is written `atleast/n( ... )`. Terms side by side mean AND. Binds from loose to tight: OR, AND, NEAR, NOT.
 */
export function parseQuery(source: string): Query | Fault {
  const signs = readSigns(source);
  if (!Array.isArray(signs)) return signs;
  const state: State = { signs, next: 0, depth: 0, nodes: 0 };
  const query = readOr(state);
  if (isFault(query)) return query;
  const rest = peek(state);
  if (rest.kind === 'end') return query;
  return {
    code: 'no_joint',
    named: rest.text,
    message: `"${rest.text}" is not expected here`,
    position: rest.at,
    expected: 'AND, OR, NEAR/n or the end',
  };
}

interface State {
  signs: Sign[];
  next: number;
  depth: number;
  nodes: number;
  field?: NonNullable<Term['field']>;
}

function peek(state: State): Sign {
  return state.signs[state.next] ?? { kind: 'end', text: 'the end', at: 0 };
}

function readOr(state: State): Query | Fault {
  return readList(state, readAnd, 'or', (sign) => sign.kind === '|' || sign.text === 'OR');
}

function readAnd(state: State): Query | Fault {
  const list: Query[] = [];
  for (;;) {
    const part = readNear(state);
    if (isFault(part)) return part;
    list.push(part);
    const sign = peek(state);
    if (sign.text === 'AND' && sign.kind === 'word') state.next++;
    else if (sign.kind !== '(' && (sign.kind !== 'word' || sign.text === 'OR')) break;
  }
  return joined('and', list);
}

function readList(
  state: State,
  read: (state: State) => Query | Fault,
  kind: 'or' | 'and',
  isJoint: (sign: Sign) => boolean,
): Query | Fault {
  const list: Query[] = [];
  for (;;) {
    const part = read(state);
    if (isFault(part)) return part;
    list.push(part);
    if (!isJoint(peek(state))) break;
    state.next++;
  }
  return joined(kind, list);
}

function joined(kind: 'and' | 'or', list: Query[]): Query {
  const [only] = list;
  return list.length === 1 && only !== undefined ? only : { kind, of: list };
}

function readNear(state: State): Query | Fault {
  let left = readNot(state);
  for (;;) {
    if (isFault(left)) return left;
    const sign = peek(state);
    const near = sign.kind === 'word' ? /^(O?NEAR)(?:\/(.*))?$/.exec(sign.text) : null;
    if (near === null) return left;
    const distance = Number(near[2] ?? '10');
    if (!(Number.isInteger(distance) && distance >= 1 && distance <= MAX_DISTANCE)) {
      return {
        code: 'no_distance',
        named: sign.text,
        message: `"${sign.text}" has no usable distance`,
        position: sign.at,
        expected: `${near[1]}/1 … ${near[1]}/${MAX_DISTANCE}`,
      };
    }
    state.next++;
    const right: Query | Fault = readNot(state);
    if (isFault(right)) return right;
    left = { kind: 'near', left, right, distance, ordered: near[1] === 'ONEAR' };
  }
}

function readNot(state: State): Query | Fault {
  if (++state.nodes > MAX_NODES || state.depth > MAX_DEPTH) {
    return {
      code: 'too_large',
      message: 'the query is too large or nested too deeply',
      position: peek(state).at,
    };
  }
  const sign = peek(state);
  if (sign.kind === 'word' && /^-./.test(sign.text)) {
    state.signs[state.next] = { ...sign, text: sign.text.slice(1), at: sign.at + 1 };
    const without = readPrimary(state);
    return isFault(without) ? without : { kind: 'not', of: without };
  }
  if (sign.text !== 'NOT') return readPrimary(state);
  state.next++;
  state.depth++;
  const of = readNot(state);
  state.depth--;
  return isFault(of) ? of : { kind: 'not', of };
}

function readPrimary(state: State): Query | Fault {
  const sign = peek(state);
  const opens = state.signs[state.next + 1]?.kind === '(';
  if (sign.kind === '(') {
    state.next++;
    return readBracket(state, sign);
  }
  if (sign.kind !== 'word' || /^(AND|OR|O?NEAR(\/.*)?)$/.test(sign.text)) {
    return {
      code: sign.kind === 'end' ? 'short_rule' : 'no_term',
      named: sign.text,
      message: `"${sign.text}" is not expected here`,
      position: sign.at,
      expected: 'a term, NOT or (',
    };
  }
  state.next++;
  if (opens && sign.text === 'any') return readNames(state);
  if (opens && sign.text === 'SENT') return readSentence(state);
  const times = /^atleast\/(\d{1,3})$/.exec(sign.text)?.[1];
  if (opens && times !== undefined) {
    const of = readBracketAfter(state);
    return isFault(of) ? of : { kind: 'atLeast', times: Number(times), of };
  }
  const field = opens ? /^(title|summary|lead|text|body):$/.exec(sign.text)?.[1] : undefined;
  if (field !== undefined) return readField(state, field);
  return readTermSign(state, sign);
}

function readTermSign(state: State, sign: Sign): Query | Fault {
  // Fields have long names, languages two or three letters: "ru:пошлин*".
  const language = /^([a-z]{2,3}):(?=.)/.exec(sign.text);
  const skipped = language?.[0].length ?? 0;
  const term = parseTerm(sign.text.slice(skipped), language?.[1] ?? null);
  if (isFault(term)) return { ...term, position: term.position + sign.at + skipped };
  return { kind: 'term', term: term.field === null && state.field ? { ...term, field: state.field } : term };
}

function readField(state: State, name: string): Query | Fault {
  const before = state.field;
  state.field = name === 'title' ? 'title' : name === 'summary' || name === 'lead' ? 'summary' : 'text';
  const query = readBracketAfter(state);
  if (before === undefined) delete state.field;
  else state.field = before;
  return query;
}

function readBracketAfter(state: State): Query | Fault {
  const open = peek(state);
  state.next++;
  return readBracket(state, open);
}

function readBracket(state: State, open: Sign): Query | Fault {
  state.depth++;
  const inner = readOr(state);
  state.depth--;
  if (isFault(inner)) return inner;
  return closed(state, open) ?? inner;
}

function closed(state: State, open: Sign): Fault | null {
  if (peek(state).kind === ')') {
    state.next++;
    return null;
  }
  const sign = peek(state);
  if (sign.kind === 'end')
    return { code: 'open_bracket', message: 'the bracket is never closed', position: open.at, expected: ')' };
  return {
    code: 'unexpected',
    named: sign.text,
    message: `"${sign.text}" is not expected here`,
    position: sign.at,
    expected: ')',
  };
}

function readNames(state: State): Query | Fault {
  const open = peek(state);
  state.next++;
  const names: string[] = [];
  for (;;) {
    const sign = peek(state);
    if (sign.kind !== 'word' || !/^[a-z0-9-]+$/.test(sign.text)) {
      return {
        code: sign.kind === 'end' ? 'short_rule' : 'no_name',
        named: sign.text,
        message: `"${sign.text}" is no name`,
        position: sign.at,
        expected: 'the name of a cue or concept',
      };
    }
    names.push(sign.text);
    state.next++;
    if (peek(state).kind !== ',') break;
    state.next++;
  }
  return closed(state, open) ?? { kind: 'any', names };
}

function readSentence(state: State): Query | Fault {
  const open = peek(state);
  state.next++;
  const of: Query[] = [];
  for (;;) {
    const part = readOr(state);
    if (isFault(part)) return part;
    of.push(part);
    if (peek(state).kind !== ',') break;
    state.next++;
  }
  const fault = closed(state, open);
  if (fault !== null) return fault;
  if (of.length < 2)
    return { code: 'one_part', message: 'SENT needs two parts', position: open.at, expected: 'SENT(a, b)' };
  return { kind: 'sentence', of };
}

/** Writes a query so that `parseQuery` reads the same one again. */
export function printQuery(query: Query): string {
  return print(query, 0);
}

const LOOSE = { or: 0, and: 1, near: 2, not: 3 } as const;

function print(query: Query, around: number): string {
  switch (query.kind) {
    case 'term': {
      const language = query.term.language === null ? '' : `${query.term.language}:`;
      return language + printTerm(query.term);
    }
    case 'any':
      return `any(${query.names.join(', ')})`;
    case 'sentence':
      return `SENT(${query.of.map((part) => print(part, 0)).join(', ')})`;
    case 'atLeast':
      return `atleast/${query.times}(${print(query.of, 0)})`;
    case 'not':
      return bracket(`NOT ${print(query.of, LOOSE.not)}`, around > LOOSE.not);
    case 'near': {
      const sign = `${query.ordered ? 'ONEAR' : 'NEAR'}/${query.distance}`;
      const text = `${print(query.left, LOOSE.near)} ${sign} ${print(query.right, LOOSE.not)}`;
      return bracket(text, around > LOOSE.near);
    }
    case 'and':
    case 'or': {
      const own = LOOSE[query.kind];
      const sign = query.kind === 'and' ? ' AND ' : ' OR ';
      return bracket(query.of.map((part) => print(part, own + 1)).join(sign), around > own);
    }
  }
}

function bracket(text: string, needed: boolean): string {
  return needed ? `(${text})` : text;
}
