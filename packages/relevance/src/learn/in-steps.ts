/**
 * Long work that can be laid aside after each of its steps, so that whoever runs it in a server answers others meanwhile.
 */
export type InSteps<T> = Generator<void, T>;

/** Runs it through at once. */
export function runThrough<T>(work: InSteps<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Maps one value a step. */
export function* mapInSteps<A, B>(values: Iterable<A>, map: (value: A) => B): InSteps<B[]> {
  const results: B[] = [];
  for (const value of values) {
    results.push(map(value));
    yield;
  }
  return results;
}
