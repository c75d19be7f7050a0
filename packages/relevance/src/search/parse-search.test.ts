import { gramsOf } from '@throughline/text';
import { describe, expect, test } from 'vitest';
import type { SearchNames } from './fields.ts';
import { parseSearch } from './parse-search.ts';

const source = (id: number, title: string, url: string, publisher: string) => ({
  id,
  title,
  url,
  publisher: { id: id * 10, name: publisher },
});
const names: SearchNames = {
  topics: [
    { id: 'tariffs', name: 'Tariffs' },
    { id: 'unsc', name: 'UN Security Council' },
  ],
  sources: [
    source(1, 'World', 'https://www.dawn.example/feed', 'Dawn'),
    source(2, 'Business', 'https://feeds.example/b', 'Évening Post'),
  ],
  now: new Date('2026-11-29T10:00:00Z'),
};
const read = (text: string) => parseSearch(text, names);
const text = (words: string, over: object = {}) => ({
  kind: 'text',
  words,
  grams: words.split(' ').map(gramsOf),
  prefix: false,
  title: false,
  ...over,
});

describe('parseSearch', () => {
  test('reads the line that the desk promises', () => {
    const line =
      'topic:tariffs -source:dawn score:>0.6 after:2025-04-01 "loss and damage" lang:ur is:starred';
    expect(read(line)).toEqual({
      kind: 'and',
      of: [
        { kind: 'topic', topic: 'tariffs' },
        { kind: 'not', of: { kind: 'sources', ids: [1] } },
        { kind: 'score', compare: '>', value: 0.6, topics: ['tariffs'] },
        { kind: 'at', from: '2025-04-01T00:00:00.000Z', before: null },
        text('loss and damage'),
        { kind: 'language', language: 'ur' },
        { kind: 'is', state: 'starred' },
      ],
    });
  });

  test.each([
    [
      'binds OR looser than words side by side',
      'a1 b1 OR c1',
      { kind: 'or', of: [{ kind: 'and', of: [text('a1'), text('b1')] }, text('c1')] },
    ],
    ['negates brackets', '-(a1 | b1)', { kind: 'not', of: { kind: 'or', of: [text('a1'), text('b1')] } }],
    ['folds words as the desk compares them', 'ÉTAT كِتاب', { kind: 'and', of: [text('etat'), text('کتاب')] }],
    ['takes names in quotes', 'topic:"UN Security Council"', { kind: 'topic', topic: 'unsc' }],
    ['finds sources by host or publisher', 'source:evening', { kind: 'sources', ids: [2] }],
    ['goes on after a star', 'title:tarif*', text('tarif', { prefix: true, title: true })],
    [
      'reads a month',
      'on:2025-02',
      { kind: 'at', from: '2025-02-01T00:00:00.000Z', before: '2025-03-01T00:00:00.000Z' },
    ],
    [
      'reads a stretch up to now',
      'after:36h',
      { kind: 'at', from: '2026-11-27T22:00:00.000Z', before: null },
    ],
    ['takes an address for words', 'https://dawn.example', text('https dawn example')],
    [
      'passes over dashes and commas',
      'a1 - b1, c1',
      { kind: 'and', of: [text('a1'), text('b1'), text('c1')] },
    ],
    [
      'takes words that rules write otherwise for words',
      'near any',
      { kind: 'and', of: [text('near'), text('any')] },
    ],
    ['reads nothing as everything', '  ', null],
  ])('%s', (_what, line, expected) => expect(read(line)).toEqual(expected));

  test('an entity is looked for by all of its names', () => {
    const found = read('entity:Afghanistan');
    expect(found).toMatchObject({ kind: 'or' });
    expect(JSON.stringify(found)).toContain('افغانستان');
  });

  test.each([
    ['topic:tarifs x', 6, /no topic "tarifs"/, /tariffs, unsc/],
    ['a1 autor:x', 3, /no field "autor"/, /topic, source/],
    ['constructor:x', 0, /no field/, /topic/],
    ['score:>7', 6, /no number from 0 to 1/, />0.6/],
    ['after:2025-02-30', 6, /no date/, /2025-04-01/],
    ['is:stared', 3, /never "stared"/, /starred/],
    ['a1 "never closed', 3, /never closed/, /"/],
    ['a1 (b1', 3, /bracket is never closed/, /\)/],
    ['a1 OR', 5, /not expected/, /a word/],
    ['a1)', 2, /not expected/, /undefined/],
    ['source:nobody', 7, /no source "nobody"/, /name/],
    ['ab*', 0, /too much/, /three/],
    ['tariff NEAR/5 steel', 7, /in rules/, /phrase/],
    ['SENT(a1, b1)', 0, /in rules/, /phrase/],
    ['a1 atleast/2(b1)', 3, /in rules/, /phrase/],
    ['lang:', 5, /names nothing/, /value/],
    ['title:"!!"', 7, /no letter/, /word/],
  ])('%s: says where and what', (line, position, message, expected) => {
    const fault = read(line);
    expect(fault).toMatchObject({
      position,
      message: expect.stringMatching(message),
      code: expect.any(String),
    });
    expect(String((fault as { expected?: string }).expected)).toMatch(expected);
  });

  test('nesting and length have bounds', () => {
    expect(read(`${'('.repeat(100)}a1${')'.repeat(100)}`)).toMatchObject({
      message: expect.stringMatching(/nested/),
    });
    expect(read('a1 '.repeat(100))).toMatchObject({ message: expect.stringMatching(/too long/) });
  });
});
