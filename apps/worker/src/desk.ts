import type { GuardedClient, HostGate } from '@throughline/feeds';
import type { Queues } from '@throughline/queue';
import type { Logger } from '@throughline/runtime';
import type { Database } from '@throughline/store';
import type { Grouper } from './grouper.ts';
import type { HeldSources } from './held-sources.ts';
import type { TaggerCache } from './tagger-cache.ts';
import type { Tracker } from './tracker.ts';

/** What jobs work with; made once per process, or by a test. */
export interface Desk {
  db: Database;
  queues: Queues;
  client: GuardedClient;
  /** Politeness towards hosts, shared by all workers. */
  gate: HostGate;
  /** Origins of the operator's own (the sample wire): no pause between requests. */
  ownOrigins: readonly string[];
  /** Where hubs reach this desk; null: it cannot be reached, and WebSub is off. */
  publicUrl: string | null;
  taggers: TaggerCache;
  grouper: Grouper;
  held: HeldSources;
  tracker: Tracker;
  log: Logger;
  now: () => Date;
  random: () => number;
}
