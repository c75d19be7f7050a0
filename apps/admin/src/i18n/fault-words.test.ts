import { expect, test } from 'vitest';
import { en } from './en.ts';
import { refusalWords } from './fault-words.ts';
import { ur } from './ur.ts';

test('a refusal is said in the reader’s language, with its places; in the desk’s words where there are no others', () => {
  const message = '"to~rn" cannot be read; There is a topic called "duty" already.';
  const faults = [
    { message: 'The bracket is never closed', code: 'open_bracket' as const, position: 11 },
    { message: 'There is a topic called "duty" already.', code: 'topic_taken' as const, named: 'duty' },
  ];
  expect(refusalWords(en, { message, faults })).toBe(
    'The bracket is never closed (at character 12) · There is a topic called “duty” already',
  );
  const urdu = refusalWords(ur, { message, faults });
  expect(urdu).toMatch(/قوسین.*12.*duty/su);
  expect(urdu).not.toMatch(/bracket|called/);
  expect(refusalWords(ur, { message, faults: [] })).toBe(message);
});
