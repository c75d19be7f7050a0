import { expect, test } from 'vitest';
import { storyPhase, timeline } from './timeline.ts';

test('reports in order of time, with what each was the first to bring', () => {
  const told = timeline([
    { id: 'b', title: 'Toll rises to 19', publisher: 'BBC News', publishedAt: '2026-01-05T12:00:00+05:00' },
    { id: 'x', title: 'No date, 19 dead', publisher: 'Gazette' },
    { id: 'a', title: 'Blast kills 12', publisher: 'BBC News - World', publishedAt: '2026-01-05T06:00:00Z' },
  ]);
  expect(told.map(({ item, newFigures, firstOfPublisher }) => [item, newFigures, firstOfPublisher])).toEqual([
    ['a', ['12'], true],
    ['b', ['19'], false],
    ['x', [], true],
  ]);
  expect(told.map(({ at }) => at)).toEqual(['2026-01-05T06:00:00.000Z', '2026-01-05T07:00:00.000Z', null]);
});

test('a story is quiet a day after its last report', () => {
  const last = Date.UTC(2026, 0, 5);
  expect(storyPhase(last, last + 23 * 3_600_000)).toBe('developing');
  expect(storyPhase(last, last + 24 * 3_600_000)).toBe('quiet');
});
