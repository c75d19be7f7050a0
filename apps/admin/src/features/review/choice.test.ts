import { describe, expect, it } from 'vitest';
import { type Choice, rangeTo, toggled } from './choice.ts';

const rows = [1, 2, 3, 4, 5].map((id) => ({ id }));
const none: Choice = { ids: new Set(), anchor: null };
const ids = (choice: Choice) => [...choice.ids];

describe('a choice of rows', () => {
  it('is a range from the cursor, in either direction, that shrinks again', () => {
    const down = rangeTo(rows, none, 2, 4);
    expect(ids(down)).toEqual([2, 3, 4]);
    expect(ids(rangeTo(rows, down, 4, 3))).toEqual([2, 3]);
    expect(ids(rangeTo(rows, down, 4, 1))).toEqual([1, 2]);
  });

  it('begins at the row itself without a cursor, or when the anchor is gone from the list', () => {
    expect(ids(rangeTo(rows, none, null, 3))).toEqual([3]);
    expect(ids(rangeTo(rows, { ids: new Set([9]), anchor: 9 }, null, 3))).toEqual([3]);
  });

  it('takes single rows in and out, and is none without any', () => {
    const two = toggled(toggled(none, 2), 5);
    expect(ids(two)).toEqual([2, 5]);
    expect(toggled(toggled(two, 5), 2)).toEqual(none);
  });
});
