import { rename, rm, writeFile } from 'node:fs/promises';

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
export async function writeWhole(path: string, body: Uint8Array): Promise<void> {
  const part = `${path}.part`;
  try {
    await writeFile(part, body, { flush: true });
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new Error(`${path} is not written: ${REASONS[code] ?? message}. Nothing half is left behind.`);
  }
}
