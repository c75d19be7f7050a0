/** 32-bit FNV-1a over the UTF-16 units from..to of a text, finished so that all bits are mixed. */
export function hashText(text: string, from = 0, to: number = text.length, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix(hash);
}

/** A 53-bit hash, for keys where one collision in a million texts would be one too many. */
export function wideHash(text: string): number {
  return hashText(text) * 0x200000 + (hashText(text, 0, text.length, 0x5bd1e995) >>> 11);
}

/** The finaliser of MurmurHash3: every bit of the input moves every bit of the output. */
export function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The numbers in order, each once. */
export function sortedSet(numbers: ArrayLike<number>): Uint32Array {
  const sorted = new Uint32Array(numbers).sort();
  let kept = 0;
  for (let i = 0; i < sorted.length; i++)
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[kept++] = sorted[i] ?? 0;
  return sorted.slice(0, kept);
}

/** How many numbers two sorted sets share. Steps are reckoned, not chosen: which set is behind cannot be guessed. */
export function shared(a: Uint32Array, b: Uint32Array): number {
  const [ends, others] = [a.length, b.length];
  let i = 0;
  let j = 0;
  let count = 0;
  while (i < ends && j < others) {
    const x = a[i] as number;
    const y = b[j] as number;
    count += Number(x === y);
    i += Number(x <= y);
    j += Number(y <= x);
  }
  return count;
}
