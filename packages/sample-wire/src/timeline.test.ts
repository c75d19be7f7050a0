import { describe, expect, it } from 'vitest';
import { compileEntries } from './items.ts';
import { timelineOf } from './timeline.ts';

const items = compileEntries([
  { key: 'a', feed: 'meridian-world', at: '2025-04-01T10:00', title: 'A', text: 'One.' },
  {
    key: 'b',
    feed: 'meridian-world',
    at: '2025-04-02T10:00',
    title: 'B',
    text: 'Two.',
    edits: [{ at: '2025-04-05T10:00', replace: [['Two', 'Three']] }],
  },
]);
const from = new Date('2025-04-01T12:00:00Z');
const startedAt = new Date('2026-01-01T00:00:00Z');
const after = (ms: number) => new Date(startedAt.getTime() + ms);
const iso = (date: Date) => date.toISOString().slice(0, 16);

describe('trickle', () => {
  const { wireTime, clockTime } = timelineOf(items, { mode: 'trickle', startedAt, from, everyMs: 1000 });

  it('goes from one arrival or edit to the next, and stays at the last', () => {
    expect([-5, 0, 999, 1000, 2000, 9999].map((ms) => iso(wireTime(after(ms))))).toEqual([
      '2025-04-01T12:00',
      '2025-04-01T12:00',
      '2025-04-01T12:00',
      '2025-04-02T10:00',
      '2025-04-05T10:00',
      '2025-04-05T10:00',
    ]);
  });

  it('tells when the clock saw a moment', () => {
    expect(clockTime(new Date('2025-04-01T10:00:00Z'))).toEqual(after(-2 * 3_600_000));
    expect(clockTime(new Date('2025-04-02T10:00:00Z'))).toEqual(after(1000));
    expect(clockTime(new Date('2025-04-05T10:00:00Z'))).toEqual(after(2000));
  });
});

describe('speed', () => {
  const { wireTime, clockTime } = timelineOf(items, { mode: 'speed', startedAt, from, speed: 60 });

  it('runs the wire faster than the clock', () => {
    expect(iso(wireTime(after(60_000)))).toBe('2025-04-01T13:00');
    expect(clockTime(new Date('2025-04-01T13:00:00Z'))).toEqual(after(60_000));
  });
});

describe('entries', () => {
  const entry = { key: 'c', feed: 'meridian-world', at: '2025-04-01T10:00', title: 'C', text: 'Four.' };

  it('refuse an edit of words that are not there, and a copy without an original', () => {
    const edits = [{ at: '2025-04-01T11:00', replace: [['Five', 'Six'] as const] }];
    expect(() => compileEntries([{ ...entry, edits }])).toThrow('sample item c: "Five" is not in the text');
    expect(() => compileEntries([{ key: 'd', feed: 'x', at: entry.at, copyOf: 'z' }])).toThrow(
      'no original z',
    );
  });
});
