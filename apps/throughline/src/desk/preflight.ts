import { constants } from 'node:fs';
import { access, mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { checkRedis } from '@throughline/queue';
import { explainServer } from '@throughline/runtime';
import { readDeskFile } from './connect.ts';

/** Something about this machine or these options keeps the desk from starting. The message is one clear sentence. */
export class CannotStartError extends Error {
  override name = 'CannotStartError';
}

/** A new embedded database takes about 40 MB, and its log of changes needs room to work. */
const FREE_BYTES_AT_LEAST = 150_000_000;

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

/** Proves that the disk has room for the embedded database to work. */
export async function checkFreeSpace(
  directory: string,
  freeBytes: (directory: string) => Promise<number> = freeBytesOf,
): Promise<void> {
  const free = await freeBytes(directory);
  if (free >= FREE_BYTES_AT_LEAST) return;
  const megabytes = (bytes: number) => `${Math.floor(bytes / 1_000_000)} MB`;
  throw new CannotStartError(
    `The disk of ${directory} is nearly full: ${megabytes(free)} are free and the database needs ${megabytes(FREE_BYTES_AT_LEAST)}. Make room, or choose another directory with --data.`,
  );
}

async function freeBytesOf(directory: string): Promise<number> {
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize;
}

function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM') return 'you have no right to';
  if (code === 'EROFS') return 'the disk is read-only';
  if (code === 'ENOSPC') return 'the disk is full';
  if (code === 'ENOTDIR' || code === 'EEXIST') return 'it is not a directory';
  if (code === 'ENOENT') return 'it cannot be made there';
  return message;
}

/** Proves that we can listen on the port. */
export async function checkPort(host: string, port: number, dataDirectory: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  }).catch(async (error: NodeJS.ErrnoException) => {
    throw new CannotStartError(await portTrouble(error, host, port, dataDirectory));
  });
  await new Promise((resolve) => server.close(resolve));
}

async function portTrouble(
  { code, message }: NodeJS.ErrnoException,
  host: string,
  port: number,
  dataDirectory: string,
): Promise<string> {
  if (code === 'EADDRINUSE') {
    const ours = (await readDeskFile(dataDirectory))?.address === `http://${host}:${port}`;
    return ours
      ? `This desk runs already, at http://${host}:${port}/. Stop that one first, or choose another directory with --data and another port with --port.`
      : `Port ${port} is taken by another program. Stop it, or choose another with --port.`;
  }
  if (code === 'EACCES') {
    return `Port ${port} needs more rights than you have. Choose one above 1023 with --port.`;
  }
  return `Port ${port} cannot be used: ${message}.`;
}

/** Proves that Redis answers, where it is to carry the queues. */
export async function checkQueue(redisUrl: string | undefined): Promise<void> {
  if (redisUrl === undefined) return;
  await checkRedis(redisUrl).catch((error: unknown) => {
    throw new CannotStartError(explainServer('Redis', 'REDIS_URL', redisUrl, error));
  });
}
