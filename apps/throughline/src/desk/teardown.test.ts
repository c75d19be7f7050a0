import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Teardown } from './teardown.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('users end together, then the rest, latest first; each once', async () => {
  const said: string[] = [];
  const say = (word: string) => async () => void said.push(word);
  const teardown = new Teardown();
  teardown.afterwards(say('socket'));
  teardown.afterwards(say('database'));
  teardown.first(say('worker'));
  teardown.first(say('api'));
  await teardown.run();
  await teardown.run();
  expect(said).toEqual(['worker', 'api', 'database', 'socket']);
});

test('what hangs or fails keeps nothing else from ending, and all is over within 5 s', async () => {
  const ended: string[] = [];
  const teardown = new Teardown();
  teardown.first(() => new Promise(() => {}));
  teardown.first(() => Promise.reject(new Error('broken')));
  teardown.afterwards(async () => void ended.push('database'));
  teardown.afterwards(() => new Promise(() => {}));
  const from = Date.now();
  const over = teardown.run().then(() => Date.now() - from);
  await vi.advanceTimersByTimeAsync(6_000);
  expect(await over).toBeLessThan(5_000);
  expect(ended).toEqual(['database']);
});
