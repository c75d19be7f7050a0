import type { TermVector } from './terms.ts';

/** What was learned of an editor's choices: weights of terms, and where the line lies. */
export interface Preference {
  weights: TermVector;
  bias: number;
}

const ROUNDS = 30;
const STEP = 1;
const DECAY = 1e-4;
/** Items that nobody judged are taken for unfit, but their word counts less than a person's. */
const PRESUMED_WEIGHT = 0.5;

/**
 * Logistic regression (AdaGrad) over what was accepted, what was declined, and some of the desk's other items, taken
 * for unfit. Both sides weigh the same in sum, so that 0.5 lies between them however few were accepted. The same
 * lists give the same weights.
 */
export function learnPreference(
  accepted: readonly TermVector[],
  declined: readonly TermVector[],
  presumed: readonly TermVector[],
): Preference {
  const examples = [
    ...accepted.map((vector) => ({ vector, fits: 1, weight: 1 })),
    ...declined.map((vector) => ({ vector, fits: 0, weight: 1 })),
    ...presumed.map((vector) => ({ vector, fits: 0, weight: PRESUMED_WEIGHT })),
  ];
  const total = (fits: number) =>
    examples.reduce((sum, example) => sum + (example.fits === fits ? example.weight : 0), 0);
  const share = [total(0), total(1)].map((sum) => (sum === 0 ? 0 : examples.length / (2 * sum)));
  const weights = new Map<string, number>();
  const squares = new Map<string, number>();
  let bias = 0;
  let biasSquares = 0;
  for (let round = 0; round < ROUNDS; round++)
    for (const place of order(examples.length, round)) {
      const example = examples[place];
      if (example === undefined) continue;
      const { vector, fits, weight } = example;
      const error = (probability({ weights, bias }, vector) - fits) * weight * (share[fits] ?? 0);
      biasSquares += error * error;
      bias -= (STEP * error) / Math.sqrt(biasSquares + 1e-8);
      for (const [term, value] of vector) {
        const before = weights.get(term) ?? 0;
        const slope = error * value + DECAY * before;
        const square = (squares.get(term) ?? 0) + slope * slope;
        squares.set(term, square);
        weights.set(term, before - (STEP * slope) / Math.sqrt(square + 1e-8));
      }
    }
  return { weights, bias };
}

/** How likely a text is to be accepted, 0..1. */
export function probability({ weights, bias }: Preference, vector: TermVector): number {
  let sum = bias;
  for (const [term, value] of vector) sum += value * (weights.get(term) ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/** Another order of the same places in every round, always the same ones: a step coprime to their number. */
function* order(count: number, round: number): Generator<number> {
  let step = 1 + ((round * 7919) % Math.max(1, count - 1));
  while (gcd(step, count) !== 1) step++;
  for (let i = 0, place = round % Math.max(1, count); i < count; i++, place = (place + step) % count)
    yield place;
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
