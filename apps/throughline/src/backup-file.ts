import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

/** Fast: the texts are large and the time counts more than the last tenth of the size. */
const LEVEL = 4;

/**
 * Packs what `work` writes into a file.
 * @returns what `work` returns, and the size and SHA-256 of the file.
 */
export async function packInto<T>(
  file: FileHandle,
  work: (write: (text: string) => Promise<void>) => Promise<T>,
): Promise<{ result: T; bytes: number; sha256: string }> {
  const gzip = createGzip({ level: LEVEL });
  const hash = createHash('sha256');
  let bytes = 0;
  const written = pipeline(gzip, async (packed: AsyncIterable<Buffer>) => {
    for await (const chunk of packed) {
      hash.update(chunk);
      bytes += chunk.length;
      await file.appendFile(chunk);
    }
  });
  // It is waited for below; a full disk must not count as unheard of until then.
  written.catch(() => {});
  const write = (text: string) =>
    new Promise<void>((resolve, reject) => {
      // The disk may fail before these words get there.
      gzip.write(text, (error) => (error ? written.catch(reject) : resolve()));
    });
  try {
    const result = await work(write);
    gzip.end();
    await written;
    return { result, bytes, sha256: hash.digest('hex') };
  } catch (error) {
    gzip.destroy();
    await written.catch(() => {});
    throw error;
  }
}

/** The lines of a packed file. Only LF ends one: texts hold every other character that may end lines. */
export async function* unpackedLines(path: string): AsyncGenerator<string> {
  const source = createReadStream(path);
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  source.pipe(gunzip);
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for await (const chunk of gunzip) {
      const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    if (rest !== '') yield rest;
  } finally {
    source.destroy();
  }
}
