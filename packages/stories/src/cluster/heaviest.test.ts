import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Heaviest } from './heaviest.ts';

test('the same as sorting all of them', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 40 }), (weights) => {
      const heaviest = new Heaviest(7);
      for (const [term, weight] of weights.entries()) heaviest.offer(term, weight);
      const sorted = [...weights.entries()].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      expect(heaviest.terms).toEqual(sorted.slice(0, 7).map(([term]) => term));
    }),
  );
});
