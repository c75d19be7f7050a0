import { expect, test } from 'vitest';
import { Clusterer } from './clusterer.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 0, 5, hour)).toISOString();
const wire = [
  'Flood in Larkana district displaces 4,000 families',
  'Central bank of Norway holds its key rate at 4 percent',
  'Larkana flood: thousands of families displaced',
  'Norway central bank leaves key rate unchanged',
  'Actor wins festival prize in Locarno',
  'Families displaced by Larkana flood wait for tents',
].map((title, i) => ({ id: `i${i}`, title, publishedAt: at(i) }));

function stories(items: { id: string; title: string; publishedAt: string }[]): string[][] {
  const clusterer = new Clusterer();
  for (const item of items) clusterer.add(item);
  clusterer.maintain();
  const groups = new Map<string, string[]>();
  for (const { id } of items) {
    const story = clusterer.storyOf(id) ?? '';
    groups.set(story, [...(groups.get(story) ?? []), id]);
  }
  return [...groups.values()].map((group) => group.sort()).sort();
}

test('reports of one event share a story, others do not', () => {
  expect(stories(wire)).toEqual([['i0', 'i2', 'i5'], ['i1', 'i3'], ['i4']]);
});

test('the order of arrival does not matter for clear events', () => {
  expect(stories([...wire].reverse())).toEqual(stories(wire));
});

test('a report weeks later begins its own story, and the old one is closed', () => {
  const clusterer = new Clusterer();
  for (const item of wire) clusterer.add(item);
  for (let day = 1; day < 40; day++)
    clusterer.add({
      id: `d${day}`,
      title: `Unrelated note number ${day} zz${day}`,
      publishedAt: at(day * 24),
    });
  const late = clusterer.add({ id: 'late', title: wire[0]?.title ?? '', publishedAt: at(40 * 24) });
  clusterer.maintain();
  expect(late.story).toBe('late');
  expect(clusterer.storyOf('i0')).toBeNull();
});

test('items without words stay apart', () => {
  const empty = ['', '   ', 'the of and'].map((title, i) => ({ id: `e${i}`, title, publishedAt: at(0) }));
  expect(stories(empty)).toHaveLength(3);
});
