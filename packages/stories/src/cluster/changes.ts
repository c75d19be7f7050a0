import type { StoryEvent, StoryReason } from '@throughline/schema';
import type { Member, StoryState } from './story-state.ts';

/**
 * What a regrouping did, as events: a story whose items went on elsewhere was merged there, one that is new was split
 * off, and what remains was moved item by item. `before` tells where each item was.
 */
export function regroupingEvents(
  before: ReadonlyMap<Member, StoryState>,
  successors: readonly StoryState[],
): StoryEvent[] {
  const old = new Set([...before.values()].map((story) => story.id));
  const alive = new Set(successors.map((story) => story.id));
  const gone = new Set<string>();
  const reasons: StoryReason[] = [{ kind: 'regrouped' }];
  const events: StoryEvent[] = [];
  for (const story of successors) {
    for (const [from, items] of arrivals(story, before)) {
      if (!old.has(story.id)) events.push({ kind: 'split', story: from, part: story.id, items, reasons });
      else if (!alive.has(from) && !gone.has(from)) {
        gone.add(from);
        events.push({ kind: 'merged', into: story.id, from, likeness: 1, reasons });
      } else for (const item of items) events.push({ kind: 'moved', item, from, to: story.id, reasons });
    }
  }
  return events;
}

/** Items that came into a story, by the story that they were in. */
function arrivals(story: StoryState, before: ReadonlyMap<Member, StoryState>): Map<string, string[]> {
  const from = new Map<string, string[]>();
  for (const member of story.members) {
    const was = before.get(member)?.id ?? story.id;
    if (was !== story.id) from.set(was, [...(from.get(was) ?? []), member.id]);
  }
  return from;
}
