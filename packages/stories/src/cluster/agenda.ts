import type { StoryState } from './story-state.ts';

const HOUR = 3_600_000;

/**
 * Stories by the hour in which they should be looked at next, so that a look at what is due does not go through a
 * quarter of a million that are not.
 */
export class Agenda {
  readonly #hours = new Map<number, StoryState[]>();

  /** Asks for a look at `time` (milliseconds) or earlier in its hour; an earlier request stands. */
  put(story: StoryState, time: number): void {
    const hour = Math.floor(time / HOUR);
    if (hour >= story.lookAt) return;
    story.lookAt = hour;
    const others = this.#hours.get(hour);
    if (others === undefined) this.#hours.set(hour, [story]);
    else others.push(story);
  }

  /** Takes out the open stories whose hour has come, oldest story first. */
  due(time: number): StoryState[] {
    const due: StoryState[] = [];
    for (const [hour, stories] of this.#hours) {
      if (hour * HOUR > time) continue;
      this.#hours.delete(hour);
      for (const story of stories) {
        if (story.closed || story.lookAt !== hour) continue;
        story.lookAt = Number.POSITIVE_INFINITY;
        due.push(story);
      }
    }
    return due.sort((a, b) => a.born - b.born);
  }
}
