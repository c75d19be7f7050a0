import { expect, test } from 'vitest';
import { explainServer } from './explain.ts';

const url = 'postgres://desk:secret@db.example:5433/desk';
const failure = (code: string, message = code) => Object.assign(new Error(message), { code });

test.each([
  [failure('ECONNREFUSED'), /db\.example:5433\/desk does not answer: nothing listens there/],
  [new AggregateError([failure('ECONNREFUSED'), failure('ECONNREFUSED')]), /nothing listens there/],
  [failure('ENOTFOUND'), /no machine of that name/],
  [new Error('timeout expired'), /does not answer\./],
  [failure('28P01', 'password authentication failed for user "desk"'), /refuses the user name or password/],
  [failure('3D000'), /has no database of that name/],
  [failure('XX000', 'something else'), /cannot be used: something else/],
])('%s is one sentence that names the place and the variable', (error, sentence) => {
  const said = explainServer('PostgreSQL', 'DATABASE_URL', url, error);
  expect(said).toMatch(sentence);
  expect(said).toMatch(/^PostgreSQL at .*\(DATABASE_URL\)$/);
  expect(said).not.toContain('secret');
});
