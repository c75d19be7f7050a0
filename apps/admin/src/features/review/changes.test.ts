import { describe, expect, it } from 'vitest';
import {
  applyTo,
  type Changeable,
  hasMark,
  type MarkCommand,
  marksBefore,
  type TagCommand,
} from './changes.ts';

const item = (over: Partial<Changeable> = {}): Changeable => ({
  id: 1,
  tags: [],
  verdicts: [],
  marks: [],
  ...over,
});
const mark = (over: Partial<MarkCommand> = {}): MarkCommand => ({
  kind: 'mark',
  itemIds: [1],
  mark: 'starred',
  on: true,
  until: null,
  by: 'Ada',
  ...over,
});
const tag = (over: Partial<TagCommand> = {}): TagCommand => ({
  kind: 'tag',
  itemIds: [1],
  topic: 'unsc',
  on: true,
  undoes: null,
  by: 'Ada',
  at: '2025-04-07T10:00:00.000Z',
  ...over,
});

describe('applyTo', () => {
  it('leaves items that a command does not name as they are', () => {
    const other = item({ id: 9 });
    expect(applyTo(other, mark())).toBe(other);
    expect(applyTo(other, tag())).toBe(other);
  });

  it('sets a mark once and takes it back, and leaves the others', () => {
    const starred = applyTo(applyTo(item(), mark({ mark: 'doubted' })), mark());
    expect(applyTo(starred, mark()).marks).toHaveLength(2);
    const back = applyTo(starred, mark({ on: false }));
    expect([hasMark(back, 'starred'), hasMark(back, 'doubted')]).toEqual([false, true]);
  });

  it('undoes a snooze to what each item said before', () => {
    const until = '2025-05-01T06:00:00.000Z';
    const rows = [
      item(),
      applyTo(item({ id: 2 }), mark({ itemIds: [2], mark: 'snoozed', until })),
      applyTo(item({ id: 3 }), mark({ itemIds: [3], mark: 'snoozed', until })),
    ];
    const again = mark({ itemIds: [1, 2, 3], mark: 'snoozed', until: '2025-06-01T06:00:00.000Z' });
    const later = rows.map((row) => applyTo(row, again));
    const undone = marksBefore(rows, 'snoozed').reduce(
      (now, was) => now.map((row) => applyTo(row, mark({ mark: 'snoozed', ...was }))),
      later,
    );
    expect(undone).toEqual(rows);
  });

  it('gives a topic by hand with its verdict, and takes both back but not what the rules gave', () => {
    const byRules = { topic: 'unsc', score: 0.3, relevant: false, evidence: [] };
    const given = applyTo(item({ tags: [byRules] }), tag());
    expect(given.tags).toMatchObject([{ topic: 'unsc', score: 1, byHand: true }]);
    expect(given.verdicts).toMatchObject([{ topic: 'unsc', value: 'relevant', by: 'Ada' }]);
    const back = applyTo(given, tag({ on: false }));
    expect([back.tags, back.verdicts]).toEqual([[], []]);
  });

  it('settles a doubt with the decision that was the second look', () => {
    const doubted = applyTo(item(), mark({ mark: 'doubted' }));
    const decision = {
      kind: 'decide' as const,
      itemIds: [1],
      topic: null,
      value: 'relevant' as const,
      reason: null,
      by: 'Ada',
      at: '2025-04-07T10:00:00.000Z',
    };
    expect(hasMark(applyTo(doubted, decision), 'doubted')).toBe(true);
    expect(hasMark(applyTo(doubted, { ...decision, settles: true }), 'doubted')).toBe(false);
  });
});
