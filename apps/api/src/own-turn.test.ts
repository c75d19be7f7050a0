import { expect, test } from 'vitest';
import { inOwnTurn } from './own-turn.ts';

test('one person has one running and one waiting; the newest waits, whoever waited before is given up', async () => {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => () => {
    begun.push(name);
    return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
  };
  const first = inOwnTurn('a', work('first'));
  const overtaken = inOwnTurn('a', work('second'));
  const third = inOwnTurn('a', work('third'));
  const other = inOwnTurn('b', work('other'));
  await expect(overtaken).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  expect(begun).toEqual(['first', 'other']);
  ends.get('first')?.();
  expect(await first).toBe('first');
  ends.get('other')?.();
  await other;
  expect(begun).toEqual(['first', 'other', 'third']);
  ends.get('third')?.();
  expect(await third).toBe('third');
});

test('work that fails makes room for the next', async () => {
  await expect(inOwnTurn('c', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await inOwnTurn('c', async () => 1)).toBe(1);
});
