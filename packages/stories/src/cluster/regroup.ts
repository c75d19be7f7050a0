import type { Constraints } from './constraints.ts';
import { likenessToStory, type Scale } from './likeness.ts';
import { mergeTouched } from './merge.ts';
import { StoryIndex } from './story-index.ts';
import { countIn, type Member, momentOf, newStory, type Reading, type StoryState } from './story-state.ts';
import { TrialCounts } from './vocabulary.ts';

type Known = Member & { reading: Reading };

/**
 * Groups items afresh under the weights of now, whatever stories they are in: cores of items that are much alike,
 * in order of time, then agglomeration, best pair first. What a single pass decided too early is mended here.
 *
 * @returns the groups, each in order of arrival. Nothing is changed.
 */
export function groupAfresh(members: readonly Member[], scale: Scale, constraints: Constraints): Member[][] {
  const counts = new TrialCounts(scale.counts);
  const index = new StoryIndex(counts);
  const trial = { ...scale, counts };
  const place = new Map<string, StoryState>();
  const stories = new Set<StoryState>();
  for (const member of members.filter(isKnown).sort(byTime)) {
    const story = boundStory(member, place, constraints) ?? likeStory(member, index, trial, constraints);
    const home = story ?? newStory(member.id, member.order, momentOf(member));
    stories.add(home);
    index.enter(home, member.reading);
    countIn(home, member);
    place.set(member.id, home);
  }
  mergeTouched(stories, index, trial, {
    mayJoin: (a, b) => constraints.mayJoin(ids(a), (item) => place.get(item) === b),
    join: (into, from) => {
      index.absorb(into, from);
      for (const member of from.members) {
        countIn(into, member);
        place.set(member.id, into);
      }
      stories.delete(from);
    },
  });
  return [...stories].map((story) => [...story.members].sort((a, b) => a.order - b.order));
}

function* ids(story: StoryState): Generator<string> {
  for (const member of story.members) yield member.id;
}

/** Not by arrival: the same items give the same groups, however they came in (sources are polled in turn). */
const byTime = (a: Member, b: Member): number => a.time - b.time || (a.id < b.id ? -1 : 1);

const isKnown = (member: Member): member is Known => member.reading !== null;

/** Where the item belongs by what it copies or by a curator's word. */
function boundStory(
  member: Known,
  place: Map<string, StoryState>,
  constraints: Constraints,
): StoryState | undefined {
  for (const item of constraints.bond(member.id)) {
    const story = place.get(item);
    if (story !== undefined) return story;
  }
  const tied = member.tiedTo === null ? undefined : place.get(member.tiedTo);
  const barred = constraints.barred(member.id);
  return tied !== undefined && ![...barred].some((item) => place.get(item) === tied) ? tied : undefined;
}

function likeStory(
  member: Known,
  index: StoryIndex,
  scale: Scale,
  constraints: Constraints,
): StoryState | undefined {
  const { coreAt, probeTerms, postingCap } = scale.options;
  const barred = constraints.barred(member.id);
  let best: StoryState | undefined;
  let likeness = coreAt;
  scale.spread.take(member.reading, scale.counts);
  for (const story of index.around(member.reading, probeTerms, postingCap)) {
    const here = likenessToStory(member.terms, member.time, story, scale, likeness);
    if (here < likeness || (here === likeness && best !== undefined && story.order > best.order)) continue;
    if (barred.size > 0 && story.members.some((other) => barred.has(other.id))) continue;
    best = story;
    likeness = here;
  }
  return best;
}

/** A group and the story that lives on in it; null for a group that becomes a story of its own. */
export interface Heir {
  members: Member[];
  story: StoryState | null;
}

/** Lets each story live on in the group that has most of its members. */
export function heirs(groups: readonly Member[][]): Heir[] {
  const claims: { group: number; story: StoryState; shared: number }[] = [];
  for (const [group, members] of groups.entries()) {
    const shares = new Map<StoryState, number>();
    for (const { story } of members) shares.set(story, (shares.get(story) ?? 0) + 1);
    for (const [story, shared] of shares) claims.push({ group, story, shared });
  }
  claims.sort((a, b) => b.shared - a.shared || a.story.order - b.story.order || a.group - b.group);
  const given = new Map<number, StoryState>();
  const taken = new Set<StoryState>();
  for (const { group, story } of claims) {
    if (given.has(group) || taken.has(story)) continue;
    given.set(group, story);
    taken.add(story);
  }
  return groups.map((members, group) => ({ members: [...members], story: given.get(group) ?? null }));
}

/** Whether a group is a story just as it stands. */
export const isWhole = (members: readonly Member[], story: StoryState | null): boolean =>
  story !== null &&
  story.members.length === members.length &&
  members.every((member) => member.story === story);

/** About `most` items of the stories with the latest reports since `oldest`, of whole stories all remembered. */
export function latestMembers(stories: Iterable<StoryState>, oldest: number, most: number): Member[] {
  const recent = [...stories].filter((story) => story.reckonedLast >= oldest);
  // Most are too old to get their turn: they are put aside by time alone, which is much quicker than to sort all.
  const times = Float64Array.from(recent, (story) => story.reckonedLast).sort();
  const unlikely = times[times.length - 2 * most] ?? Number.NEGATIVE_INFINITY;
  const chosen: Member[] = [];
  for (const part of [
    recent.filter((story) => story.reckonedLast >= unlikely),
    recent.filter((story) => story.reckonedLast < unlikely),
  ]) {
    if (chosen.length >= most) break;
    for (const story of part.sort((a, b) => b.reckonedLast - a.reckonedLast || a.order - b.order)) {
      if (chosen.length >= most) break;
      if (story.members.every((member) => member.reading !== null))
        for (const m of story.members) chosen.push(m);
    }
  }
  return chosen;
}
