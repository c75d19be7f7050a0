import { type Estimate, wilson } from './estimate.ts';

/** p = sigmoid(alpha * z + beta). */
export interface Calibration {
  alpha: number;
  beta: number;
}

const UNCALIBRATED: Calibration = { alpha: 1, beta: 0 };

/** How sure we are beforehand that the scores are right as they are. */
const ALPHA_DEVIATION = 0.5;
const BETA_DEVIATION = 1;
const STEPS = 25;

/** A pair of log-odds as shown, and the verdict that came after (1 relevant, 0 not). */
export type Logged = readonly [z: number, y: 0 | 1];

/** Calibrated probability. Far scores are drawn in first: one wrong verdict at z = 12 would outweigh fifty at z = 1. */
export function calibrated(z: number, { alpha, beta }: Calibration): number {
  return 1 / (1 + Math.exp(-(alpha * drawnIn(z) + beta)));
}

function drawnIn(z: number): number {
  return 5 * Math.tanh(z / 5);
}

/**
 * Fits alpha and beta by Newton's method to predictions that were logged before their verdicts (Platt's sigmoid),
 * with a prior at "right as they are": with few verdicts next to nothing moves. Predictions on a held-back part of
 * the same stories would flatter; only those made beforehand are honest.
 */
export function fitCalibration(log: readonly Logged[]): Calibration {
  const points = log.map(([z, y]) => [drawnIn(z), y] as const);
  let now = UNCALIBRATED;
  let cost = costOf(points, now);
  for (let step = 0; step < STEPS; step++) {
    const move = newtonMove(points, now);
    // Newton's step may shoot past the minimum of a sigmoid: halve it until it helps.
    let better: Calibration | null = null;
    for (let scale = 1; scale > 1e-3 && better === null; scale /= 2) {
      const next = { alpha: now.alpha - scale * move.alpha, beta: now.beta - scale * move.beta };
      if (costOf(points, next) < cost) better = next;
    }
    if (better === null) break;
    now = better;
    cost = costOf(points, now);
  }
  // Higher scores must stay higher, or the order of the queue would turn over.
  return { alpha: Math.min(3, Math.max(0.2, now.alpha)), beta: Math.min(3, Math.max(-3, now.beta)) };
}

function costOf(points: readonly Logged[], { alpha, beta }: Calibration): number {
  const prior = (alpha - 1) ** 2 / (2 * ALPHA_DEVIATION ** 2) + beta ** 2 / (2 * BETA_DEVIATION ** 2);
  return points.reduce((sum, [z, y]) => {
    const x = alpha * z + beta;
    return sum + Math.log1p(Math.exp(y === 1 ? -x : x));
  }, prior);
}

function newtonMove(points: readonly Logged[], { alpha, beta }: Calibration): Calibration {
  let gradA = (alpha - 1) / ALPHA_DEVIATION ** 2;
  let gradB = beta / BETA_DEVIATION ** 2;
  let aa = 1 / ALPHA_DEVIATION ** 2;
  let bb = 1 / BETA_DEVIATION ** 2;
  let ab = 0;
  for (const [z, y] of points) {
    const p = 1 / (1 + Math.exp(-(alpha * z + beta)));
    const curve = p * (1 - p);
    gradA += (p - y) * z;
    gradB += p - y;
    aa += curve * z * z;
    bb += curve;
    ab += curve * z;
  }
  const determinant = aa * bb - ab * ab;
  return { alpha: (bb * gradA - ab * gradB) / determinant, beta: (aa * gradB - ab * gradA) / determinant };
}

/** Between these shares of relevant items a band of scores is left where it is: F1 cannot tell it apart from chance. */
const SURELY_RELEVANT = 0.5;
const SURELY_NOT = 0.4;

/**
 * Where, in log-odds, an item counts as relevant. The cut moves from `usual` only over a band of scores whose verdicts
 * prove it: below it when the band is mostly relevant, above it when it is mostly not, both beyond a 90% interval.
 * @returns null when nothing is proven.
 */
export function learnedCut(log: readonly Logged[], usual: number): number | null {
  const below = log.filter(([z]) => z < usual).sort(([a], [b]) => b - a);
  const above = log.filter(([z]) => z >= usual).sort(([a], [b]) => a - b);
  const lower = furthest(below, (band) => band.low > SURELY_RELEVANT);
  if (lower !== null) return lower;
  const higher = furthest(above, (band) => band.high < SURELY_NOT);
  return higher === null ? null : higher + 1e-6;
}

function furthest(outward: readonly Logged[], proven: (band: Estimate) => boolean): number | null {
  let relevant = 0;
  let last: number | null = null;
  for (const [i, [z, y]] of outward.entries()) {
    relevant += y;
    if (proven(wilson(relevant, i + 1))) last = z;
  }
  return last;
}

/** Expected calibration error in ten bins: the mean distance of prediction and outcome, 0 is perfect. */
export function calibrationError(pairs: readonly (readonly [p: number, y: 0 | 1])[]): number {
  const bins = Array.from({ length: 10 }, () => ({ p: 0, y: 0 }));
  for (const [p, y] of pairs) {
    const bin = bins[Math.min(9, Math.floor(p * 10))];
    if (bin === undefined) continue;
    bin.p += p;
    bin.y += y;
  }
  return bins.reduce((sum, bin) => sum + Math.abs(bin.p - bin.y), 0) / Math.max(1, pairs.length);
}
