import type { StoryItem } from './item.ts';
import { likenessToStory, type Scale } from './likeness.ts';
import { mergeTouched } from './merge.ts';
import { type ClusterOptions, defaultClusterOptions } from './options.ts';
import { readItem } from './read-item.ts';
import { StoryIndex } from './story-index.ts';
import { alive, newStory, type Reading, type StoryState } from './story-state.ts';
import { StreamClock } from './stream-clock.ts';
import { Vocabulary } from './vocabulary.ts';

const HOUR = 3_600_000;

/** Where an item went. */
export interface Placement {
  story: string;
  /** How like the story the item is, 0..1; 1 for the item that begins a story. */
  likeness: number;
}

/**
 * Groups a stream of items into stories: each item joins the most alike live story or begins one, and every
 * `maintainEvery` items stories that turned out to be one are merged. The same items in the same order give the
 * same stories.
 */
export class Clusterer {
  readonly #options: ClusterOptions;
  readonly #vocabulary = new Vocabulary();
  readonly #index = new StoryIndex(this.#vocabulary);
  readonly #stories = new Set<StoryState>();
  readonly #byItem = new Map<string, StoryState>();
  readonly #clock: StreamClock;
  readonly #scale: Scale;
  #touched = new Set<StoryState>();
  #born = 0;
  #sinceMaintenance = 0;

  constructor(options: Partial<ClusterOptions> = {}) {
    this.#options = { ...defaultClusterOptions, ...options };
    this.#clock = new StreamClock(this.#options.windowHours);
    this.#scale = { options: this.#options, vocabulary: this.#vocabulary, epoch: 0 };
  }

  /** Adds one item. An id that is already known stays where it is. */
  add(item: StoryItem): Placement {
    const known = this.storyOf(item.id);
    if (known !== null) return { story: known, likeness: 1 };
    const reading = readItem(item, this.#clock.read(item.publishedAt), this.#vocabulary, this.#options);
    const { story, likeness } = this.#bestStory(reading) ?? { story: this.#begin(reading), likeness: 1 };
    this.#join(story, reading);
    if (++this.#sinceMaintenance >= this.#options.maintainEvery) this.maintain();
    return { story: alive(story).id, likeness };
  }

  /** The story an item is in now; null when the item is unknown or its story was closed. */
  storyOf(item: string): string | null {
    const story = this.#byItem.get(item);
    return story?.id ?? null;
  }

  /** Merges what belongs together and closes what left the window. */
  maintain(): void {
    this.#sinceMaintenance = 0;
    this.#scale.epoch++;
    mergeTouched(this.#touched, this.#index, this.#scale, (into, from) => this.#merge(into, from));
    this.#touched = new Set();
    this.#closeOld();
  }

  #bestStory(reading: Reading): { story: StoryState; likeness: number } | null {
    const { joinAt, probeTerms, postingCap } = this.#options;
    let best: StoryState | null = null;
    let likeness = joinAt;
    for (const story of this.#index.around(reading, probeTerms, postingCap)) {
      const here = likenessToStory(reading, story, this.#scale);
      if (here < likeness || (here === likeness && best !== null && story.order > best.order)) continue;
      best = story;
      likeness = here;
    }
    return best === null ? null : { story: best, likeness };
  }

  #begin(reading: Reading): StoryState {
    const story = newStory(reading.id, this.#born++, reading.time);
    this.#stories.add(story);
    this.#vocabulary.live = this.#stories.size;
    return story;
  }

  #join(story: StoryState, reading: Reading): void {
    this.#index.enter(story, reading);
    story.members.push(reading.id);
    story.terms += reading.terms.length;
    story.first = Math.min(story.first, reading.time);
    story.last = Math.max(story.last, reading.time);
    story.lengthEpoch = -1;
    this.#byItem.set(reading.id, story);
    this.#touched.add(story);
  }

  #merge(into: StoryState, from: StoryState): void {
    this.#index.absorb(into, from);
    for (const member of from.members) {
      into.members.push(member);
      this.#byItem.set(member, into);
    }
    from.members = [];
    into.terms += from.terms;
    into.first = Math.min(into.first, from.first);
    into.last = Math.max(into.last, from.last);
    into.lengthEpoch = -1;
    from.mergedInto = into;
    this.#stories.delete(from);
    this.#vocabulary.live = this.#stories.size;
  }

  #closeOld(): void {
    const oldest = this.#clock.now - this.#options.windowHours * HOUR;
    for (const story of this.#stories) {
      if (story.last >= oldest) continue;
      story.closed = true;
      this.#stories.delete(story);
      this.#index.drop(story);
      for (const member of story.members) this.#byItem.delete(member);
    }
    this.#vocabulary.live = this.#stories.size;
  }
}
