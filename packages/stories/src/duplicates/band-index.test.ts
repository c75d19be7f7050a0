import { expect, it } from 'vitest';
import { BandIndex } from './band-index.ts';
import { KEYS } from './min-hash.ts';

const bands = (first: number) => Uint32Array.from({ length: KEYS }, (_, band) => first + band);
const sharing = (index: BandIndex, first: number) => {
  const found = new Set<number>();
  index.collect(bands(first), found, 24);
  return [...found];
};

it('keeps the newest eight items of a band, and finds the oldest of them first', () => {
  const index = new BandIndex();
  for (let item = 0; item < 10; item++) index.add(item, bands(1000));
  index.add(10, bands(5000));
  expect(sharing(index, 1000)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  expect(sharing(index, 5000)).toEqual([10]);
});

it('forgets items at either end and in the middle of a band, and takes their numbers again', () => {
  const index = new BandIndex();
  for (let item = 0; item < 5; item++) index.add(item, bands(1000));
  for (const item of [0, 2, 4, 4]) index.remove(item);
  expect(sharing(index, 1000)).toEqual([1, 3]);
  index.add(2, bands(1000));
  index.add(2000, bands(1000));
  expect(sharing(index, 1000)).toEqual([1, 3, 2, 2000]);
  for (const item of [1, 2, 3, 2000]) index.remove(item);
  expect(sharing(index, 1000)).toEqual([]);
});

it('finds in every band what it found before it grew', () => {
  const index = new BandIndex();
  for (let item = 0; item < 3000; item++) index.add(item, bands(100 * (item % 1000)));
  for (let first = 0; first < 1000; first++)
    expect(sharing(index, 100 * first)).toEqual([first, first + 1000, first + 2000]);
});
