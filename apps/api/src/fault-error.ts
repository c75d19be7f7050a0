import type { PlacedFault } from '@throughline/schema';

/** What was written cannot be used: each fault with its place, which the admin says in its reader's language. */
export class FaultError extends Error {
  override name = 'FaultError';
  readonly faults: readonly PlacedFault[];

  constructor(faults: readonly PlacedFault[]) {
    super(faults.map((fault) => fault.message).join('; '));
    this.faults = faults;
  }
}
