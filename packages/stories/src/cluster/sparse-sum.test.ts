import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SparseSum, type TermVector } from './sparse-sum.ts';

const vector = (terms: number[]): TermVector => {
  const sorted = [...new Set(terms)].sort((a, b) => a - b);
  return {
    terms: Int32Array.from(sorted),
    weights: Float32Array.from(sorted, (term) => 1 + term / 8),
    size: sorted.length,
  };
};
const vectors = fc.array(fc.array(fc.nat(40), { maxLength: 12 }).map(vector), { minLength: 1, maxLength: 8 });

it('adds what a Map would, tells what is new, and leaves what was added as it was', () => {
  fc.assert(
    fc.property(vectors, (added) => {
      const before = added.map(({ terms, weights }) => [[...terms], [...weights]]);
      const truth = new Map<number, number>();
      const sum = new SparseSum();
      for (const one of added) {
        const told: [number, boolean][] = [];
        sum.add(one, (term, fresh) => told.push([term, fresh]));
        expect(told).toEqual([...one.terms].map((term) => [term, !truth.has(term)]));
        for (const [at, term] of one.terms.entries())
          truth.set(term, (truth.get(term) ?? 0) + (one.weights[at] ?? 0));
      }
      const held: [number, number][] = [];
      sum.each((term, weight) => held.push([term, weight]));
      expect(held).toEqual([...truth].sort((a, b) => a[0] - b[0]));
      expect(sum.total).toBeCloseTo(
        held.reduce((total, [, weight]) => total + weight, 0),
        6,
      );
      for (let term = 0; term <= 41; term++) expect(sum.get(term)).toBe(truth.get(term) ?? 0);
      expect(added.map(({ terms, weights }) => [[...terms], [...weights]])).toEqual(before);
    }),
  );
});

it('fades: light terms go and are told', () => {
  const sum = new SparseSum();
  const one = vector([0, 4, 8]);
  sum.add(one, () => {});
  expect(sum.fade(0.5, 0.6)).toEqual([0]);
  expect([sum.size, sum.get(0), sum.get(4), sum.get(8), sum.total]).toEqual([2, 0, 0.75, 1, 1.75]);
  expect([...one.weights]).toEqual([1, 1.5, 2]);
});
