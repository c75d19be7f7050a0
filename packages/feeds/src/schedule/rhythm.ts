/** How often a source really brings something, from what it brought so far. Milliseconds throughout. */

const BATCH_MS = 60_000;
const MOST_BATCHES = 30;

/**
 * The median gap between a source's arrivals; items within a minute of each other count once. The time since the last
 * arrival counts as a gap when it is longer than that, so that a source which falls asleep is asked less and less.
 * @param arrivals when items appeared, in any order; moments after `now` are left out
 * @returns null when fewer than three arrivals are known
 */
export function medianGapMs(arrivals: readonly Date[], now: Date): number | null {
  const times = arrivals
    .map((arrival) => arrival.getTime())
    .filter((time) => time <= now.getTime())
    .sort((a, b) => b - a);
  const batches: number[] = [];
  for (const time of times) {
    const last = batches.at(-1);
    if (last === undefined || last - time >= BATCH_MS) batches.push(time);
    if (batches.length > MOST_BATCHES) break;
  }
  if (batches.length < 3) return null;
  const gaps = batches.slice(1).map((time, index) => (batches[index] ?? time) - time);
  const gap = median(gaps);
  const sinceLast = now.getTime() - (batches[0] ?? now.getTime());
  return Math.max(gap, median([...gaps, sinceLast]), sinceLast / 4);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
