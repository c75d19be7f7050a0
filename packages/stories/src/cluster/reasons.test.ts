import { expect, test } from 'vitest';
import { reasonText } from '../reason-text.ts';
import { Clusterer } from './clusterer.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 5, 10, minute)).toISOString();

test('a report says by which names, figures and words it joined, as it writes them', () => {
  const clusterer = new Clusterer();
  clusterer.add({
    id: 'a',
    title: 'Court in Virginia hears Sharifullah over bombing, 29% of families attend',
    publishedAt: at(0),
  });
  for (const [i, title] of ['Rains flood the valley', 'Bank holds its rate', 'Actor wins prize'].entries())
    clusterer.add({ id: `other${i}`, title, publishedAt: at(i + 1) });
  const { reasons, story } = clusterer.add({
    id: 'b',
    title: 'Only 29% of families came as the court heard Sharifullah',
    publishedAt: at(5),
  });
  expect(story).toBe('a');
  expect(reasons).toEqual([
    { kind: 'same', names: ['Sharifullah'], figures: ['29%'] },
    { kind: 'words', words: expect.arrayContaining(['families']) },
    { kind: 'likeness', value: expect.any(Number) },
  ]);
  const said = reasons.map(reasonText);
  expect(said[0]).toBe('same name and figure (Sharifullah, 29%)');
  expect(said[1]).toMatch(/^same words \(.*families/);
  expect(said[2]).toMatch(/^likeness 0\.\d\d$/);
});
