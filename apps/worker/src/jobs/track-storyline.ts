import type { StorylineAlert } from '@throughline/schema';
import { recordLook, trackingState } from '@throughline/store';
import type { Desk } from '../desk.ts';

/** Silence and corrections are noticed by looking; news and edits make a storyline due at once. */
const LOOK_EVERY_MS = 10 * 60_000;

/** What was found decides whether a storyline sleeps: what it does already tells of neither. */
function turnOf(kinds: readonly StorylineAlert['kind'][]): 'open' | 'dormant' | null {
  if (kinds.includes('wake')) return 'open';
  return kinds.includes('dormant') ? 'dormant' : null;
}

/** Looks for what continues a storyline, and for what its editor should know. */
export async function trackStoryline(desk: Desk, storylineId: number): Promise<void> {
  const state = await trackingState(desk.db, storylineId);
  if (state === null) return;
  const at = desk.now();
  const found = await desk.tracker.look(desk.db, state, at);
  await recordLook(desk.db, {
    ...found,
    state,
    at,
    nextLookAt: new Date(at.getTime() + LOOK_EVERY_MS),
    turn: turnOf(found.alerts.map(({ alert }) => alert.kind)),
  });
}
