import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = new URL('../../../', import.meta.url);
const committed = fileURLToPath(new URL('docs/examples/', root));
const program = fileURLToPath(new URL('bench/dist/examples.js', root));

/** Made again by a process of its own, in another place of the world. @returns the hash of each file by name. */
async function made(environment: Record<string, string>): Promise<Record<string, string>> {
  const directory = await mkdtemp(join(tmpdir(), 'examples-'));
  // Without a browser in the usual places' stead: PDF depends on its version, and is printed by the browser tests.
  const env = { PATH: process.env['PATH'] ?? '', CHROMIUM: '/nowhere', ...environment };
  const child = spawn(process.execPath, [program, directory], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  const hashes = await hashesIn(directory);
  await rm(directory, { recursive: true });
  return hashes;
}

async function hashesIn(directory: string): Promise<Record<string, string>> {
  const names = (await readdir(directory)).filter((name) => name !== 'README.md' && !name.endsWith('.pdf'));
  const hashed = names.sort().map(async (name) => {
    const bytes = await readFile(join(directory, name));
    return [name, createHash('sha256').update(bytes).digest('hex')];
  });
  return Object.fromEntries(await Promise.all(hashed));
}

test('every format is the same bytes in any process, time zone and language, and as in docs/examples', async () => {
  const [far, near] = await Promise.all([
    made({ TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' }),
    made({ TZ: 'America/Adak', LANG: 'C', LC_ALL: 'C' }),
  ]);
  expect(Object.keys(far).length).toBeGreaterThanOrEqual(13);
  expect(far).toEqual(near);
  // Not equal? Look at what changed, then: npx -y pnpm@10 examples
  expect(await hashesIn(committed)).toEqual(far);
});
