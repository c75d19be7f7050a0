import type { User } from '@throughline/schema';
import type { Database } from '@throughline/store';
import type { PrintPage } from '@throughline/storylines';
import type { EventFeed } from './event-feed.ts';
import type { FeedLooker } from './feed-looker.ts';

/** What every procedure works with; made once per process, or by a test. */
export interface InnerContext {
  db: Database;
  events: EventFeed;
  version: string;
  /** Looks at feeds before they are added. */
  looker: FeedLooker;
  /** Prints a page as PDF; throws PrintError. */
  print: PrintPage;
  /** Where hubs reach this desk; null: WebSub is off. */
  publicUrl: string | null;
}

/** One request: who asks, and by which session. */
export interface Context extends InnerContext {
  user: User | null;
  session: string | null;
  /** The token by which a program asks. */
  token?: string | undefined;
  /** The program that asks in their name, for the record: "token Wire bot"; by default the desk's pages. */
  via?: string | undefined;
}
