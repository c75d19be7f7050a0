import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileTopics } from '../tagger.ts';
import { starterTopics } from './index.ts';

/** Minimal pairs: a headline that is about the topic, and one that only sounds like it. */
function pairs(topic: string): string[][] {
  const file = new URL(`../../fixtures/traps/${topic}.tsv`, import.meta.url);
  const [, ...rows] = readFileSync(file, 'utf8').trim().split('\n');
  return rows.map((row) => row.split('\t'));
}

const tagger = compileTopics(starterTopics);
const isRelevant = (topic: string, title = '') =>
  tagger.tag({ title }).some((tag) => tag.topic === topic && tag.relevant);

describe.each(['isis-k', 'tariffs', 'unsc', 'climate'])('traps of %s', (topic) => {
  const all = pairs(topic);

  it('has at least 40 pairs over eight languages', () => {
    expect(all.length).toBeGreaterThanOrEqual(40);
    expect([...new Set(all.map(([language]) => language))].sort()).toEqual([
      'ar',
      'en',
      'es',
      'fa',
      'fr',
      'ps',
      'ru',
      'ur',
    ]);
  });

  it.each(all)('%s: "%s", not "%s"', (_language, relevant, not) => {
    expect([isRelevant(topic, relevant), isRelevant(topic, not)]).toEqual([true, false]);
  });
});
