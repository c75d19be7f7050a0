import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffWords } from './word-diff.ts';

test('shows the words that changed and nothing else', () => {
  expect(diffWords('Police arrest two men in Kabul', 'Police arrest three men in Kabul')).toEqual([
    { kind: 'same', text: 'Police arrest ' },
    { kind: 'removed', text: 'two ' },
    { kind: 'added', text: 'three ' },
    { kind: 'same', text: 'men in Kabul' },
  ]);
});

test('equal texts are one part, no texts none', () => {
  expect(diffWords('the same', 'the same')).toEqual([{ kind: 'same', text: 'the same' }]);
  expect(diffWords('', '')).toEqual([]);
});

test('texts without spaces differ by the character', () => {
  const parts = diffWords('安理会会议', '安理会新会议');
  expect(parts.filter(({ kind }) => kind === 'added')).toEqual([{ kind: 'added', text: '新' }]);
});

test('the parts always spell both texts', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b ', 'c', ' ', '.', '你', 'ب'), { maxLength: 40 })
    .map((x) => x.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = diffWords(before, after);
      const spell = (without: string) => parts.filter(({ kind }) => kind !== without).map((p) => p.text);
      expect(spell('added').join('')).toBe(before);
      expect(spell('removed').join('')).toBe(after);
    }),
  );
});

test('two long texts without a common word are replaced at once', () => {
  const before = 'alpha '.repeat(20_000);
  const after = 'beta '.repeat(20_000);
  expect(diffWords(before, after)).toEqual([
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]);
});
