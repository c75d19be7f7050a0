import type { Role, User } from '@throughline/schema';
import { addSource, addUser, type IncomingItem, recordCheck } from '@throughline/store';
import { openTestDatabase, type TestDatabase } from '@throughline/store/testing';
import type { InnerContext } from './context.ts';
import { createEventFeed } from './event-feed.ts';
import { createCaller } from './router.ts';

export interface TestDesk {
  db: TestDatabase;
  inner: InnerContext;
  /** Calls procedures as a person of this role; null = signed out. */
  as(role: Role | null): Promise<ReturnType<typeof createCaller>>;
  /** Stores items as a check of a source would. @returns their ids, in order. */
  addItems(items: Partial<IncomingItem>[]): Promise<number[]>;
  close(): Promise<void>;
}

/** A desk on an empty database of its own, without HTTP. */
export async function openTestDesk(): Promise<TestDesk> {
  const db = await openTestDatabase();
  const inner = { db, events: createEventFeed(db, 20), version: '0.0.0' };
  const people = new Map<Role, User>();
  const { id: sourceId } = await addSource(db, { url: 'https://paper.example/feed', folders: [] });
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
      const { newItemIds } = await recordCheck(db, {
        sourceId,
        at: new Date().toISOString(),
        durationMs: 1,
        status: 200,
        outcome: 'body',
        message: null,
        bytes: 1,
        state: 'fine',
        cause: null,
        causeCode: null,
        nextCheckAt: null,
        notBefore: null,
        movedTo: null,
        hints: null,
        freshMs: null,
        validators: null,
        feed: null,
        items: items.map((item) => incoming(`item-${++made}`, item)),
      });
      return newItemIds;
    },
    close: async () => {
      inner.events.stop();
      await db.close();
    },
  };
}

function incoming(key: string, item: Partial<IncomingItem>): IncomingItem {
  return {
    key,
    hash: key,
    guid: key,
    url: `https://paper.example/${key}`,
    language: 'en',
    categories: [],
    enclosures: [],
    commentsUrl: null,
    title: `Title of ${key}`,
    summary: '',
    contentHtml: null,
    contentText: 'The rate is 29% now. It was ten.',
    authors: [],
    publishedAt: null,
    updatedAt: null,
    ...item,
  };
}
