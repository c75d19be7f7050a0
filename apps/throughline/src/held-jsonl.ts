import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { z } from 'zod';
import { readRow } from './jsonl.ts';

/** A caller that sends one line and waits is answered after this; it costs it nothing else. */
const ALONE_MS = 20;
/** Several lines came at once, so this is a stream; a pause this long ends a batch. */
const PAUSE_MS = 500;

/**
 * JSON Lines for an engine whose later input may revise earlier answers. Answers are held while more input is
 * already on its way, and written, in order, when the input ends, when it pauses, or when `most` are held. So a
 * program that waits for each answer gets it, and a file piped in is answered with everything known.
 *
 * A line that is no valid input is answered in its place with `{id, error: {code, message}}`.
 *
 * @returns how many lines were answered, and how many of those with an error.
 */
export async function answerHeldJsonl<T extends z.ZodType>(options: {
  input: Readable;
  output: Writable;
  schema: T;
  /** Takes a row in; what it returns is called for the answer when that is written. */
  take: (row: z.output<T>) => () => unknown;
  /** Called before held answers are written. */
  settle: () => void;
  /** Called after they were written. */
  released?: () => void;
  /** How many answers may be held. */
  most: number;
}): Promise<{ lines: number; refused: number }> {
  const held: (() => unknown)[] = [];
  const totals = { lines: 0, refused: 0 };
  const release = async () => {
    options.settle();
    for (const answer of held.splice(0))
      if (!options.output.write(`${JSON.stringify(answer())}\n`)) await once(options.output, 'drain');
    options.released?.();
  };
  for await (const batch of pausingLines(options.input, options.most)) {
    for (const line of batch.lines) {
      const row = readRow(line, options.schema);
      totals.lines++;
      if (!row.ok) totals.refused++;
      held.push(row.ok ? options.take(row.value) : () => ({ id: row.id, error: row.error }));
    }
    if (batch.paused || held.length >= options.most) await release();
  }
  if (held.length > 0) await release();
  return totals;
}

/** The lines of a stream in batches as they arrive; `paused` when nothing followed for a while. */
async function* pausingLines(
  input: Readable,
  most: number,
): AsyncGenerator<{ lines: string[]; paused: boolean }> {
  const reader = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  let lines: string[] = [];
  let ended = false;
  let wake: () => void = () => {};
  reader.on('line', (line) => {
    if (line.trim() !== '') lines.push(line);
    if (lines.length >= most) reader.pause();
    wake();
  });
  reader.on('close', () => {
    ended = true;
    wake();
  });
  const more = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  let waiting = 0;
  while (!ended || lines.length > 0) {
    if (lines.length === 0 && !ended)
      await more(waiting === 0 ? 60_000 : waiting === 1 ? ALONE_MS : PAUSE_MS);
    // What came while this process was busy is only seen after one more turn of the event loop.
    await new Promise((resolve) => setImmediate(resolve));
    const batch = lines;
    lines = [];
    const paused = batch.length === 0 && waiting > 0;
    waiting = paused ? 0 : waiting + batch.length;
    if (batch.length > 0 || paused) yield { lines: batch, paused };
    if (!ended) reader.resume();
  }
}
