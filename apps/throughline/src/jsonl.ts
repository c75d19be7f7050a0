import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { z } from 'zod';

/**
 * JSON Lines in, JSON Lines out: one line out for each line in, in the same order, streaming.
 *
 * A line that is no valid input is answered in its place with `{id, error: {code, message}}`, so a bad line
 * never stops the run and never shifts the answers. Empty lines are skipped. Backpressure of `output` is obeyed.
 *
 * @returns how many lines were answered, and how many of those with an error.
 */
export async function answerJsonl<T extends z.ZodType>(options: {
  input: Readable;
  output: Writable;
  schema: T;
  answer: (row: z.output<T>) => unknown;
  /** How many lines may be in the works at once; more than 1 only where answers do not depend on each other. */
  ahead?: number;
}): Promise<{ lines: number; refused: number }> {
  const { input, output, schema, answer, ahead = 1 } = options;
  const pending: Promise<unknown>[] = [];
  let lines = 0;
  let refused = 0;
  const writeFirst = async (): Promise<void> => {
    const value = await pending.shift();
    if (!output.write(`${JSON.stringify(value)}\n`)) await once(output, 'drain');
  };
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    lines++;
    const row = readRow(line, schema);
    if (!row.ok) refused++;
    pending.push((async () => (row.ok ? answer(row.value) : { id: row.id, error: row.error }))());
    if (pending.length >= ahead) await writeFirst();
  }
  while (pending.length > 0) await writeFirst();
  return { lines, refused };
}

export type Row<T> =
  | { ok: true; value: T }
  | { ok: false; id: unknown; error: { code: string; message: string } };

export function readRow<T extends z.ZodType>(line: string, schema: T): Row<z.output<T>> {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch (error) {
    return { ok: false, id: null, error: { code: 'bad-json', message: (error as Error).message } };
  }
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { ok: true, value: parsed.data };
  const id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : null;
  const message = parsed.error.issues.map((i) => `${i.path.join('.') || 'line'}: ${i.message}`).join('; ');
  return { ok: false, id, error: { code: 'bad-input', message } };
}
