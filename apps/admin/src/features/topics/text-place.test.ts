import { expect, test } from 'vitest';
import { placeOf, spanAt } from './text-place.ts';

test('lines and columns are counted from one', () => {
  expect(placeOf('ab\ncd', 0)).toEqual({ line: 1, column: 1 });
  expect(placeOf('ab\ncd', 4)).toEqual({ line: 2, column: 2 });
  expect(placeOf('ab\n', 3)).toEqual({ line: 2, column: 1 });
});

test('a problem underlines the word that it stands at, or what the text ends with', () => {
  expect(spanAt('en: tariff~ | x', 4)).toEqual({ start: 4, end: 11 });
  expect(spanAt('concept x {\n', 12)).toEqual({ start: 10, end: 12 });
  expect(spanAt('', 0)).toEqual({ start: 0, end: 0 });
  expect(spanAt('a', 99)).toEqual({ start: 0, end: 1 });
});
