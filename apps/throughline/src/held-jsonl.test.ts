import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { answerHeldJsonl } from './held-jsonl.ts';

const Row = z.object({ id: z.string() });

/** Counts its rows; each answer tells how many were known when it was written. */
function counting(most = 1000) {
  const input = new PassThrough();
  const output = new PassThrough();
  let known = 0;
  const done = answerHeldJsonl({
    input,
    output,
    schema: Row,
    take: (row) => {
      known++;
      return () => ({ id: row.id, known });
    },
    settle: () => {},
    most,
  });
  return { input, output, done };
}

const read = (output: PassThrough) =>
  String(output.read() ?? '')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

test('answers of a file are written with everything known, in order', async () => {
  const { input, output, done } = counting();
  input.end('{"id":"a"}\n{"id":"b"}\n\n{"id":"c"}\n');
  expect(await done).toEqual({ lines: 3, refused: 0 });
  expect(read(output)).toEqual([
    { id: 'a', known: 3 },
    { id: 'b', known: 3 },
    { id: 'c', known: 3 },
  ]);
});

test('a caller that waits for each answer is answered', async () => {
  const { input, output, done } = counting();
  for (const id of ['a', 'b']) {
    input.write(`{"id":"${id}"}\n`);
    const [line] = await new Promise<Buffer[]>((resolve) => output.once('data', (data) => resolve([data])));
    expect(JSON.parse(String(line)).id).toBe(id);
  }
  input.end();
  expect((await done).lines).toBe(2);
});

test('no more than `most` answers are held', async () => {
  const { input, output, done } = counting(1);
  input.end('{"id":"a"}\n{"id":"b"}\n');
  await done;
  expect(read(output).map((row) => row.id)).toEqual(['a', 'b']);
});

test('a line that is no input is refused in its place', async () => {
  const { input, output, done } = counting();
  input.end('{"id":"a"}\nnonsense\n{"id":7}\n{"id":"b"}\n');
  expect(await done).toEqual({ lines: 4, refused: 2 });
  expect(read(output).map((row) => row.error?.code ?? row.id)).toEqual(['a', 'bad-json', 'bad-input', 'b']);
});
