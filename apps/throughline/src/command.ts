/** One command of the command line. `run` resolves to the exit code. */
export interface Command {
  /** One line for the list of commands. */
  summary: string;
  /** Printed by `throughline COMMAND --help`. */
  usage: string;
  run(args: string[]): Promise<number>;
}

/** The run was asked for wrongly: printed as one sentence with the usage, exit code 2. */
export class UsageError extends Error {}

/** Whether the command line itself was wrong: an option that is not known, or a value that makes no sense. */
export function isWrongUse(error: unknown): boolean {
  return (
    error instanceof UsageError ||
    (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
  );
}
