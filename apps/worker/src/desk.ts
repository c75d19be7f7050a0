import type { GuardedClient } from '@throughline/feeds';
import type { Queues } from '@throughline/queue';
import type { Logger } from '@throughline/runtime';
import type { Database } from '@throughline/store';
import type { Grouper } from './grouper.ts';
import type { HeldSources } from './held-sources.ts';
import type { TaggerCache } from './tagger-cache.ts';

/** What jobs work with; made once per process, or by a test. */
export interface Desk {
  db: Database;
  queues: Queues;
  client: GuardedClient;
  taggers: TaggerCache;
  grouper: Grouper;
  held: HeldSources;
  log: Logger;
  now: () => Date;
  random: () => number;
}
