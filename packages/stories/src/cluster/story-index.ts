import { SparseSum } from './sparse-sum.ts';
import { alive, type Reading, type StoryState } from './story-state.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Postings shorter than this are only cleaned when they are read. */
const SWEEP_AT = 64;

/** Live stories by the terms they hold. */
export class StoryIndex {
  readonly #postings = new Map<number, StoryState[]>();
  readonly #vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** Adds the terms of a reading to a story. */
  enter(story: StoryState, reading: Reading): void {
    for (let i = 0; i < reading.terms.length; i++)
      this.#addTerm(story, reading.terms[i] ?? 0, reading.weights[i] ?? 0);
  }

  /** Moves every term of `from` into `into`. */
  absorb(into: StoryState, from: StoryState): void {
    from.sum.each((term, weight) => {
      if (into.sum.add(term, weight)) this.#postings.get(term)?.push(into);
      else this.#vocabulary.leave(term);
    });
    from.sum = new SparseSum();
  }

  /** Takes a closed story out; postings that it shares with others are cleaned when they are next read. */
  drop(story: StoryState): void {
    story.sum.each((term) => {
      this.#vocabulary.leave(term);
      if (this.#vocabulary.stories(term) === 0) this.#postings.delete(term);
    });
  }

  /** Stories that share one of the `count` heaviest terms of a reading. Terms in more than `cap` stories find none. */
  around(reading: Reading, count: number, cap: number): Set<StoryState> {
    const weighed: [number, number][] = [];
    for (let i = 0; i < reading.terms.length; i++)
      weighed.push([reading.terms[i] ?? 0, reading.weights[i] ?? 0]);
    return this.#candidates(weighed, count, cap);
  }

  /** Stories that share one of the `count` heaviest terms of a story, the story itself among them. */
  neighbours(story: StoryState, count: number, cap: number): Set<StoryState> {
    const weighed: [number, number][] = [];
    story.sum.each((term, weight) => weighed.push([term, weight]));
    return this.#candidates(weighed, count, cap);
  }

  #candidates(weighed: [term: number, weight: number][], count: number, cap: number): Set<StoryState> {
    for (const pair of weighed) pair[1] *= this.#vocabulary.weight(pair[0]);
    weighed.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const found = new Set<StoryState>();
    for (const [term] of weighed.slice(0, count)) {
      if (this.#vocabulary.stories(term) > cap) continue;
      for (const story of this.#compact(term)) found.add(story);
    }
    return found;
  }

  #addTerm(story: StoryState, term: number, weight: number): void {
    if (!story.sum.add(term, weight)) return;
    this.#vocabulary.enter(term);
    const posting = this.#postings.get(term);
    if (posting === undefined) this.#postings.set(term, [story]);
    else if (posting.push(story) > SWEEP_AT && posting.length > 2 * this.#vocabulary.stories(term))
      this.#compact(term);
  }

  /** The posting of a term without merged and closed stories. */
  #compact(term: number): StoryState[] {
    const posting = this.#postings.get(term) ?? [];
    if (posting.length <= this.#vocabulary.stories(term)) return posting;
    const live = [...new Set(posting.map(alive))].filter((story) => !story.closed);
    this.#postings.set(term, live);
    return live;
  }
}
