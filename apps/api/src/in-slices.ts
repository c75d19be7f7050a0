import type { InSteps } from '@throughline/relevance';

/** So long others wait at most, in milliseconds, besides the longest single step. */
const SLICE = 20;

/** Runs long work in slices, between which everybody else is answered. */
export async function inSlices<T>(work: InSteps<T>): Promise<T> {
  for (let until = performance.now() + SLICE; ; ) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await new Promise(setImmediate);
    until = performance.now() + SLICE;
  }
}
