import { expect, test } from 'vitest';
import { withoutDates } from './dates.ts';

test.each([
  ['Updated 7 / 28 / 2004 3: 02: 00 PM ET The mayor', 'Updated The mayor'],
  ['posted Jun 11th, 2012 at 1:23 PM. It is', 'posted at It is'],
  ['09 September 2013 11: 25 GMT+02: 00 Raiders', 'Raiders'],
  ['on 2026-08-13 and on 13.08.2026 at 5.30pm', 'on and on at'],
  ['11: 39am UK, Monday Four men', 'UK, Monday Four men'],
  ['May 3 was quiet', 'was quiet'],
  // Figures of a claim stay.
  ['a magnitude of 6. 1 hit 12 towns, 3 may march', 'a magnitude of 6. 1 hit 12 towns, 3 may march'],
  ['won 65 - 53 in the 2nd round', 'won 65 - 53 in the 2nd round'],
  ['1.8 million of 29.5 in ratio 1:2', '1.8 million of 29.5 in ratio 1:2'],
])('%s', (text, left) => {
  expect(withoutDates(text).replace(/\s+/g, ' ').trim()).toBe(left);
});
