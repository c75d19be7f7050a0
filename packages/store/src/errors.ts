/** Somebody else saved first. The caller shows both instead of overwriting. */
export class ConflictError extends Error {
  override name = 'ConflictError';
}

/** What was named is not there (any more). */
export class MissingError extends Error {
  override name = 'MissingError';
}

/**
 * Did the database refuse a value that was handed in (SQL state class 22, "data exception": a NUL in a text, a number
 * or a date out of range)? Such a request never works, and is not the server's fault.
 */
export function isUnusableValue(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return typeof error.code === 'string' && /^22[0-9A-Z]{3}$/.test(error.code);
}
