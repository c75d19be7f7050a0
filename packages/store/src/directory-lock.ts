import { randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

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
  const taken = await take(path, self);
  if (taken === true) return { release: () => releaseIfOurs(path, self) };
  throw new DirectoryInUseError(
    taken === false
      ? `The data directory ${directory} is being taken by another Throughline right now.`
      : `The data directory ${directory} is in use by another Throughline (process ${taken.split(' ')[0]}). Stop that one, or choose another with --data.`,
  );
}

/** @returns true when it is ours, else who holds it; false when others were at it all the time. */
async function take(path: string, self: string): Promise<string | boolean> {
  for (let attempt = 0; attempt < 5; attempt++) {
    if (await create(path, self)) return true;
    const holder = await readFile(path, 'utf8').catch(() => null);
    if (holder === null) continue;
    if (await isAlive(holder)) return holder;
    await bury(path, holder, self);
  }
  return false;
}

/**
 * Removes the lock of a dead holder. One at a time, by a lock of its own: of two that have read the same dead lock the
 * later would else remove the one that the earlier has made in its place.
 */
async function bury(path: string, dead: string, self: string): Promise<void> {
  const turn = `${path}.burial`;
  if ((await take(turn, self)) !== true) return void (await setTimeout(20));
  const now = await readFile(path, 'utf8').catch(() => null);
  if (now === dead) await rm(path, { force: true });
  await rm(turn, { force: true });
}

/** Whole from its first moment: a lock that names nobody yet would be taken for a dead one. */
async function create(path: string, content: string): Promise<boolean> {
  const whole = `${path}.${randomUUID()}`;
  await writeFile(whole, content, { mode: 0o600 });
  try {
    await link(whole, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(whole, { force: true });
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
