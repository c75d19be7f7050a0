import { constants } from 'node:fs';
import { access, mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** Something about this machine or these options keeps the desk from starting. The message is one clear sentence. */
export class CannotStartError extends Error {
  override name = 'CannotStartError';
}

/** Makes the data directory and proves that it can be written to. Nothing in it is changed. */
export async function checkDataDirectory(directory: string): Promise<void> {
  try {
    await mkdir(join(directory, 'logs'), { recursive: true, mode: 0o700 });
    await access(directory, constants.W_OK);
    const probe = join(directory, `.probe-${process.pid}`);
    await writeFile(probe, 'x');
    await rm(probe);
  } catch (error) {
    throw new CannotStartError(
      `The data directory ${directory} cannot be written to: ${reason(error)}. Choose another with --data.`,
    );
  }
}

function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM') return 'you have no right to';
  if (code === 'EROFS') return 'the disk is read-only';
  if (code === 'ENOSPC') return 'the disk is full';
  if (code === 'ENOTDIR' || code === 'EEXIST') return 'it is not a directory';
  return message;
}

/** Proves that we can listen on the port. */
export async function checkPort(host: string, port: number): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') {
      throw new CannotStartError(
        `Port ${port} is taken by another program. Stop it, or choose another with --port.`,
      );
    }
    if (error.code === 'EACCES') {
      throw new CannotStartError(
        `Port ${port} needs more rights than you have. Choose one above 1023 with --port.`,
      );
    }
    throw error;
  });
  await new Promise((resolve) => server.close(resolve));
}
