import { mix } from '../hash.ts';

const BANDS = 16;
const ROWS = 4;
const HASHES = BANDS * ROWS;
const EMPTY = 0xffffffff;

/**
 * Bands of a MinHash of 64 values: sets with a Jaccard share of 0.7 agree in a band with probability 0.99, of 0.5
 * with 0.64. One permutation, split in bins by the hash itself, with empty bins filled from their neighbours
 * (densified one-permutation hashing, Shrivastava and Li 2014): one pass over the set in place of 64.
 */
function minHashBands(hashes: Uint32Array): Uint32Array {
  if (hashes.length === 0) return new Uint32Array(0);
  const bins = new Uint32Array(HASHES).fill(EMPTY);
  for (const hash of hashes) {
    const value = mix(hash ^ 0x9e3779b9);
    const bin = hash % HASHES;
    if (value < (bins[bin] ?? 0)) bins[bin] = value;
  }
  fillEmpty(bins);
  const bands = new Uint32Array(BANDS);
  for (let band = 0; band < BANDS; band++) {
    let key = band + 1;
    for (let row = 0; row < ROWS; row++) key = mix(Math.imul(key, 31) ^ (bins[band * ROWS + row] ?? 0));
    bands[band] = key;
  }
  return bands;
}

const BOTTOM = 4;
/** Keys of an item by which candidates are found. */
export const KEYS = BANDS + BOTTOM;

/**
 * Bands of a text's lead, and the least hashes of the sorted set of its shingles, for copies whose leads were written
 * anew: sets with a Jaccard share of 0.7 have one of four in common with probability 0.99 (bottom-k sketch).
 */
export function candidateKeys(lead: Uint32Array, shingles: Uint32Array): Uint32Array {
  const keys = new Uint32Array(KEYS);
  keys.set(minHashBands(lead));
  for (let i = 0; i < BOTTOM; i++)
    keys[BANDS + i] = mix((shingles[i] ?? mix((shingles[0] ?? 0) + i)) ^ 0x5bd1e995);
  return keys;
}

/** An empty bin takes the next filled one's value, mixed with the distance so that runs do not agree by chance. */
function fillEmpty(bins: Uint32Array): void {
  const given = bins.slice();
  for (let bin = 0; bin < HASHES; bin++) {
    let step = 0;
    while (step < HASHES && given[(bin + step) % HASHES] === EMPTY) step++;
    if (step > 0) bins[bin] = mix((given[(bin + step) % HASHES] ?? 0) + step);
  }
}
