import { expect, test } from 'vitest';
import { en } from './en.ts';
import { pluralIn } from './plural.ts';
import { ur } from './ur.ts';

type Leaf = string | ((...args: unknown[]) => string);

/** Every message of a catalogue by its path. */
function leaves(node: unknown, path = ''): [path: string, leaf: Leaf][] {
  if (typeof node === 'string' || typeof node === 'function') return [[path, node as Leaf]];
  return Object.entries(node as object).flatMap(([key, value]) =>
    leaves(value, path === '' ? key : `${path}.${key}`),
  );
}

const english = new Map(leaves(en));
const urdu = new Map(leaves(ur));
const ARABIC = /\p{Script=Arabic}/u;
/** Names of formats, commands and addresses are the same in every language. */
const SAME = /^(name|signedOut\.command|sources\.addPlaceholder|storylines\.exportAs\.[\w-]+)$/;

test('the Urdu catalogue says everything in Urdu', () => {
  expect([...urdu.keys()].sort()).toEqual([...english.keys()].sort());
  const left = [...urdu].filter(
    ([path, leaf]) => typeof leaf === 'string' && !SAME.test(path) && !ARABIC.test(leaf),
  );
  expect(left.map(([path]) => path)).toEqual([]);
});

test('whatever a sentence names in English it names in Urdu', () => {
  const missing: string[] = [];
  for (const [path, leaf] of english) {
    const other = urdu.get(path);
    if (typeof leaf !== 'function' || typeof other !== 'function') continue;
    // Numbers stand for words as well; a message that means something else by one says it in both.
    const args = [70, 71, 72, 73];
    const [said, translated] = [leaf(...args), other(...args)];
    // One that picks a word by a name has none for a number.
    if (typeof said !== 'string') continue;
    for (const arg of args) {
      if (said.includes(String(arg)) && !translated.includes(String(arg)))
        missing.push(`${path}: ${said} -> ${translated}`);
    }
  }
  expect(missing).toEqual([]);
});

test('counts follow the plural rules of their language and its way of writing numbers', () => {
  const many = pluralIn('en');
  expect([
    many(1, '1 item', '# items'),
    many(0, '1 item', '# items'),
    many(1200, '1 item', '# items'),
  ]).toEqual(['1 item', '0 items', '1,200 items']);
  expect(ur.today.newItems(1)).toBe('1 نئی');
  expect(ur.sources.failures(3)).toBe('لگاتار 3 بار ناکام');
});
