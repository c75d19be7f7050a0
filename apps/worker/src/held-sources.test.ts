import { expect, test } from 'vitest';
import { createHeldSources } from './held-sources.ts';

const at = (seconds: number) => new Date(seconds * 1000);

test('a source whose checks cannot be stored is asked more and more seldom, until one is', () => {
  const held = createHeldSources();
  expect(held.has(1, at(0))).toBe(false);
  held.hold(1, at(0));
  expect([held.has(1, at(4)), held.has(1, at(5)), held.has(2, at(4))]).toEqual([true, false, false]);
  held.hold(1, at(5));
  expect([held.has(1, at(14)), held.has(1, at(15))]).toEqual([true, false]);
  for (let n = 0; n < 50; n++) held.hold(1, at(20));
  expect(held.until(1)).toBe(at(620).toISOString());
  held.release(1);
  expect([held.has(1, at(20)), held.until(1)]).toEqual([false, null]);
});
