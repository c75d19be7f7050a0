import { expect, test } from 'vitest';
import { readTerm, writeTerm } from './term-marks.ts';

test('a term and its marks go apart and together again', () => {
  expect(readTerm('title:!customs dut*^0.5')).toEqual({
    text: 'customs dut',
    ending: 'prefix',
    capitals: true,
    field: 'title',
    weight: 0.5,
  });
  for (const term of ['tariff~', 'droit~ de douane', '!IEEPA', 'شاخه خراسان داعش', 'text:COP 30', 'a-b*^1.4'])
    expect(writeTerm(readTerm(term))).toBe(term);
});

test('what is no mark stays in the text, for the desk to judge', () => {
  expect(readTerm('half*way')).toMatchObject({ text: 'half*way', ending: 'exact' });
  expect(writeTerm({ ...readTerm('  two   words '), ending: 'inflected' })).toBe('two words~');
});
