import type { Query } from '@throughline/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFault } from './problem.ts';
import { parseQuery, printQuery } from './query.ts';

const print = (source: string) => {
  const query = parseQuery(source);
  return isFault(query) ? `${query.position}: ${query.message}` : printQuery(query);
};

describe('parseQuery', () => {
  it('binds OR looser than AND, AND looser than NEAR, NEAR looser than NOT', () => {
    expect(print('a1 b1 OR c1 AND NOT d1 NEAR/3 e1')).toBe('a1 AND b1 OR c1 AND NOT d1 NEAR/3 e1');
    expect(print('(a1 OR b1) c1')).toBe('(a1 OR b1) AND c1');
    expect(print('a1 | (b1 | c1)')).toBe('a1 OR (b1 OR c1)');
    expect(print('NOT (a1 b1)')).toBe('NOT (a1 AND b1)');
    expect(print('(a1 NEAR/2 b1) ONEAR/3 c1')).toBe('a1 NEAR/2 b1 ONEAR/3 c1');
  });

  it('hands a field down to the terms in its brackets', () => {
    expect(print('title:(a1 OR "b1 c1")')).toBe('title:a1 OR title:"b1 c1"');
    expect(print('lead:x1')).toBe('summary:x1');
  });

  it.each([
    ['', '0: "the end" is not expected here'],
    ['a1 AND', '6: "the end" is not expected here'],
    ['(a1', '0: the bracket is never closed'],
    ['a1)', '2: ")" is not expected here'],
    ['"a1', '0: the quotation mark is never closed'],
    ['a1 NEAR/0 b1', '3: "NEAR/0" has no usable distance'],
    ['SENT(a1)', '4: SENT needs two parts'],
    ['any(A B)', '4: "A" is no name'],
    ['colour:blue', '0: there is no field "colour"'],
    ['constructor:blue', '0: there is no field "constructor"'],
    ['x1 ta*', '3: "ta*" would match too much'],
    ['the', '0: "the" is so common that it would match nearly every text'],
  ])('says where %j is wrong', (source, message) => {
    expect(print(source)).toBe(message);
  });

  it('refuses what is nested too deeply or too large, without running out of stack', () => {
    expect(print('('.repeat(100_000))).toContain('too large or nested too deeply');
    expect(print('NOT '.repeat(100_000))).toContain('too large or nested too deeply');
    expect(print('word '.repeat(100_000))).toContain('too large or nested too deeply');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (source) => {
        parseQuery(source);
      }),
    );
  });
});

describe('printQuery', () => {
  const term = fc.record({
    kind: fc.constant('term' as const),
    term: fc.record({
      words: fc.array(
        fc.record({
          text: fc.constantFrom('tariff', 'climate', 'IS-K', 'مجلس', 'Совет', 'l’ONU', 'COP30'),
          form: fc.constantFrom('exact' as const, 'inflected' as const, 'prefix' as const),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      language: fc.constantFrom(null, 'en', 'ru'),
      caseSensitive: fc.boolean(),
      field: fc.constantFrom(null, 'title' as const, 'summary' as const, 'text' as const),
      weight: fc.constantFrom(1, 0.5),
    }),
  });
  const any = fc.constantFrom<Query>({ kind: 'any', names: ['core'] }, { kind: 'any', names: ['a', 'b-c'] });
  const { query } = fc.letrec<{ query: Query }>((tie) => ({
    query: fc.oneof(
      { maxDepth: 4 },
      term,
      any,
      fc.record({
        kind: fc.constantFrom('and' as const, 'or' as const),
        of: fc.array(tie('query'), { minLength: 2, maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant('not' as const), of: tie('query') }),
      fc.record({
        kind: fc.constant('near' as const),
        left: tie('query'),
        right: tie('query'),
        distance: fc.integer({ min: 1, max: 100 }),
        ordered: fc.boolean(),
      }),
      fc.record({
        kind: fc.constant('sentence' as const),
        of: fc.array(tie('query'), { minLength: 2, maxLength: 3 }),
      }),
      fc.record({
        kind: fc.constant('atLeast' as const),
        times: fc.integer({ min: 1, max: 999 }),
        of: tie('query'),
      }),
    ),
  }));

  it('prints what reads as the same query', () => {
    fc.assert(
      fc.property(query, (value) => {
        expect(parseQuery(printQuery(value))).toEqual(value);
      }),
      { numRuns: 300 },
    );
  });
});
