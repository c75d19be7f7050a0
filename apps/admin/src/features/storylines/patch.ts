/** What a hand chose and the desk does not have yet: without the fields that were saved just so. */
export function withoutSaved<P extends object>(chosen: P, saved: P): P {
  return Object.fromEntries(
    Object.entries(chosen).filter(([field, value]) => saved[field as keyof P] !== value),
  ) as P;
}
