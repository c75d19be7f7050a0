/** An estimate with the ends of its interval, all 0..1. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

/** z of a two-sided 90% interval. */
const Z = 1.645;

/** Wilson's interval for `hits` of `tries` at 90%; honest for few tries and for shares near 0 or 1. */
export function wilson(hits: number, tries: number): Estimate {
  if (tries === 0) return { value: 0, low: 0, high: 1 };
  const p = hits / tries;
  const z2 = (Z * Z) / tries;
  const centre = (p + z2 / 2) / (1 + z2);
  const half = (Z * Math.sqrt((p * (1 - p)) / tries + z2 / (4 * tries))) / (1 + z2);
  return { value: p, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/**
 * Recall of the queue, from what curators found in it and from a random sample of what fell below it.
 *
 * @param found relevant items in the queue, by verdict.
 * @param below all items that fell below the queue.
 * @param sampled of those, how many were reviewed; `missed` of them were relevant.
 */
export function estimateRecall(counts: {
  found: number;
  below: number;
  sampled: number;
  missed: number;
}): Estimate {
  const { found, below, sampled, missed } = counts;
  const share = wilson(missed, sampled);
  const recall = (lost: number) => (found + lost === 0 ? 0 : found / (found + lost));
  return {
    value: recall(share.value * below),
    low: recall(share.high * below),
    high: recall(share.low * below),
  };
}

/**
 * Should this item from below the queue be shown all the same, so that recall can be estimated? The choice depends on
 * the item's id alone: the same again on every run, without state, and on nothing that the score knows.
 *
 * @param share 0..1; 0 switches sampling off.
 */
export function isSampled(itemId: string, topic: string, share: number): boolean {
  let hash = 0x811c9dc5;
  const key = `${topic}\n${itemId}`;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32 < share;
}
