import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const root = new URL('../../../', import.meta.url);
const read = (path: string) => readFile(new URL(path, root), 'utf8');

/** Variables in a process's schema: the keys of the object in its env.ts. */
async function variablesOf(app: string): Promise<string[]> {
  const source = await read(`apps/${app}/src/env.ts`).catch(() => '');
  return [...source.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name = '']) => name);
}

const NAMES: Record<string, string> = { throughline: 'command' };

test('the table of variables in the operating manual is that of the processes', async () => {
  const expected = new Map<string, string[]>();
  for (const app of (await readdir(new URL('apps/', root))).sort()) {
    for (const variable of await variablesOf(app)) {
      expected.set(variable, [...(expected.get(variable) ?? []), NAMES[app] ?? app].sort());
    }
  }
  const rows = (await read('docs/operating.md')).matchAll(/^\| `([A-Z][A-Z_]+)` *\| ([^|]+?) *\|/gm);
  const documented = new Map([...rows].map(([, name = '', who = '']) => [name, who.split(', ').sort()]));
  expect(expected.size).toBeGreaterThan(5);
  expect(Object.fromEntries([...documented].sort())).toEqual(Object.fromEntries([...expected].sort()));
});
