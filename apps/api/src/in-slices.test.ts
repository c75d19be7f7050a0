import { expect, test } from 'vitest';
import { inSlices } from './in-slices.ts';

test('others are answered while long work goes on', async () => {
  let answered = false;
  setTimeout(() => {
    answered = true;
  });
  function* work() {
    for (let step = 0; step < 2e7; step++) {
      if (answered) return 'others were answered';
      yield;
    }
    return 'nobody was answered';
  }
  expect(await inSlices(work())).toBe('others were answered');
});
