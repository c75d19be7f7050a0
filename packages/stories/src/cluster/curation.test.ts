import type { StoryConstraint, StoryEvent } from '@throughline/schema';
import { expect, test } from 'vitest';
import { Clusterer } from './clusterer.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 0, 5, hour)).toISOString();
const flood = [
  'Flood in Larkana displaces families',
  'Larkana flood displaces thousands',
  'Flood in Larkana: families wait',
];
const items = [...flood, 'Norway holds key rate', 'Norway central bank holds key rate'].map((title, i) => ({
  id: `i${i}`,
  title,
  publishedAt: at(i),
}));

function desk(events: StoryEvent[] = []) {
  const clusterer = new Clusterer({ onEvent: (event) => events.push(event) });
  for (const item of items) clusterer.add(item);
  clusterer.regroup();
  return clusterer;
}
const together = (clusterer: Clusterer, a: string, b: string) =>
  clusterer.storyOf(a) === clusterer.storyOf(b);

test('a split is obeyed at once and by every later grouping, until it is undone', () => {
  const clusterer = desk();
  const apart: StoryConstraint = { kind: 'cannot-link', a: 'i0', b: 'i2' };
  expect(together(clusterer, 'i0', 'i2')).toBe(true);
  clusterer.constrain(apart);
  expect(together(clusterer, 'i0', 'i2')).toBe(false);
  clusterer.add({ id: 'i9', title: 'Larkana flood families displaced', publishedAt: at(6) });
  clusterer.regroup();
  expect(together(clusterer, 'i0', 'i2')).toBe(false);
  clusterer.release(apart);
  clusterer.regroup();
  expect(together(clusterer, 'i0', 'i2')).toBe(true);
});

test('a merge of unlike stories is obeyed, and told as an event', () => {
  const events: StoryEvent[] = [];
  const clusterer = desk(events);
  clusterer.constrain({ kind: 'must-link', a: 'i0', b: 'i3' });
  clusterer.regroup();
  expect(together(clusterer, 'i1', 'i4')).toBe(true);
  expect(clusterer.storyOf('i4')).toBe('i0');
  expect(events).toContainEqual(expect.objectContaining({ kind: 'merged', into: 'i0', from: 'i3' }));
});

test('a name goes with its item', () => {
  const clusterer = desk();
  clusterer.constrain({ kind: 'rename', item: 'i1', headline: 'The Larkana flood' });
  expect(clusterer.nameOf('i0')).toBe('The Larkana flood');
  expect(clusterer.nameOf('i3')).toBeNull();
});

test('a copy goes with its original even where its headline would not', () => {
  const clusterer = desk();
  const text =
    'Families in Larkana waited for tents on Tuesday after the river broke its bank at the old mill. '.repeat(
      4,
    );
  clusterer.add({
    id: 'o',
    title: 'Flood in Larkana: families wait for tents',
    text,
    publishedAt: at(6),
    publisher: 'A',
  });
  const copy = clusterer.add({
    id: 'c',
    title: 'Norway holds key rate',
    text,
    publishedAt: at(7),
    publisher: 'B',
  });
  expect(copy).toMatchObject({ story: 'i0', duplicateOf: 'o', relation: 'duplicate' });
});

test('restoring what was stored gives the same stories and goes on', () => {
  const before = desk();
  const after = new Clusterer();
  for (const item of items) after.restore(item, before.storyOf(item.id) ?? '');
  for (const item of items) expect(after.storyOf(item.id)).toBe(before.storyOf(item.id));
  expect(after.add({ id: 'n', title: 'Larkana flood: families displaced', publishedAt: at(8) }).story).toBe(
    'i0',
  );
});
