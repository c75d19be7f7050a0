import { expect, test } from 'vitest';
import { TrialCounts, Vocabulary } from './vocabulary.ts';

test('counts the stories of a term, be they few or many, and forgets a term that none holds', () => {
  const vocabulary = new Vocabulary();
  const [rare, common] = [vocabulary.number('zarand'), vocabulary.number('said')];
  vocabulary.enter(rare);
  for (let stories = 1; stories <= 300; stories++) {
    vocabulary.enter(common);
    expect(vocabulary.stories(common)).toBe(stories);
  }
  for (let stories = 299; stories > 0; stories--) {
    vocabulary.leave(common);
    expect(vocabulary.stories(common)).toBe(stories);
  }
  for (let again = 2; again <= 257; again++) vocabulary.enter(common);
  expect(vocabulary.stories(common)).toBe(257);
  for (let left = 256; left >= 0; left--) vocabulary.leave(common);
  expect(vocabulary.size).toBe(1);
  expect(vocabulary.stories(rare)).toBe(1);
  expect(vocabulary.number('bridge')).toBe(common);
  expect(vocabulary.stories(common)).toBe(0);
});

test('a term of more stories weighs less, on both sides of where counts are kept apart', () => {
  const vocabulary = new Vocabulary();
  const term = vocabulary.number('quake');
  let before = Number.POSITIVE_INFINITY;
  for (let stories = 1; stories <= 260; stories++) {
    vocabulary.enter(term);
    const weight = vocabulary.weight(term);
    expect(weight).toBeLessThan(before);
    before = weight;
  }
});

test('a trial counts apart from the vocabulary whose weights it uses', () => {
  const vocabulary = new Vocabulary();
  const term = vocabulary.number('quake');
  vocabulary.enter(term);
  const trial = new TrialCounts(vocabulary);
  for (let i = 0; i < 5000; i++) trial.enter(i);
  trial.enter(term);
  expect(trial.stories(term)).toBe(2);
  expect(trial.stories(4999)).toBe(1);
  expect(vocabulary.stories(term)).toBe(1);
  expect(trial.weight(term)).toBe(vocabulary.weight(term));
});
