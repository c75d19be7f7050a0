import type { LearnerState, TagExplanation } from '@throughline/schema';
import { sigmoid } from '../score/weigh.ts';
import { calibrated, fitCalibration, type Logged, learnedCut } from './calibrate.ts';
import type { Features } from './features.ts';

/** Log-odds that no number of verdicts can exceed. */
const LARGEST = 4;
/** At so many verdicts (of the rarer kind, twice) half of it is allowed. */
const HALFWAY = 50;
const RATE = 0.8;
const DECAY = 1e-4;
const LARGEST_SOURCE = 0.5;
/** How fast old evidence for the correction fades: half of it within some 140 verdicts. */
const MEMORY = 0.995;
/** Nats of advantage over the rules alone before the correction counts in full. */
const PROOF = 4;
const MAX_WEIGHTS = 20_000;
const LOG_LENGTH = 500;
const REFIT_EVERY = 50;

/** What a topic says of an item after learning. */
export interface Prediction {
  /** 0..1, calibrated. */
  score: number;
  /** By the topic's threshold, moved only as far as verdicts prove that it must. */
  relevant: boolean;
  /** Log-odds shown: rules plus correction. To be logged with the tag, and handed back with the verdict. */
  logOdds: number;
  learned: NonNullable<TagExplanation['learned']>;
}

/** What the rules say of an item, as `explain` gives it. */
export type Rules = Pick<TagExplanation, 'logOdds' | 'score' | 'thresholds'>;

/** Nothing learned yet; also how learning is reset. */
export function newLearner(topic: string, ruleVersion: string): LearnerState {
  return {
    topic,
    ruleVersion,
    relevant: 0,
    notRelevant: 0,
    weights: {},
    advantage: 0,
    alpha: 1,
    beta: 0,
    cut: null,
    log: [],
  };
}

/**
 * Scores with what was learned. Rules stay the prior: the correction is bounded by the number of verdicts
 * (4n/(n+50), n twice the rarer kind) and counts only as far as it has predicted better than the rules alone.
 *
 * @param rules log-odds by the rules, and whether anything spoke for the topic: without a hit the score stays 0.
 */
export function predict(state: LearnerState, features: Features, rules: Rules): Prediction {
  const bound = boundOf(state);
  const correction = clip(sumOf(weightIn(state), features), bound) * trustOf(state);
  const logOdds = rules.logOdds + correction;
  return {
    score: rules.score === 0 ? 0 : calibrated(logOdds, state),
    relevant: rules.score > 0 && logOdds >= cutOf(state, rules.thresholds.relevant),
    logOdds,
    learned: {
      model: `${state.ruleVersion}+${state.relevant + state.notRelevant}`,
      correction: round(correction),
      bound: round(bound),
      features: strongest(state, features),
    },
  };
}

/** A verdict with what was known when it was given. */
export interface Lesson {
  features: Features;
  rules: Rules;
  /** The log-odds that were shown before it: calibration learns from nothing else. null: no score was shown. */
  shown: number | null;
  relevant: boolean;
}

/** Takes one verdict in. Gives a new state, the old one stays as it was. */
export function learn(state: LearnerState, lesson: Lesson): LearnerState {
  return learnAll(state, [lesson]);
}

/** Takes verdicts in, in the order in which they were given. */
export function learnAll(state: LearnerState, lessons: Iterable<Lesson>): LearnerState {
  const { weights, ...rest } = state;
  // Not the plain object itself: "constructor" is a word like any other, and each lesson would copy all of it.
  let now: Taught = { ...rest, weights: new Map(Object.entries(weights)) };
  for (const lesson of lessons) now = taught(now, lesson);
  return { ...now, weights: Object.fromEntries(now.weights) };
}

type Taught = Omit<LearnerState, 'weights'> & { weights: Map<string, number> };

function taught(state: Taught, { features, rules, shown, relevant }: Lesson): Taught {
  const y = relevant ? 1 : 0;
  const weightOf = (name: string) => state.weights.get(name) ?? 0;
  const candidate = rules.logOdds + clip(sumOf(weightOf, features), boundOf(state));
  const error = y - sigmoid(candidate);
  for (const [name, value] of features) {
    const largest = name.startsWith('source ') ? LARGEST_SOURCE : LARGEST;
    state.weights.set(name, clip(weightOf(name) * (1 - DECAY) + RATE * error * value, largest));
  }
  const gain = logLoss(rules.logOdds, y) - logLoss(candidate, y);
  const log =
    shown === null ? state.log : [...state.log, [shown, y] satisfies [number, 0 | 1]].slice(-LOG_LENGTH);
  const verdicts = state.relevant + state.notRelevant + 1;
  const refit =
    verdicts % REFIT_EVERY === 0
      ? { ...fitCalibration(log), cut: provenCut(log, rules.thresholds.relevant) }
      : {};
  return {
    ...state,
    ...refit,
    relevant: state.relevant + y,
    notRelevant: state.notRelevant + 1 - y,
    weights: pruned(state.weights),
    advantage: state.advantage * MEMORY + gain,
    log,
  };
}

/** The features that speak most for and against, over all verdicts so far. */
export function topFeatures(state: LearnerState, count = 10): { name: string; weight: number }[] {
  return Object.entries(state.weights)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, count)
    .map(([name, weight]) => ({ name, weight: round(weight) }));
}

function provenCut(log: readonly Logged[], threshold: number): LearnerState['cut'] {
  const at = learnedCut(log, logit(threshold));
  return at === null ? null : { threshold, at };
}

/** What was proven of another threshold says nothing of the one that a person has set since. */
function cutOf({ cut }: LearnerState, threshold: number): number {
  return cut?.threshold === threshold ? cut.at : logit(threshold);
}

function logit(p: number): number {
  return Math.log(p / (1 - p));
}

function boundOf({ relevant, notRelevant }: Pick<LearnerState, 'relevant' | 'notRelevant'>): number {
  const n = 2 * Math.min(relevant, notRelevant);
  return (LARGEST * n) / (n + HALFWAY);
}

function trustOf(state: LearnerState): number {
  return Math.min(1, Math.max(0, state.advantage / PROOF));
}

const weightIn =
  ({ weights }: LearnerState) =>
  (name: string): number =>
    Object.hasOwn(weights, name) ? (weights[name] ?? 0) : 0;

function sumOf(weightOf: (name: string) => number, features: Features): number {
  let sum = 0;
  for (const [name, value] of features) sum += weightOf(name) * value;
  return sum;
}

function strongest(state: LearnerState, features: Features): { name: string; added: number }[] {
  const weightOf = weightIn(state);
  const added = [...features].map(([name, value]) => ({ name, added: round(weightOf(name) * value) }));
  return added
    .filter((feature) => feature.added !== 0)
    .sort((a, b) => Math.abs(b.added) - Math.abs(a.added))
    .slice(0, 5);
}

function pruned(weights: Map<string, number>): Map<string, number> {
  if (weights.size <= MAX_WEIGHTS) return weights;
  const largest = [...weights].sort(([, a], [, b]) => Math.abs(b) - Math.abs(a));
  return new Map(largest.slice(0, MAX_WEIGHTS / 2));
}

function logLoss(z: number, y: 0 | 1): number {
  return Math.log1p(Math.exp(y === 1 ? -z : z));
}

function clip(value: number, bound: number): number {
  return Math.min(bound, Math.max(-bound, value));
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
