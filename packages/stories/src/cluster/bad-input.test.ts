import { expect, test } from 'vitest';
import { Clusterer } from './clusterer.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 5, 0, minute)).toISOString();
const words = [
  'harbour',
  'wheat',
  'tribunal',
  'glacier',
  'ferry',
  'orchard',
  'comet',
  'pension',
  'violin',
  'turbine',
];
const varied = (n: number) =>
  `${words[n % 10]} ${words[(n * 7 + 3) % 10]} item${Math.floor(n / 3)} ${words[(n * 3 + 1) % 10]} place${n % 97}`;

test('10,000 identical items are one story of copies', () => {
  const clusterer = new Clusterer();
  const placed = Array.from({ length: 10_000 }, (_, i) =>
    clusterer.add({ id: `i${i}`, title: 'Storm nears the northern harbour', publishedAt: at(i / 60) }),
  );
  expect(new Set(placed.map((p) => p.story))).toEqual(new Set(['i0']));
  expect(placed.slice(1).every((p) => p.duplicateOf === 'i0')).toBe(true);
  expect(clusterer.size.prints).toBe(1);
});

test('items of 1970 and 2099 among others neither close nor outlive stories', () => {
  const clusterer = new Clusterer();
  const dates = ['1970-01-01T00:00:00Z', '2099-12-31T00:00:00Z', 'soon', null];
  for (let i = 0; i < 400; i++)
    clusterer.add({ id: `i${i}`, title: varied(i), publishedAt: i % 7 === 3 ? dates[i % 4] : at(i) });
  clusterer.regroup();
  expect(clusterer.storyOf('i0')).not.toBeNull();
  for (let i = 0; i < 400; i++)
    clusterer.add({
      id: `l${i}`,
      title: varied(i),
      publishedAt: new Date(Date.UTC(2026, 2, 5, 0, i)).toISOString(),
    });
  clusterer.maintain();
  expect(Array.from({ length: 400 }, (_, i) => clusterer.storyOf(`i${i}`)).filter(Boolean)).toEqual([]);
});

test('a source that publishes its archive again adds no story', () => {
  const clusterer = new Clusterer();
  const archive = Array.from({ length: 300 }, (_, i) => ({
    title: varied(i),
    url: `https://example.org/${i}`,
    publishedAt: at(i),
  }));
  for (const [i, item] of archive.entries()) clusterer.add({ id: `a${i}`, ...item });
  const before = clusterer.size.stories;
  const again = archive.map((item, i) => clusterer.add({ id: `b${i}`, ...item }));
  expect(clusterer.size.stories).toBeLessThanOrEqual(before);
  expect(again.every((placed) => placed.duplicateOf !== null)).toBe(true);
});

test('memory is bounded by the window and by the number of items, at one time and one story as well', () => {
  const clusterer = new Clusterer({ windowHours: 24, mostItems: 50, regroupItems: 100, regroupEvery: 200 });
  for (let i = 0; i < 3000; i++)
    clusterer.add({
      id: `i${i}`,
      title: `alone${i} single${i} lone${i} ${words[i % 10]}`,
      publishedAt: at(i * 10),
    });
  clusterer.maintain();
  expect(clusterer.size.items).toBeLessThanOrEqual(50);
  expect(clusterer.size.terms).toBeLessThan(1200);
  expect(clusterer.size.prints).toBeLessThan(400);
  for (let i = 0; i < 300; i++) clusterer.add({ id: `n${i}`, title: varied(i), publishedAt: at(30_000) });
  for (let i = 0; i < 300; i++) clusterer.add({ id: `s${i}`, title: varied(7), publishedAt: at(30_000 + i) });
  clusterer.maintain();
  expect(clusterer.size.items).toBeLessThanOrEqual(50);
});

test('of too many items the oldest are let go, and the whole window is kept again once they are fewer', () => {
  const clusterer = new Clusterer({ windowHours: 48, mostItems: 300, regroupEvery: 500 });
  const add = (id: string, minute: number) =>
    clusterer.add({ id, title: `alone${id} single${id} lone${id}`, publishedAt: at(minute) });
  for (let i = 0; i < 1000; i++) add(`f${i}`, i * 2);
  clusterer.maintain();
  expect(clusterer.size.items).toBeLessThanOrEqual(300);
  expect(clusterer.size.items).toBeGreaterThan(200);
  expect(clusterer.storyOf('f999')).not.toBeNull();
  expect(clusterer.storyOf('f600')).toBeNull();
  for (let i = 0; i < 400; i++) add(`c${i}`, 2000 + i * 30);
  for (let i = 0; i < 50; i++) clusterer.maintain();
  for (let i = 400; i < 500; i++) add(`c${i}`, 2000 + i * 30);
  clusterer.maintain();
  // Two an hour for 48 hours before now, which is the middle of the latest 31.
  expect(clusterer.size.items).toBeGreaterThan(96);
  expect(clusterer.size.items).toBeLessThan(120);
});

test('a story that never ends forgets its beginning', () => {
  const clusterer = new Clusterer({ windowHours: 24 });
  for (let i = 0; i < 3000; i++)
    clusterer.add({ id: `i${i}`, title: `Harbour ferry strike talks note${i}`, publishedAt: at(i * 10) });
  clusterer.maintain();
  expect(clusterer.size.stories).toBe(1);
  expect(clusterer.size.items).toBeLessThan(400);
  expect(clusterer.size.terms).toBeLessThan(500);
});

test('any text is taken: unknown scripts, lone surrogates, very long words', () => {
  const clusterer = new Clusterer();
  const titles = [
    'ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ ᏗᏕᎶᏆᏍᏗ',
    '\ud800\udc00\ud800',
    'x'.repeat(50_000),
    '今日の天気は晴れ',
    '🙂🙂🙂',
    '\u0000',
  ];
  for (const [i, title] of titles.entries())
    expect(clusterer.add({ id: `i${i}`, title, text: title, publishedAt: at(i) }).story).toBe(`i${i}`);
});

test('the same calls give the same answers', () => {
  const run = () => {
    const clusterer = new Clusterer();
    const items = Array.from({ length: 700 }, (_, i) => ({
      id: `i${i}`,
      title: varied(i * 13),
      publishedAt: at(i),
    }));
    const placed = items.map((item) => clusterer.add(item));
    clusterer.regroup();
    return JSON.stringify([placed, items.map((item) => clusterer.storyOf(item.id))]);
  };
  expect(run()).toBe(run());
});
