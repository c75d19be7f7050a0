import { openTestDatabase } from '@throughline/store/testing';
import { expect, inject, test } from 'vitest';
import { startDesk, temporaryDirectory } from './desk-process.ts';
import { until } from './processes.ts';
import { settled, standing } from './standing.ts';

test('on a server that DATABASE_URL names, no database is started', async () => {
  const server = await openTestDatabase();
  const own = await temporaryDirectory();
  const desk = await startDesk(['--data', own.path, '--port', '0', '--no-starter'], {
    DATABASE_URL: server.url,
    REDIS_URL: inject('redisUrl') ?? '',
  });
  expect(await desk.pidOf('database-process')).toBeNull();
  await until(() => standing(server), settled);
  expect((await desk.end('SIGINT')).code).toBe(0);
  await server.close();
  await own.remove();
});
