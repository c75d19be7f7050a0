import type { Verdict } from '@throughline/schema';
import { describe, expect, it } from 'vitest';
import { applyCommand, shownVerdict, type VerdictCommand } from './verdicts.ts';

const verdict = (over: Partial<Verdict> = {}): Verdict => ({
  itemId: 1,
  topic: null,
  value: 'relevant',
  reason: null,
  by: 'Ada',
  at: '2025-04-07T10:00:00.000Z',
  ...over,
});
const decide = (over: object = {}): VerdictCommand => ({
  kind: 'decide',
  itemIds: [1, 2],
  topic: 'unsc',
  value: 'not_relevant',
  reason: null,
  by: 'Ada',
  at: '2025-04-07T11:00:00.000Z',
  ...over,
});

describe('applyCommand', () => {
  it('replaces the verdict of its topic and leaves the others', () => {
    const kept = verdict({ topic: 'tariffs' });
    const after = applyCommand(1, [kept, verdict({ topic: 'unsc' })], decide());
    expect(after).toHaveLength(2);
    expect(after).toContain(kept);
    expect(after.find((v) => v.topic === 'unsc')?.value).toBe('not_relevant');
  });

  it('leaves items that it does not name as they are', () => {
    const verdicts = [verdict({ itemId: 9 })];
    expect(applyCommand(9, verdicts, decide())).toBe(verdicts);
  });

  it('gives back on undo what stood before, item by item', () => {
    const first = verdict({ topic: 'unsc', value: 'relevant' });
    const undo: VerdictCommand = {
      kind: 'undo',
      undoes: 'c',
      itemIds: [1, 2],
      topic: 'unsc',
      before: [first, null],
    };
    expect(applyCommand(1, applyCommand(1, [first], decide()), undo)).toEqual([first]);
    expect(applyCommand(2, applyCommand(2, [], decide()), undo)).toEqual([]);
  });
});

describe('shownVerdict', () => {
  it('shows in a topic its own verdict or that of the whole item, whichever is later', () => {
    const whole = verdict({ at: '2025-04-07T12:00:00.000Z' });
    const own = verdict({ topic: 'unsc', value: 'not_relevant' });
    expect(shownVerdict([own, whole], 'unsc')).toBe(whole);
    expect(shownVerdict([verdict({ topic: 'tariffs' })], 'unsc')).toBeNull();
  });

  it('shows in the queue the latest of all', () => {
    const late = verdict({ topic: 'tariffs', at: '2025-04-07T13:00:00.000Z' });
    expect(shownVerdict([verdict(), late], null)).toBe(late);
  });
});
