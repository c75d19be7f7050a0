import { Heaviest } from './heaviest.ts';
import { Postings } from './postings.ts';
import { SparseSum } from './sparse-sum.ts';
import type { Reading, StoryState } from './story-state.ts';
import type { TermCounts } from './vocabulary.ts';

/** A term of one headline weighs about 0.3: below this it was in few reports, long ago. */
const FADED = 0.1;

/** Live stories by the terms they hold. Keeps the counts of the terms in step. */
export class StoryIndex {
  readonly #postings = new Postings();
  readonly #counts: TermCounts;
  /** Number of the search going on: a story that it found is marked with it. */
  #search = 0;

  constructor(counts: TermCounts) {
    this.#counts = counts;
  }

  /** Adds the terms of a reading to a story. */
  enter(story: StoryState, reading: Reading): void {
    story.sum.add(reading, (term, fresh) => {
      if (!fresh) return;
      this.#counts.enter(term);
      this.#postings.add(term, story, this.#counts.stories(term));
    });
  }

  /** Moves every term of `from` into `into` and closes `from`. */
  absorb(into: StoryState, from: StoryState): void {
    from.closed = true;
    into.sum.add(from.sum, (term, fresh) => {
      if (fresh) this.#postings.add(term, into, this.#counts.stories(term));
      else this.#counts.leave(term);
    });
    from.sum = new SparseSum();
  }

  /** Takes a story out; postings that it shares with others are cleaned when they are next read. */
  drop(story: StoryState): void {
    story.closed = true;
    story.sum.each((term) => {
      this.#counts.leave(term);
      if (this.#counts.stories(term) === 0) this.#postings.remove(term, story, 0);
    });
    story.sum = new SparseSum();
  }

  /** Keeps `share` of every weight and lets go of terms that are all but gone. */
  fade(story: StoryState, share: number): void {
    for (const term of story.sum.fade(share, FADED)) {
      this.#counts.leave(term);
      this.#postings.remove(term, story, this.#counts.stories(term));
    }
  }

  /** Stories that share one of the `count` heaviest terms of a reading. Terms in more than `cap` stories find none. */
  around(reading: Reading, count: number, cap: number): StoryState[] {
    const heaviest = new Heaviest(count);
    for (let i = 0; i < reading.size; i++) {
      const term = reading.terms[i] ?? 0;
      heaviest.offer(term, (reading.weights[i] ?? 0) * this.#counts.weight(term));
    }
    return this.#holders(heaviest, cap);
  }

  /** Stories that share one of the `count` heaviest terms of a story, the story itself among them. */
  neighbours(story: StoryState, count: number, cap: number): StoryState[] {
    const heaviest = new Heaviest(count);
    story.sum.each((term, weight) => heaviest.offer(term, weight * this.#counts.weight(term)));
    return this.#holders(heaviest, cap);
  }

  #holders(heaviest: Heaviest, cap: number): StoryState[] {
    const found: StoryState[] = [];
    this.#search++;
    for (const term of heaviest.terms) {
      const live = this.#counts.stories(term);
      if (live <= cap) this.#postings.collect(term, live, this.#search, found);
    }
    return found;
  }
}
