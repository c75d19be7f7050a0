import { expect, it } from 'vitest';
import { Agenda } from './agenda.ts';
import { newStory } from './story-state.ts';

const HOUR = 3_600_000;
const story = (id: string, born: number) => ({ ...newStory(id, born, { told: 0, reckoned: 0 }), born });
const due = (agenda: Agenda, hours: number) => agenda.due(hours * HOUR).map(({ id }) => id);

it('tells each story once, in the order in which they began, when the earliest hour asked for has come', () => {
  const agenda = new Agenda();
  const [a, b, c, d] = [story('a', 0), story('b', 1), story('c', 2), story('d', 3)];
  agenda.put(b, 5.5 * HOUR);
  agenda.put(a, 4.2 * HOUR);
  agenda.put(c, 9 * HOUR);
  agenda.put(c, 3 * HOUR);
  agenda.put(c, 7 * HOUR);
  agenda.put(d, 4 * HOUR);
  d.closed = true;
  expect(due(agenda, 2.9)).toEqual([]);
  expect(due(agenda, 5.1)).toEqual(['a', 'b', 'c']);
  expect(due(agenda, 100)).toEqual([]);
  agenda.put(c, 8 * HOUR);
  expect(due(agenda, 8)).toEqual(['c']);
});
