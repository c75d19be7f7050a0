import { readFileSync } from 'node:fs';
import { TaggableItem } from '@throughline/schema';
import { isFunctionWord, tokens } from '@throughline/text';

export interface Labelled {
  item: TaggableItem;
  labels: Record<string, unknown>;
}

/** @throws when a line is no item. */
export function readLabelled(file: string): Labelled[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const row: unknown = JSON.parse(line);
      const labels = typeof row === 'object' && row !== null && 'labels' in row ? row.labels : {};
      return { item: TaggableItem.parse(row), labels: (labels ?? {}) as Record<string, unknown> };
    });
}

/** A word in more titles than this names a subject, not an event. */
const RARE = 12;

/**
 * The entries with every story in one place, so that what comes later is about stories not seen before: in the order
 * of their dates where they have them (order 0), else of stories by chance. Items whose titles share two rare words are
 * of one story.
 */
export function byStory<T extends { item: TaggableItem }>(entries: readonly T[], order: number): T[] {
  const story = entries.map((_, i) => i);
  const root = (i: number): number => {
    const up = story[i] ?? i;
    return up === i ? i : root(up);
  };
  const titles = entries.map(({ item }) => [...new Set(tokens(item.title).map((word) => word.text))]);
  const places = new Map<string, number[]>();
  for (const [i, words] of titles.entries()) {
    for (const word of words) {
      if (word.length > 2 && !isFunctionWord(word)) places.set(word, [...(places.get(word) ?? []), i]);
    }
  }
  const shared = new Map<string, number>();
  for (const list of places.values()) {
    if (list.length > RARE) continue;
    for (const [n, a] of list.entries()) {
      for (const b of list.slice(n + 1)) {
        const pair = `${a} ${b}`;
        const times = (shared.get(pair) ?? 0) + 1;
        shared.set(pair, times);
        if (times === 2) story[root(a)] = root(b);
      }
    }
  }
  const when = (i: number) => Date.parse(entries[i]?.item.publishedAt ?? '') || 0;
  const place = (i: number) => (order === 0 ? when(root(i)) : chance(root(i), order));
  return entries
    .map((entry, i) => ({ entry, i, at: place(i), root: root(i) }))
    .sort((a, b) => a.at - b.at || a.root - b.root || a.i - b.i)
    .map(({ entry }) => entry);
}

/** A number for a story that depends on nothing but it and the order. */
function chance(story: number, order: number): number {
  let state = Math.imul(story + 1, 0x9e3779b1) ^ Math.imul(order, 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
  return (state ^ (state >>> 12)) >>> 0;
}
