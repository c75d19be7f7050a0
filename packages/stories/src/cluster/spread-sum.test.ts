import { expect, it } from 'vitest';
import { SparseSum } from './sparse-sum.ts';
import { SpreadSum } from './spread-sum.ts';

const counts = {
  enter: () => {},
  leave: () => {},
  stories: () => 1,
  weight: (term: number) => 1 + term / 100,
};
const sumOf = (terms: Record<number, number>) => {
  const sum = new SparseSum();
  for (const [term, weight] of Object.entries(terms))
    sum.add({ terms: Int32Array.of(Number(term)), weights: Float32Array.of(weight), size: 1 }, () => {});
  return sum;
};

/** Enough terms that a sum of the smallest size is run over term by term. */
const many = Object.fromEntries(Array.from({ length: 8 }, (_, n) => [20 + n, 1]));

it('gives the weighted product with small and large sums, of what was spread out last', () => {
  const spread = new SpreadSum();
  spread.take(sumOf({ ...many, 7: 2, 5000: 1 }), counts);
  spread.take(sumOf({ ...many, 0: 0.5, 3: 1, 9000: 2 }), counts);
  const product = spread.dot(sumOf({ 0: 2, 3: 1, 7: 9, 20: 1, 5000: 9, 9000: 1 }));
  expect(product).toBeCloseTo(0.5 * 2 + 1.03 ** 2 + 1.2 ** 2 + 2 * 91 ** 2, 9);
  // A term beyond all that was ever spread out, and nothing in common.
  expect(spread.dot(sumOf({ 1: 1, 90000: 1 }))).toBe(0);

  spread.take(sumOf({ 0: 0.5, 3: 1, 9000: 2 }), counts);
  const large = sumOf(Object.fromEntries(Array.from({ length: 300 }, (_, term) => [term, 0.25])));
  expect(spread.dot(large)).toBeCloseTo(0.25 * (0.5 + 1.03 ** 2), 9);
});

it('keeps terms apart whose low bits are alike, also when many are spread out after few', () => {
  const spread = new SpreadSum();
  spread.take(sumOf({ 20: 1 }), counts);
  const alike = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [1024 * n, 1]));
  spread.take(sumOf(alike), counts);
  expect(spread.dot(sumOf({ 20: 1, 1024: 1, 2048: 2, 1023: 9 }))).toBeCloseTo(11.24 ** 2 + 2 * 21.48 ** 2, 9);
});
