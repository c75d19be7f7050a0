import { expect, test } from 'vitest';
import { z } from 'zod';
import { commaList, EnvironmentError, port, postgresUrl, readEnv } from './env.ts';

const schema = z.object({ DATABASE_URL: postgresUrl, PORT: port.default(8180), LIST: commaList.default([]) });

test('reads values, defaults and lists; what is empty is absent', () => {
  const env = readEnv(schema, { DATABASE_URL: 'postgres://x/y', PORT: '', LIST: ' a, b,,' });
  expect(env).toEqual({ DATABASE_URL: 'postgres://x/y', PORT: 8180, LIST: ['a', 'b'] });
});

test('names every fault at once', () => {
  expect(() => readEnv(schema, { PORT: '70000' })).toThrow(EnvironmentError);
  expect(() => readEnv(schema, { PORT: '70000' })).toThrow(/DATABASE_URL: needs the address[\s\S]*PORT:/);
});
