import { parseArgs } from 'node:util';

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

/** Reads `FILE [--data DIR]`. @throws UsageError when not exactly one file is named; `what` is what it holds. */
export function readFileAndData(args: string[], what: string): { file: string; data: string | undefined } {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { data: { type: 'string' } },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError(`Name one ${what}.`);
  return { file, data: values.data };
}
