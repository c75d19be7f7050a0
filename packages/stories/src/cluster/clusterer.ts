import type { StoryConstraint, StoryEvent, StoryReason } from '@throughline/schema';
import { DuplicateFinder, type Found } from '../duplicates/duplicate-finder.ts';
import { publisherFamily } from '../independence/publishers.ts';
import { Agenda } from './agenda.ts';
import { regroupingEvents } from './changes.ts';
import { Constraints } from './constraints.ts';
import type { StoryItem } from './item.ts';
import { likenessToStory } from './likeness.ts';
import { mergeTouched } from './merge.ts';
import { type ClusterOptions, defaultClusterOptions } from './options.ts';
import { editedAgain, type Placement, placementOf } from './placement.ts';
import { type ReadItem, readItem } from './read-item.ts';
import { joinReasons, likenessReason, relationReasons } from './reasons.ts';
import { groupAfresh, heirs, isWhole, latestMembers } from './regroup.ts';
import { SpreadSum } from './spread-sum.ts';
import { StoryIndex } from './story-index.ts';
import { countIn, type Member, momentOf, newStory, type Reading, type StoryState } from './story-state.ts';
import { type Moment, StreamClock } from './stream-clock.ts';
import { Vocabulary } from './vocabulary.ts';

const HOUR = 3_600_000;
/** Stories are gone through for forgotten items only when enough has gathered. */
const FORGET_LATE = 24 * HOUR;
/** So many new items, beside the stories that are live, change the weights of words enough to reckon lengths again. */
const WEIGHED_ANEW = 0.02;
/** With so few of the most items that may live, a window that was shortened grows again. */
const ROOM_AGAIN = 0.9;
/** A young stream is grouped afresh at this size and at every doubling, until `regroupEvery` takes over. */
const YOUNG = 256;

/** The story that an item goes to, and why. */
interface Home {
  story: StoryState;
  likeness: number;
  reasons: StoryReason[];
}

/**
 * Groups a stream of items into stories. Each item is compared with earlier ones (copy, edit, update), joins the
 * most alike live story or begins one; now and then stories that turned out to be one are merged, and the recent
 * part is grouped afresh. The same calls in the same order give the same stories; memory is bounded by the window.
 */
export class Clusterer {
  readonly #options: ClusterOptions;
  readonly #vocabulary = new Vocabulary();
  readonly #index = new StoryIndex(this.#vocabulary);
  readonly #stories = new Map<string, StoryState>();
  readonly #members = new Map<string, Member>();
  readonly #finder = new DuplicateFinder();
  readonly #constraints = new Constraints();
  readonly #clock: StreamClock;
  readonly #scale;
  readonly #agenda = new Agenda();
  #touched = new Set<StoryState>();
  #begun = 0;
  #recent: Member[] = [];
  #arrived = 0;
  #compared = 0;
  /** How far back items are kept, in milliseconds: the window, or less of it while there are too many. */
  #reach: number;
  #mergedAt = 0;
  #weighedAt = 0;
  #regroupedAt = 0;

  constructor(options: Partial<ClusterOptions> = {}) {
    this.#options = { ...defaultClusterOptions, ...options };
    this.#clock = new StreamClock(this.#options.windowHours);
    this.#reach = this.#options.windowHours * HOUR;
    this.#scale = { options: this.#options, counts: this.#vocabulary, epoch: 0, spread: new SpreadSum() };
  }

  /** What is live, and how many stories all items together were compared with. */
  get size(): { stories: number; items: number; prints: number; terms: number; compared: number } {
    return {
      stories: this.#stories.size,
      items: this.#members.size,
      prints: this.#finder.size,
      terms: this.#vocabulary.size,
      compared: this.#compared,
    };
  }

  /** Adds one item. An id that is already known stays where it is and is answered as its own version. */
  add(item: StoryItem): Placement {
    const known = this.#members.get(item.id);
    if (known !== undefined) return editedAgain(known);
    const moment = this.#clock.read(item.publishedAt);
    const read = readItem(item, this.#vocabulary, this.#options);
    const found = this.#finder.add(item, publisherFamily(item.publisher, item.url), moment.reckoned);
    const home = this.#home(item, read, moment, found);
    const member = this.#join(home.story, item.id, read.reading, moment, found?.of ?? null);
    const update = found ?? this.#finder.updateAmong(item.id, lastIds(home.story));
    this.#keepUp();
    return placementOf(member, home.likeness, home.reasons, update);
  }

  /**
   * Puts back an item with the story that it was stored in, after a restart: no decision is made again. Call it in
   * the order in which the items first came.
   */
  restore(item: StoryItem, story: string): void {
    if (this.#members.has(item.id)) return;
    const moment = this.#clock.read(item.publishedAt);
    const { reading } = readItem(item, this.#vocabulary, this.#options);
    const found = this.#finder.add(item, publisherFamily(item.publisher, item.url), moment.reckoned);
    const state = this.#stories.get(story) ?? this.#begin(story, moment);
    this.#join(state, item.id, reading, moment, found?.of ?? null);
    this.#regroupedAt = this.#arrived;
    this.#mergedAt = this.#arrived;
  }

  /** The story an item is in now; null when the item is unknown or its story was closed. */
  storyOf(item: string): string | null {
    return this.#members.get(item)?.story.id ?? null;
  }

  /** The items of a live story in order of arrival; empty when there is none of that name. */
  itemsOf(story: string): string[] {
    const members = [...(this.#stories.get(story)?.members ?? [])].sort((a, b) => a.order - b.order);
    return members.map((member) => member.id);
  }

  /** The names of the live stories, oldest first. */
  stories(): string[] {
    return [...this.#stories.keys()];
  }

  /** Obeys a curator's decision from now on. */
  constrain(constraint: StoryConstraint): void {
    this.#constraints.add(constraint);
    if (constraint.kind === 'must-link') this.#bring(constraint.a, constraint.b);
    if (constraint.kind === 'cannot-link') this.#part(constraint.a, constraint.b);
  }

  /** Undoes a decision; the stories it touched are looked at again with the next regrouping. */
  release(constraint: StoryConstraint): void {
    this.#constraints.remove(constraint);
  }

  /** The headline that a curator gave to a story, null when nobody did. */
  nameOf(story: string): string | null {
    return this.#constraints.nameFor((this.#stories.get(story)?.members ?? []).map((member) => member.id));
  }

  /** Merges what belongs together and closes what left the window. */
  maintain(): void {
    this.#mergedAt = this.#arrived;
    if (this.#arrived - this.#weighedAt >= WEIGHED_ANEW * this.#stories.size) this.#weighAnew();
    mergeTouched(this.#touched, this.#index, this.#scale, {
      mayJoin: (a, b) =>
        this.#constraints.mayJoin(
          a.members.map((member) => member.id),
          (item) => this.#members.get(item)?.story === b,
        ),
      join: (into, from, likeness) => this.#merge(into, from, likeness, [likenessReason(likeness)]),
    });
    this.#touched = new Set();
    this.#closeOld();
  }

  /** Groups the most recent items afresh. Names live on with most of their items; changes are told as events. */
  regroup(): void {
    this.maintain();
    this.#regroupedAt = this.#arrived;
    const { regroupHours, regroupItems } = this.#options;
    const oldest = this.#clock.now - regroupHours * HOUR;
    const members = latestMembers(this.#stories.values(), oldest, regroupItems);
    const plan = heirs(groupAfresh(members, this.#scale, this.#constraints));
    const changed = plan.filter(({ members, story }) => !isWhole(members, story));
    const before = new Map(changed.flatMap(({ members }) => members.map((m) => [m, m.story] as const)));
    const successors = changed.map(({ members, story }) => this.#succeed(members, story));
    // Only now: a term that no story held for a moment would lose its number.
    for (const old of new Set(before.values())) this.#index.drop(old);
    const kept = new Set(successors.map((story) => story.id));
    for (const old of new Set(before.values())) if (!kept.has(old.id)) this.#stories.delete(old.id);
    for (const story of successors) this.#stories.set(story.id, story);
    this.#vocabulary.setLive(this.#stories.size);
    this.#weighAnew();
    for (const event of regroupingEvents(before, successors)) this.#tell(event);
  }

  /** Lengths of stories are reckoned again when next needed. */
  #weighAnew(): void {
    this.#scale.epoch++;
    this.#weighedAt = this.#arrived;
  }

  #home(item: StoryItem, read: ReadItem, moment: Moment, found: Found | null): Home {
    const bound = this.#boundStory(item.id, found?.of ?? null);
    if (bound !== null) {
      const reasons: StoryReason[] =
        found === null ? [{ kind: 'curator', did: 'put' }] : relationReasons(found);
      return { story: bound, likeness: found?.containment ?? 1, reasons };
    }
    const best = this.#bestStory(item.id, read.reading, moment.told);
    if (best === null)
      return { story: this.#begin(item.id, moment), likeness: 1, reasons: [{ kind: 'first' }] };
    return { ...best, reasons: joinReasons(item, read, best.story, best.likeness, this.#scale) };
  }

  /** The story that an item belongs to by a curator's word or by what it copies. */
  #boundStory(item: string, original: string | null): StoryState | null {
    for (const other of this.#constraints.bond(item)) {
      const member = this.#members.get(other);
      if (member !== undefined) return member.story;
    }
    const story = original === null ? undefined : this.#members.get(original)?.story;
    return story !== undefined && this.#mayEnter(item, story) ? story : null;
  }

  #mayEnter(item: string, story: StoryState): boolean {
    for (const other of this.#constraints.barred(item))
      if (this.#members.get(other)?.story === story) return false;
    return true;
  }

  #bestStory(item: string, reading: Reading, time: number): { story: StoryState; likeness: number } | null {
    const { joinAt, probeTerms, postingCap } = this.#options;
    let best: StoryState | null = null;
    let likeness = joinAt;
    this.#scale.spread.take(reading, this.#vocabulary);
    for (const story of this.#index.around(reading, probeTerms, postingCap)) {
      this.#compared++;
      const here = likenessToStory(reading.size, time, story, this.#scale, likeness);
      if (here < likeness || (here === likeness && best !== null && story.order > best.order)) continue;
      if (!this.#mayEnter(item, story)) continue;
      best = story;
      likeness = here;
    }
    return best === null ? null : { story: best, likeness };
  }

  #begin(id: string, moment: Moment): StoryState {
    const story = newStory(this.#freeName(id), this.#arrived, moment);
    story.born = this.#begun++;
    this.#stories.set(story.id, story);
    this.#vocabulary.setLive(this.#stories.size);
    this.#tell({ kind: 'begun', story: story.id });
    return story;
  }

  /** A story is named after its first item; a name in use gets a number. */
  #freeName(id: string): string {
    let name = id;
    for (let n = 2; this.#stories.has(name); n++) name = `${id}~${n}`;
    return name;
  }

  #join(story: StoryState, id: string, reading: Reading, moment: Moment, tiedTo: string | null): Member {
    const member: Member = {
      id,
      order: this.#arrived++,
      time: moment.told,
      reckoned: moment.reckoned,
      reading,
      terms: reading.size,
      tiedTo,
      story,
    };
    this.#index.enter(story, reading);
    countIn(story, member);
    this.#watch(story);
    this.#members.set(id, member);
    this.#touched.add(story);
    this.#remember(member);
    return member;
  }

  /** Readings are kept of the newest items only; twice as many as are grouped afresh, so that few are cut off. */
  #remember(member: Member): void {
    this.#recent.push(member);
    const most = 2 * this.#options.regroupItems;
    if (this.#recent.length < 2 * most) return;
    for (const old of this.#recent.slice(0, -most)) old.reading = null;
    this.#recent = this.#recent.slice(-most);
  }

  #keepUp(): void {
    const { maintainEvery, regroupEvery } = this.#options;
    const young = Math.max(YOUNG, this.#regroupedAt);
    if (this.#arrived - this.#regroupedAt >= Math.min(young, regroupEvery)) this.regroup();
    else if (this.#arrived - this.#mergedAt >= maintainEvery) this.maintain();
  }

  #merge(into: StoryState, from: StoryState, likeness: number, reasons: StoryReason[]): void {
    this.#index.absorb(into, from);
    for (const member of from.members) {
      countIn(into, member);
      member.story = into;
    }
    this.#watch(into);
    this.#stories.delete(from.id);
    this.#vocabulary.setLive(this.#stories.size);
    this.#touched.add(into);
    this.#tell({ kind: 'merged', into: into.id, from: from.id, likeness, reasons });
  }

  #bring(a: string, b: string): void {
    const [first, second] = [this.#members.get(a)?.story, this.#members.get(b)?.story];
    if (first === undefined || second === undefined || first === second) return;
    const [into, from] = first.members.length >= second.members.length ? [first, second] : [second, first];
    this.#merge(into, from, 1, [{ kind: 'curator', did: 'joined' }]);
  }

  /** Takes the items bound to `b` out of the story that they share with `a`. */
  #part(a: string, b: string): void {
    const story = this.#members.get(a)?.story;
    if (story === undefined || this.#members.get(b)?.story !== story) return;
    const leaving = this.#constraints.bond(b);
    const out = story.members.filter((member) => leaving.has(member.id));
    const stay = story.members.filter((member) => !leaving.has(member.id));
    if (out.length === 0 || stay.length === 0) return;
    const [rest, part] = [this.#succeed(stay, story), this.#succeed(out, null)];
    this.#index.drop(story);
    this.#stories.set(rest.id, rest);
    this.#stories.set(part.id, part);
    for (const half of [rest, part]) this.#touched.add(half);
    const items = out.map((member) => member.id);
    this.#tell({
      kind: 'split',
      story: rest.id,
      part: part.id,
      items,
      reasons: [{ kind: 'curator', did: 'parted' }],
    });
  }

  /** A new state for a story with other members; the old one is dropped by the caller, afterwards. */
  #succeed(members: Member[], story: StoryState | null): StoryState {
    const first = members.reduce((a, b) => (a.order <= b.order ? a : b));
    const state = newStory(story?.id ?? this.#freeName(first.id), first.order, momentOf(first));
    state.born = story?.born ?? this.#begun++;
    if (story === null) this.#stories.set(state.id, state);
    for (const member of members) {
      if (member.reading !== null) this.#index.enter(state, member.reading);
      countIn(state, member);
      member.story = state;
    }
    this.#watch(state);
    return state;
  }

  #closeOld(): void {
    const { now } = this.#clock;
    if (this.#overfull() < ROOM_AGAIN)
      this.#reach = Math.min(this.#reach + HOUR, this.#options.windowHours * HOUR);
    this.#closeBefore(now - this.#reach);
    while (this.#overfull() > 1 && this.#reach > HOUR) {
      this.#reach -= HOUR;
      this.#closeBefore(now - this.#reach);
    }
    // All are of one hour. A hundredth more than must be: finding the quietest goes through all stories.
    const overfull = this.#overfull();
    if (overfull > 1)
      for (const story of quietest([...this.#stories.values()], 1.01 - 1 / overfull)) this.#close(story);
    this.#finder.forgetBefore(now - this.#reach);
    this.#vocabulary.setLive(this.#stories.size);
  }

  /** Live items beside the most that may be. */
  #overfull(): number {
    return this.#members.size / this.#options.mostItems;
  }

  /** Closes stories without a report since `oldest`, and lets the others forget what is much older. */
  #closeBefore(oldest: number): void {
    for (const story of this.#agenda.due(oldest)) {
      if (story.reckonedLast < oldest) this.#close(story);
      else {
        if (story.reckonedFirst < oldest - FORGET_LATE) this.#forgetBefore(story, oldest);
        this.#watch(story);
      }
    }
  }

  /** Asks for a look at a story when it may have ended, or have reports to forget. */
  #watch(story: StoryState): void {
    this.#agenda.put(story, Math.min(story.reckonedLast, story.reckonedFirst + FORGET_LATE));
  }

  /** A story that never ends forgets its oldest items: they stay in it, but no longer in memory. */
  #forgetBefore(story: StoryState, time: number): void {
    const kept = story.members.filter((member) => member.reckoned >= time);
    for (const member of story.members) if (member.reckoned < time) this.#members.delete(member.id);
    this.#index.fade(story, kept.length / story.members.length);
    story.members = [];
    story.terms = 0;
    story.first = story.last;
    story.reckonedFirst = story.reckonedLast;
    for (const member of kept) countIn(story, member);
  }

  #close(story: StoryState): void {
    this.#stories.delete(story.id);
    this.#index.drop(story);
    const items = story.members.map((member) => member.id);
    for (const item of items) this.#members.delete(item);
    this.#tell({ kind: 'closed', story: story.id, items });
  }

  #tell(event: StoryEvent): void {
    this.#options.onEvent?.(event);
  }
}

/** The latest reports of a story, for which an announced update is looked for. */
const lastIds = (story: StoryState): string[] => story.members.slice(-16).map((member) => member.id);

/** That share of the stories which has been quiet for longest, the quietest first. */
function quietest(stories: readonly StoryState[], share: number): StoryState[] {
  const count = Math.ceil(share * stories.length);
  const latest = Float64Array.from(stories, (story) => story.reckonedLast).sort()[count - 1] ?? 0;
  const quiet = stories.filter((story) => story.reckonedLast <= latest);
  return quiet.sort((a, b) => a.reckonedLast - b.reckonedLast || a.order - b.order).slice(0, count);
}
