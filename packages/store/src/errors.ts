import type { FaultWords } from '@throughline/schema';

/** Refusals are sentences for logs and programs; one with a code is said by screens in their reader's language. */
abstract class Refusal extends Error {
  readonly faults: readonly FaultWords[];

  constructor(message: string, fault?: Omit<FaultWords, 'message'>) {
    super(message);
    this.faults = fault === undefined ? [] : [{ message, ...fault }];
  }
}

/** Somebody else saved first. The caller shows both instead of overwriting. */
export class ConflictError extends Refusal {
  override name = 'ConflictError';
}

/** What was named is not there (any more). */
export class MissingError extends Refusal {
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

/** Did the database refuse what another row has already (SQL state 23505, "unique violation")? */
export function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505';
}
