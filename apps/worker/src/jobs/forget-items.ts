import { forgetItems, reuseRoom } from '@throughline/store';
import type { Desk } from '../desk.ts';

/** Batches of one job: the sweep puts the next one in, so that other errands get their turn. */
const BATCHES = 25;

/** Goes on removing old items that nobody needs. Each batch is a transaction of its own. */
export async function forgetOldItems({ db, now }: Pick<Desk, 'db' | 'now'>): Promise<void> {
  for (let batch = 0; batch < BATCHES; batch++) {
    const state = await forgetItems(db, now());
    if (state === 'ended') await reuseRoom(db);
    if (state !== 'more') return;
  }
}
