import type { User } from '@throughline/schema';
import type { Database } from '@throughline/store';
import type { EventFeed } from './event-feed.ts';

/** What every procedure works with; made once per process, or by a test. */
export interface InnerContext {
  db: Database;
  events: EventFeed;
  version: string;
}

/** One request: who asks, and by which session. */
export interface Context extends InnerContext {
  user: User | null;
  session: string | null;
}
