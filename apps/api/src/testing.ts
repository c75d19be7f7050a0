import type { GuardedClient } from '@throughline/feeds';
import { createPrinter } from '@throughline/runtime';
import type { Role, User } from '@throughline/schema';
import { addUser, type IncomingItem } from '@throughline/store';
import { incomingItem, openTestDatabase, storeItems, type TestDatabase } from '@throughline/store/testing';
import type { FastifyInstance } from 'fastify';
import type { InnerContext } from './context.ts';
import { createEventFeed } from './event-feed.ts';
import { createFeedLooker } from './feed-looker.ts';
import { createCaller } from './router.ts';
import { buildServer } from './server.ts';

export interface TestDesk {
  db: TestDatabase;
  inner: InnerContext;
  /** Calls procedures as a person of this role; null = signed out. */
  as(role: Role | null): Promise<ReturnType<typeof createCaller>>;
  /** Stores items as a check of a source would. @returns their ids, in order. */
  addItems(items: Partial<IncomingItem>[]): Promise<number[]>;
  close(): Promise<void>;
}

/** No test reaches out by accident. */
const nowhere: GuardedClient = {
  request: () => Promise.reject(new Error('this test has no network')),
  close: async () => {},
};

/** A desk on an empty database of its own, without HTTP. */
export async function openTestDesk(client: GuardedClient = nowhere): Promise<TestDesk> {
  const db = await openTestDatabase();
  const looker = createFeedLooker({ db, client, ownOrigins: [] });
  const events = createEventFeed(db, 20);
  const inner = { db, events, version: '0.0.0', looker, print: createPrinter(), publicUrl: null };
  const people = new Map<Role, User>();
  let made = 0;
  return {
    db,
    inner,
    as: async (role) => {
      if (role === null) return createCaller({ ...inner, user: null, session: null });
      const user = people.get(role) ?? (await addUser(db, `A ${role}`, role));
      people.set(role, user);
      return createCaller({ ...inner, user, session: null });
    },
    addItems: async (items) => {
      const incoming = items.map((item) => {
        const key = `item-${++made}`;
        return incomingItem(key, { contentText: 'The rate is 29% now. It was ten.', ...item });
      });
      return storeItems(db, incoming);
    },
    close: async () => {
      inner.events.stop();
      await db.close();
    },
  };
}

/** The HTTP server of a test's desk, answering to desk.example; what fails inside it fails the test. */
export function openTestServer(desk: TestDesk, adminDirectory = '/nowhere'): Promise<FastifyInstance> {
  return buildServer({
    inner: desk.inner,
    adminDirectory,
    secureCookies: false,
    allowedHosts: ['desk.example'],
    onError: (error) => {
      throw error;
    },
  });
}
