import { expect, test } from 'vitest';
import { diffTexts } from './diff.ts';

const changed = (before: string, after: string) =>
  diffTexts(before, after).filter((piece) => piece.kind !== 'same');

test('one changed word is one removed and one added word', () => {
  expect(changed('en: a | tariff~ | b\nfr: x\n', 'en: a | tariffs | b\nfr: x\n')).toEqual([
    { kind: 'removed', text: 'tariff~' },
    { kind: 'added', text: 'tariffs' },
  ]);
});

test('a list that is only wrapped anew has not changed', () => {
  expect(changed('en: a | b\n  | c\n', 'en: a\n  | b | c\n')).toEqual([]);
});

test('the added side and what is the same make the second text', () => {
  const before = 'topic a "A"\nrelevant 0.5\n\nconcept x weight 4 {\n  en: one\n}\n';
  const after = 'topic a "B"\nrelevant 0.6\n\nconcept x weight 4 {\n  en: one | two\n}\ncue y { z }\n';
  const kept = diffTexts(before, after).filter((piece) => piece.kind !== 'removed');
  expect(kept.map((piece) => piece.text).join('')).toBe(after);
});

test('texts too large for a table are still compared, as one block', () => {
  const lines = (name: string) => Array.from({ length: 3000 }, (_, i) => `${name}${i}\n`).join('');
  const pieces = changed(lines('a'), lines('b'));
  expect(pieces.length).toBeGreaterThan(0);
  expect(pieces.every((piece) => piece.kind !== 'same')).toBe(true);
});
