import type { ItemRelation, StoryReason } from '@throughline/schema';
import type { Found } from '../duplicates/duplicate-finder.ts';
import type { Member } from './story-state.ts';

/** Where an item went and why. */
export interface Placement {
  story: string;
  /** The earlier item whose text this one repeats, whole or abridged. */
  duplicateOf: string | null;
  /** The earlier item that this one edits or carries on. */
  updateOf: string | null;
  relation: ItemRelation;
  /** How like the story the item is, 0..1; 1 for the item that begins a story. */
  likeness: number;
  reasons: StoryReason[];
}

export function placementOf(
  member: Member,
  likeness: number,
  reasons: StoryReason[],
  found: Found | null,
): Placement {
  const relation = found?.relation ?? 'independent';
  const repeats = relation === 'duplicate' || (relation === 'excerpt' && found?.shorter === true);
  return {
    story: member.story.id,
    duplicateOf: repeats ? (found?.of ?? null) : null,
    updateOf: repeats ? null : (found?.of ?? null),
    relation,
    likeness,
    reasons,
  };
}

/** An item whose id is known came again: it stays where it is. */
export const editedAgain = (member: Member): Placement => ({
  story: member.story.id,
  duplicateOf: null,
  updateOf: member.id,
  relation: 'version',
  likeness: 1,
  reasons: [{ kind: 'again' }],
});
