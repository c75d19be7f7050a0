import { createGuardedClient } from '@throughline/feeds';
import type { Queues } from '@throughline/queue';
import type { Logger } from '@throughline/runtime';
import type { Database } from '@throughline/store';
import type { Desk } from '../desk.ts';
import { createGrouper } from '../grouper.ts';
import { createHeldSources } from '../held-sources.ts';
import { createDeskGate, realClock } from '../polite.ts';
import { createTaggerCache } from '../tagger-cache.ts';
import { createTracker } from '../tracker.ts';

/** A worker's desk that asks one server on loopback with the real client, at a time of the test's choosing. */
export function localDesk(db: Database, host: string, now = () => new Date()): Desk {
  return {
    db,
    queues: { add: async () => {} } as unknown as Queues,
    client: createGuardedClient({ userAgent: 'test', allow: [host] }),
    taggers: createTaggerCache(() => {}),
    grouper: createGrouper(),
    held: createHeldSources(),
    tracker: createTracker(),
    gate: createDeskGate(db, realClock),
    ownOrigins: [`http://${host}`],
    publicUrl: null,
    log: {} as unknown as Logger,
    now,
    random: () => 0.5,
  };
}
