import { sampleItems } from '@throughline/sample-wire';
import { expect, test } from 'vitest';
import { Clusterer } from './clusterer.ts';
import type { StoryItem } from './item.ts';

/** Items grouped in one transaction by the worker. */
const BATCH = 200;

const items: StoryItem[] = sampleItems.map(({ key, source, language, revisions }) => {
  const { at, title, paragraphs } = revisions[0];
  return { id: key, title, text: paragraphs.join('\n\n'), publishedAt: at, language, publisher: source };
});
const byTime = (a: StoryItem, b: StoryItem) =>
  Date.parse(a.publishedAt ?? '') - Date.parse(b.publishedAt ?? '');

function grouped(batches: readonly StoryItem[][]): Map<string, string> {
  const clusterer = new Clusterer({ windowHours: 14 * 24 });
  const last = new Map<string, string>();
  for (const batch of batches) {
    for (const item of batch) last.set(item.id, clusterer.add(item).story);
    for (const id of last.keys()) {
      const story = clusterer.storyOf(id);
      // A closed story keeps the name that was stored last.
      if (story !== null) last.set(id, story);
    }
  }
  return last;
}

/** BCubed F1 of two groupings of the same items, 0..1. */
function agreement(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): number {
  const ids = [...a.keys()];
  const share = (of: ReadonlyMap<string, string>, by: ReadonlyMap<string, string>) => {
    let sum = 0;
    for (const id of ids) {
      const mates = ids.filter((other) => of.get(other) === of.get(id));
      sum += mates.filter((other) => by.get(other) === by.get(id)).length / mates.length;
    }
    return sum / ids.length;
  };
  const [precision, recall] = [share(a, b), share(b, a)];
  return (2 * precision * recall) / (precision + recall);
}

function inBatches(stored: readonly StoryItem[]): StoryItem[][] {
  return Array.from({ length: Math.ceil(stored.length / BATCH) }, (_, i) =>
    stored.slice(i * BATCH, (i + 1) * BATCH).sort(byTime),
  );
}

test('a rebuild in batches finds the stories that the stream found item by item', () => {
  const stored = [...items].sort(byTime);
  const stream = grouped(stored.map((item) => [item]));
  expect(new Set(stream.values()).size).toBeLessThan(items.length * 0.9);
  expect(agreement(stream, grouped(inBatches(stored)))).toBeGreaterThan(0.95);
});

test('sources that are read one after the other, each with months of items, tell no story of months', () => {
  const sources = [...new Set(items.map((item) => item.publisher))];
  const bySource = sources.map((source) => items.filter((item) => item.publisher === source).sort(byTime));
  const stories = grouped(bySource);
  const spans = new Map<string, { first: number; last: number }>();
  for (const item of items) {
    const time = Date.parse(item.publishedAt ?? '');
    const { first, last } = spans.get(stories.get(item.id) ?? '') ?? { first: time, last: time };
    spans.set(stories.get(item.id) ?? '', { first: Math.min(first, time), last: Math.max(last, time) });
  }
  const days = [...spans.values()].map(({ first, last }) => (last - first) / 86_400_000);
  expect(Math.max(...days)).toBeLessThan(10);
  expect(agreement(stories, grouped([[...items].sort(byTime)]))).toBeGreaterThan(0.85);
});
