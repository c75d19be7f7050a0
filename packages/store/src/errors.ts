/** Somebody else saved first. The caller shows both instead of overwriting. */
export class ConflictError extends Error {
  override name = 'ConflictError';
}

/** What was named is not there (any more). */
export class MissingError extends Error {
  override name = 'MissingError';
}
