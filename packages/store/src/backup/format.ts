import { createHash, type Hash } from 'node:crypto';

/**
 * What a backup is: lines of text, gzipped. Each begins with a letter for what it is: one `H`ead, then for each table a
 * `T` line and its rows as `R` lines, `S` for all sequences, and one `E`nd with a checksum of everything before it. A
 * row is a JSON array of the columns as PostgreSQL writes them as text, or null: that is exact for every type.
 */
export const FORMAT = 1;

export interface BackupHead {
  format: number;
  product: 'throughline';
  /** The version of the desk that made it. */
  version: string;
  /** ISO 8601 */
  at: string;
  /** The schema: names of the migrations that its tables have. */
  migrations: string[];
}

export interface BackupTable {
  name: string;
  columns: { name: string; type: string }[];
}

export interface BackupSequence {
  name: string;
  last: string;
  called: boolean;
}

export interface BackupEnd {
  rows: Record<string, number>;
  /** SHA-256 of all lines before, in hexadecimal. */
  sha256: string;
}

export type BackupLine =
  | { kind: 'H'; value: BackupHead }
  | { kind: 'T'; value: BackupTable }
  | { kind: 'R'; row: string }
  | { kind: 'S'; value: BackupSequence[] }
  | { kind: 'E'; value: BackupEnd };

/** A running checksum over lines. */
export class LineSum {
  private readonly hash: Hash = createHash('sha256');

  add(line: string): void {
    this.hash.update(line).update('\n');
  }

  end(): string {
    return this.hash.digest('hex');
  }
}

/** @throws SyntaxError when the line is none of a backup. */
export function readLine(line: string): BackupLine {
  const kind = line[0];
  const rest = line.slice(1);
  if (kind === 'R') return { kind, row: rest };
  if (kind !== 'H' && kind !== 'T' && kind !== 'S' && kind !== 'E')
    throw new SyntaxError('not a line of a backup');
  return { kind, value: JSON.parse(rest) } as BackupLine;
}
