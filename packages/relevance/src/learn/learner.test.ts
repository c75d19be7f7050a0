import type { LearnerState, TaggableItem } from '@throughline/schema';
import { describe, expect, it } from 'vitest';
import { compileTopics } from '../tagger.ts';
import { calibrationError } from './calibrate.ts';
import { extractFeatures } from './features.ts';
import { learn, newLearner, predict, topFeatures } from './learner.ts';
import { type SimulatedItem, simulatedTopic, simulateStream } from './simulate.ts';

const tagger = compileTopics([simulatedTopic]);

function rulesOf(item: TaggableItem) {
  const [rules] = tagger.explain(item);
  if (rules === undefined) throw new Error('the topic is at fault');
  return rules;
}

function review(state: LearnerState, entry: SimulatedItem): { state: LearnerState; score: number } {
  const rules = rulesOf(entry.item);
  const features = extractFeatures(entry.item, rules.evidence);
  const prediction = predict(state, features, rules);
  const shown = prediction.logOdds;
  return {
    state: learn(state, { features, rules, shown, relevant: entry.relevant }),
    score: prediction.score,
  };
}

function train(stream: readonly SimulatedItem[]): LearnerState {
  return stream.reduce((state, entry) => review(state, entry).state, newLearner('sim', 'v1'));
}

function f1(state: LearnerState, stream: readonly SimulatedItem[]): number {
  let right = 0;
  let said = 0;
  let wanted = 0;
  for (const { item, relevant } of stream) {
    const rules = rulesOf(item);
    const said1 = predict(state, extractFeatures(item, rules.evidence), rules).relevant;
    right += said1 && relevant ? 1 : 0;
    said += said1 ? 1 : 0;
    wanted += relevant ? 1 : 0;
  }
  return (2 * right) / (said + wanted);
}

describe('learning from 300 verdicts, on stories not seen before', () => {
  const seeds = [1, 2, 3, 4, 5];

  it.each(seeds)('gains where verdicts show a pattern (stream %i)', (seed) => {
    const stream = simulateStream({ seed, stories: 400, pattern: true });
    const [past, future] = [stream.slice(0, 300), stream.slice(300)];
    const before = f1(newLearner('sim', 'v1'), future);
    expect(f1(train(past), future)).toBeGreaterThan(before + 0.02);
  });

  it.each(seeds)('never loses more than 0.01 where there is none (stream %i)', (seed) => {
    const stream = simulateStream({ seed, stories: 400, pattern: false });
    const [past, future] = [stream.slice(0, 300), stream.slice(300)];
    const before = f1(newLearner('sim', 'v1'), future);
    expect(f1(train(past), future)).toBeGreaterThanOrEqual(before - 0.01);
  });

  it.each(seeds)('is calibrated on predictions made before the verdict (stream %i)', (seed) => {
    const stream = simulateStream({ seed, stories: 700, pattern: true });
    let state = newLearner('sim', 'v1');
    const pairs: [number, 0 | 1][] = [];
    for (const [i, entry] of stream.entries()) {
      const seen = review(state, entry);
      if (i >= 150) pairs.push([seen.score, entry.relevant ? 1 : 0]);
      state = seen.state;
    }
    expect(calibrationError(pairs)).toBeLessThanOrEqual(0.05);
  });
});

describe('a curator who reviews by score', () => {
  it('has found 95% of what is relevant after reading 15% of 10,000 items', () => {
    const stream = simulateStream({ seed: 6, stories: 7000, pattern: true, onTopic: 0.08 }).slice(0, 10_000);
    const learned = train(simulateStream({ seed: 7, stories: 400, pattern: true }).slice(0, 300));
    const ranked = stream
      .map(({ item, relevant }) => {
        const rules = rulesOf(item);
        return { relevant, score: predict(learned, extractFeatures(item, rules.evidence), rules).score };
      })
      .sort((a, b) => b.score - a.score);
    const wanted = Math.ceil(0.95 * ranked.filter((entry) => entry.relevant).length);
    let found = 0;
    const read = ranked.findIndex((entry) => entry.relevant && ++found === wanted) + 1;
    expect(stream).toHaveLength(10_000);
    expect(wanted).toBeGreaterThan(100);
    expect(1 - read / stream.length - 0.05).toBeGreaterThanOrEqual(0.8);
  });
});

describe('a learner', () => {
  const [first] = simulateStream({ seed: 9, stories: 1, pattern: true });
  if (first === undefined) throw new Error('the stream is empty');
  const rules = rulesOf(first.item);
  const features = extractFeatures(first.item, rules.evidence);

  it('changes nothing without verdicts', () => {
    const prediction = predict(newLearner('sim', 'v1'), features, rules);
    expect(prediction.logOdds).toBe(rules.logOdds);
    expect(prediction.learned).toMatchObject({ correction: 0, bound: 0, features: [] });
  });

  it('is bounded by the rarer kind of verdict', () => {
    let state = newLearner('sim', 'v1');
    for (let i = 0; i < 200; i++) state = learn(state, { features, rules, shown: null, relevant: false });
    expect(predict(state, features, rules).learned).toMatchObject({ bound: 0, correction: -0 });
    state = learn(state, { features, rules, shown: null, relevant: true });
    expect(predict(state, features, rules).learned.bound).toBeCloseTo((4 * 2) / 52, 3);
  });

  it('never makes relevant what no rule has found', () => {
    const state = train(simulateStream({ seed: 3, stories: 300, pattern: true }));
    const item = { title: 'Nothing of the kind' };
    expect(predict(state, extractFeatures(item), rulesOf(item))).toMatchObject({ score: 0, relevant: false });
  });

  it('does not touch the state it was given', () => {
    const state = newLearner('sim', 'v1');
    const copy = structuredClone(state);
    learn(state, { features, rules, shown: 0.4, relevant: true });
    expect(state).toEqual(copy);
  });

  it('shows what it has learned', () => {
    const state = train(simulateStream({ seed: 4, stories: 400, pattern: true }));
    const names = topFeatures(state, 10).map((feature) => feature.name);
    expect(names.some((name) => name.includes('league'))).toBe(true);
  });

  it.each(['constructor', 'toString', 'hasOwnProperty', '__proto__', 'valueOf'])(
    'takes "%s" for a word',
    (word) => {
      const words = new Map([[word, 1]]);
      let state = newLearner('sim', 'v1');
      for (let i = 0; i < 40; i++)
        state = learn(state, { features: words, rules, shown: null, relevant: i % 4 > 0 });
      // As it comes back from the database.
      state = JSON.parse(JSON.stringify(state));
      expect(Object.entries(state.weights)).toEqual([[word, expect.any(Number)]]);
      expect(predict(state, words, rules).learned.features).toEqual([
        { name: word, added: expect.any(Number) },
      ]);
      expect(predict(newLearner('sim', 'v1'), words, rules).logOdds).toBe(rules.logOdds);
    },
  );

  it('goes by a threshold that was set, until verdicts have proven it wrong', () => {
    const at = (relevant: number) => ({
      ...rules,
      logOdds: 0,
      thresholds: { ...rules.thresholds, relevant },
    });
    const isRelevant = (state: LearnerState, threshold: number) =>
      predict(state, new Map(), at(threshold)).relevant;
    const none = new Map<string, number>();
    let state = newLearner('sim', 'v1');
    // By chance alone: nothing speaks against the threshold.
    for (let i = 0; i < 50; i++)
      state = learn(state, {
        features: none,
        rules: at(0.5),
        shown: i % 5 > 2 ? 0.5 : -0.5,
        relevant: i % 5 > 2,
      });
    expect(state.cut).toBeNull();
    expect([0.4, 0.6].map((threshold) => isRelevant(state, threshold))).toEqual([true, false]);
    // All that is just below 0.9 is relevant.
    for (let i = 0; i < 50; i++)
      state = learn(state, { features: none, rules: at(0.9), shown: 0, relevant: true });
    expect(state.cut).toMatchObject({ threshold: 0.9 });
    expect([0.9, 0.8].map((threshold) => isRelevant(state, threshold))).toEqual([true, false]);
  });

  it('keeps its state within bounds', () => {
    const weights = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`word${i}`, i / 20_000]));
    const full: LearnerState = {
      ...newLearner('sim', 'v1'),
      weights,
      log: Array.from({ length: 500 }, (): [number, 1] => [1, 1]),
    };
    const state = learn(full, { features, rules, shown: 2, relevant: false });
    expect(Object.keys(state.weights).length).toBeLessThanOrEqual(20_000);
    expect(state.weights.word19999).toBeDefined();
    expect(state.weights.word1).toBeUndefined();
    expect(state.log).toHaveLength(500);
  });
});
