import { FoundClaim } from '@throughline/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findClaims } from './find-claims.ts';

const quotes = (text: string, language?: string) =>
  findClaims(text, language)
    .filter((claim) => claim.kind === 'quote')
    .map(({ text: words, speaker }) => [words, speaker]);

describe('quotes', () => {
  it.each<[string, [string, string | null][]]>([
    [
      '“We will return them,” said Interior Minister Mohsin Naqvi on Friday.',
      [['We will return them', 'Interior Minister Mohsin Naqvi']],
    ],
    ['Rubio told reporters: "Trade must be fair."', [['Trade must be fair.', 'Rubio']]],
    ['According to Ishaq Dar, “the seat is a duty”.', [['the seat is a duty', 'Ishaq Dar']]],
    [
      '“It is a start,” Ursula von der Leyen said. “But no more,” she added.',
      [
        ['It is a start', 'Ursula von der Leyen'],
        ['But no more', 'Ursula von der Leyen'],
      ],
    ],
    ['The ‘Loss and Damage’ fund and a so-called “deal” stood.', []],
    [
      '“It never ended, not for one of the families here.” The crowd left.',
      [['It never ended, not for one of the families here.', null]],
    ],
    ['« Nous ne céderons pas », a déclaré Emmanuel Macron.', [['Nous ne céderons pas', 'Emmanuel Macron']]],
    ['«No vamos a ceder», dijo Claudia Sheinbaum.', [['No vamos a ceder', 'Claudia Sheinbaum']]],
    ['«Мы ответим», — заявил Сергей Лавров.', [['Мы ответим', 'Сергей Лавров']]],
    ['An unclosed “mark stays text and John Doe said nothing.', []],
  ])('%s', (text, expected) => {
    expect(quotes(text)).toEqual(expected);
  });
});

it('gives a date the sentence that it dates', () => {
  const text = 'It rained. When the U.S. suspended aid in 1979 over plans, people paid. Then it stopped.';
  expect(findClaims(text, 'en')).toMatchObject([
    { kind: 'date', date: '1979', of: 'When the U.S. suspended aid in 1979 over plans, people paid.' },
  ]);
});

it('reads any text without throwing, with spans that are slices of it, in order', () => {
  const words = fc.constantFrom(
    '3',
    '٣',
    '1,5',
    'million',
    'a',
    'third',
    'of',
    '$',
    '%',
    '-',
    '“',
    '”',
    'said',
    'Khan',
    'لاکھ',
    'و',
    'percent',
    '’',
    '.',
    '2021',
    '/',
    '\ud83d\ude80',
    '\ud800',
    '½',
    'per',
    'to',
    'between',
    'and',
    '(',
  );
  const text = fc
    .array(words, { maxLength: 25 })
    .chain((list) => fc.constantFrom(' ', '').map((gap) => list.join(gap)));
  fc.assert(
    fc.property(
      fc.oneof(text, fc.string({ unit: 'binary' })),
      fc.constantFrom('en', 'fr', 'es', 'ru', 'ar', 'fa', 'ur', 'ps', undefined),
      (value, language) => {
        let last = 0;
        for (const claim of findClaims(value, language)) {
          FoundClaim.parse(claim);
          expect(value.slice(claim.start, claim.end)).toBe(claim.text);
          expect(claim.start).toBeGreaterThanOrEqual(last);
          last = claim.start;
        }
      },
    ),
    { numRuns: 400, seed: 7 },
  );
});

it('is linear: a long text of numbers and marks is read in well under a second', () => {
  const text = '“3 million and 4 to 5 percent of ½ (2-1) said '.repeat(4000);
  const before = process.cpuUsage();
  findClaims(text, 'en');
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(3000);
});
