import { withOne } from '../list.ts';
import type { StoryState } from './story-state.ts';

/** Lists shorter than this are only cleaned when they are read. */
const SWEEP_AT = 64;

/**
 * The stories that hold each term. Nine terms of ten are in one story, which is kept without a list; an array that is
 * read by term number leads to the place of a term, so that a term costs 12 bytes and not the 100 of a Map of lists.
 */
export class Postings {
  /** Place of a term in `#held`; 0 for none. */
  #places = new Int32Array(1024);
  readonly #held: (StoryState | StoryState[] | undefined)[] = [undefined];
  readonly #free: number[] = [];

  /** Adds a story; `live` is how many live stories hold the term, this one among them. */
  add(term: number, story: StoryState, live: number): void {
    const place = this.#placeFor(term);
    const held = this.#held[place];
    if (held === undefined) this.#held[place] = story;
    else if (!Array.isArray(held)) this.#held[place] = [held, story];
    else {
      this.#held[place] = withOne(held, story);
      if (held.length > SWEEP_AT && held.length > 2 * live) this.live(term, live);
    }
  }

  /** Adds the live stories of a term to `found`, those that were marked already left out. */
  collect(term: number, live: number, mark: number, found: StoryState[]): void {
    const held = this.live(term, live);
    if (held === undefined) return;
    if (!Array.isArray(held)) take(held, mark, found);
    else for (const story of held) take(story, mark, found);
  }

  /** Takes one story out of a term, or with `live` = 0 the whole term. */
  remove(term: number, story: StoryState, live: number): void {
    const place = this.#places[term] ?? 0;
    const held = this.#held[place];
    if (place === 0 || (live > 0 && !Array.isArray(held))) return;
    // In place: common words have lists of a hundred thousand.
    if (live > 0 && Array.isArray(held)) {
      const at = held.indexOf(story);
      if (at >= 0) held.splice(at, 1);
      if (held.length > 0) return;
    }
    this.#held[place] = undefined;
    this.#places[term] = 0;
    this.#free.push(place);
  }

  /** What a term holds, without closed stories. */
  live(term: number, live: number): StoryState | StoryState[] | undefined {
    const place = this.#places[term] ?? 0;
    const held = this.#held[place];
    if (!Array.isArray(held) || held.length <= live) return held;
    // A filtered list has room to spare; a slice has none.
    const open = held.filter((story) => !story.closed).slice();
    this.#held[place] = open;
    return open;
  }

  #placeFor(term: number): number {
    if (term >= this.#places.length) {
      const wider = new Int32Array(2 * term);
      wider.set(this.#places);
      this.#places = wider;
    }
    const known = this.#places[term] ?? 0;
    if (known !== 0) return known;
    const place = this.#free.pop() ?? this.#held.push(undefined) - 1;
    this.#places[term] = place;
    return place;
  }
}

function take(story: StoryState, mark: number, found: StoryState[]): void {
  if (story.mark === mark) return;
  story.mark = mark;
  found.push(story);
}
