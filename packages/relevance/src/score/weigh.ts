/**
 * The numbers of the score, in one place. A concept's mass is the sum over its hits of field x position x gate; it
 * saturates as in BM25, so that the tenth "tariff" adds little; the sum over concepts is a log-odds.
 */

/** Log-odds of an item in which nothing was found. */
export const BASE = -3.2;
/** Log-odds a unit of weight is worth at full strength. */
export const SCALE = 1.6;
/** Added when two different concepts stand in title or summary: one alone may be a slip of the tongue. */
export const TOGETHER = 0.8;
/** The same for two concepts of which one stands only in the text. */
export const TOGETHER_IN_TEXT = 0.5;

const FIELD_WEIGHTS = [2, 1.5, 1] as const;
const K1 = 1.2;
const B = 0.3;
/** Words of an average item. */
const AVERAGE_LENGTH = 250;
/** A long read is not punished without end. */
const LONGEST = 4;
const DECAY_WORDS = 200;

/** What a hit counts before its gates: title 2, summary 1.5, text 1 falling to 0.5 with its place in the text. */
export function hitMass(field: number, wordsIntoField: number): number {
  const weight = FIELD_WEIGHTS[field] ?? 1;
  return field < 2 ? weight : weight * (0.5 + 0.5 * Math.exp(-wordsIntoField / DECAY_WORDS));
}

/** 0..1, from a concept's mass and the number of words of the item. */
export function strength(mass: number, words: number): number {
  const norm = K1 * (1 - B + B * Math.min(words / AVERAGE_LENGTH, LONGEST));
  return mass / (mass + norm);
}

export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}
