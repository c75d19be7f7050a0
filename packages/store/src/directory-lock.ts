import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Another process works in this directory. The message is a sentence for people. */
export class DirectoryInUseError extends Error {
  override name = 'DirectoryInUseError';
}

export interface DirectoryLock {
  release(): Promise<void>;
}

/**
 * Takes a directory for this process alone, by a file that names its holder. A holder that was killed is seen
 * to be gone (no such process, or a younger process with the same number), and its lock is taken over.
 *
 * @throws DirectoryInUseError when a living process holds it.
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  const path = join(directory, 'lock');
  const self = `${process.pid} ${await startOf(process.pid)}\n`;
  for (let attempt = 0; attempt < 5; attempt++) {
    if (await create(path, self)) return { release: () => releaseIfOurs(path, self) };
    const holder = await readFile(path, 'utf8').catch(() => '');
    if (await isAlive(holder)) {
      throw new DirectoryInUseError(
        `The data directory ${directory} is in use by another Throughline (process ${holder.split(' ')[0]}). Stop that one, or choose another with --data.`,
      );
    }
    // Renaming is atomic: of two that find the same dead lock only one moves it away; the other tries again.
    const grave = `${path}.${process.pid}`;
    await rename(path, grave).catch(() => {});
    await rm(grave, { force: true });
  }
  throw new DirectoryInUseError(
    `The data directory ${directory} is being taken by another Throughline right now.`,
  );
}

async function create(path: string, content: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600);
    await file.writeFile(content);
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function releaseIfOurs(path: string, self: string): Promise<void> {
  if ((await readFile(path, 'utf8').catch(() => '')) === self) await rm(path, { force: true });
}

async function isAlive(holder: string): Promise<boolean> {
  const [pidText, start = '-'] = holder.trim().split(' ');
  const pid = Number(pidText);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const now = await startOf(pid);
  return now === '-' || start === '-' || now === start;
}

/** When a process started, in ticks since boot (Linux), or "-" where the system does not say. */
async function startOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  // The name in parentheses may hold spaces; the start time is the 22nd field, the 20th behind it.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '-';
}
