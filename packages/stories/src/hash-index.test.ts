import { expect, it } from 'vitest';
import { hashText, wideHash } from './hash.ts';
import { HashIndex } from './hash-index.ts';

it('finds what a Map would, while entries come, go and are used again', () => {
  const index = new HashIndex();
  const truth = new Map<number, number>();
  const used = new Map<number, number>();
  for (let step = 0; step < 40_000; step++) {
    const entry = hashText(`entry ${step}`) % 3000;
    // Every third hash ends in the same bits, so that searches run into one another.
    const hash = step % 3 === 0 ? wideHash(`${step}`) * 4096 : wideHash(`${step}`);
    const before = used.get(entry);
    if (before !== undefined) {
      expect(index.remove(entry)).toBe(true);
      truth.delete(before);
      used.delete(entry);
    } else if (!truth.has(hash)) {
      index.add(hash, entry);
      truth.set(hash, entry);
      used.set(entry, hash);
    }
  }
  expect(truth.size).toBeGreaterThan(1000);
  expect(index.size).toBe(truth.size);
  for (const [hash, entry] of truth) expect(index.find(hash)).toBe(entry);
  expect(index.find(wideHash('never added'))).toBe(-1);
  expect(index.remove(2999 + 1)).toBe(false);
});
