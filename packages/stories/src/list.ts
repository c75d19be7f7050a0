const SHORT = 8;

/** A list with one more. `push` and a spread set room aside for 17 at once; of the lists kept here most stay at one or two. */
export function withOne<T>(list: T[], one: T): T[] {
  if (list.length < SHORT) return list.concat([one]);
  list.push(one);
  return list;
}
