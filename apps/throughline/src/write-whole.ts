import { type FileHandle, open, rename, rm, writeFile } from 'node:fs/promises';

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the file system can only be read',
  ENOENT: 'the directory is not there',
  EISDIR: 'there is a directory of this name',
};

/**
 * Writes a file so that its name stands for all of it, or for what was there before.
 * @throws a sentence for people; nothing half is left behind.
 */
export function writeWhole(path: string, body: Uint8Array): Promise<void> {
  return wholeOrNothing(path, (part) => writeFile(part, body, { flush: true }));
}

/** The same for what comes bit by bit; for its owner's eyes only. @returns what `work` returns. */
export function streamWhole<T>(path: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
  return wholeOrNothing(path, async (part) => {
    const file = await open(part, 'w', 0o600);
    try {
      const result = await work(file);
      await file.sync();
      return result;
    } finally {
      await file.close();
    }
  });
}

async function wholeOrNothing<T>(path: string, write: (part: string) => Promise<T>): Promise<T> {
  const part = `${path}.part`;
  try {
    const result = await write(part);
    await rename(part, path);
    return result;
  } catch (error) {
    await rm(part, { force: true });
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new Error(
      `${path} is not written: ${REASONS[code] ?? message.replace(/\.$/, '')}. Nothing half is left behind.`,
    );
  }
}
