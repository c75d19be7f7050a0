import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoryEvent } from '@throughline/schema';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from './database.ts';
import { type EmbeddedDatabase, openEmbedded } from './embedded.ts';
import { type CheckResult, type IncomingItem, recordCheck } from './ingest.ts';
import { migrateServer } from './migrate-server.ts';
import { addSource } from './sources.ts';
import { recordGrouping, type StoredPlacement, storyCursor } from './story-groups.ts';

export interface TestDatabase extends Database {
  url: string;
}

/**
 * A migrated, empty database for one test file; `close` removes every trace. It is the embedded one, in memory,
 * behind its real socket; or, where the test run was given a PostgreSQL server, a database of its own there.
 */
export async function openTestDatabase(): Promise<TestDatabase> {
  const serverUrl = inject('databaseUrl');
  return serverUrl === null ? embedded() : onServer(serverUrl);
}

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL server on which tests may make databases; null = use the embedded one. */
    databaseUrl: string | null;
    /** A Redis server for the queues; null = carry them on the database. */
    redisUrl: string | null;
    /** A directory for this test run in which the first embedded database leaves its image for the others. */
    databaseImages: string;
  }
}

async function embedded(): Promise<TestDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'throughline-test-'));
  const server = await openMigrated(directory);
  const database = openDatabase(server.url);
  return {
    ...database,
    url: server.url,
    close: async () => {
      await database.close();
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Starts from the image that the first one of this test run left, since making a database takes seconds. */
async function openMigrated(directory: string): Promise<EmbeddedDatabase> {
  const path = join(inject('databaseImages'), 'migrated.tar');
  const image = await readFile(path).catch(() => null);
  if (image !== null) return openEmbedded(null, { directory }, new Blob([image]));
  const server = await openEmbedded(null, { directory });
  const written = join(directory, 'image.tar');
  await writeFile(written, Buffer.from(await (await server.image()).arrayBuffer()));
  await rename(written, path);
  return server;
}

async function onServer(serverUrl: string): Promise<TestDatabase> {
  const name = `throughline_test_${randomBytes(6).toString('hex')}`;
  await admin(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await migrateServer(url.href);
  const database = openDatabase(url.href);
  return {
    ...database,
    url: url.href,
    close: async () => {
      await database.close();
      await admin(serverUrl, `drop database ${name} with (force)`);
    },
  };
}

async function admin(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/** An item as a check finds it, with nothing special about it. */
export function incomingItem(key: string, over: Partial<IncomingItem> = {}): IncomingItem {
  return {
    key,
    hash: `hash of ${key}`,
    guid: key,
    url: `https://paper.example/${key}`,
    language: 'en',
    categories: [],
    enclosures: [],
    commentsUrl: null,
    title: `Title of ${key}`,
    summary: 'A summary',
    contentHtml: '<p>Words</p>',
    contentText: 'Words',
    authors: [],
    publishedAt: null,
    updatedAt: null,
    ...over,
  };
}

/** What a check that worked reports. */
export function checkOf(
  sourceId: number,
  items: IncomingItem[],
  over: Partial<CheckResult> = {},
): CheckResult {
  return {
    sourceId,
    at: new Date().toISOString(),
    durationMs: 1,
    status: 200,
    outcome: 'body',
    said: null,
    bytes: 1,
    failure: null,
    failures: 0,
    nextCheckAt: null,
    nextBecause: null,
    memory: null,
    moveTo: null,
    validators: null,
    feed: null,
    items,
    ...over,
  };
}

/** Stores items as a check of one source would. @returns their ids, in order. */
export async function storeItems(db: Database, items: IncomingItem[]): Promise<number[]> {
  const { id } = await addSource(db, { url: 'https://paper.example/feed', folders: [] });
  return (await recordCheck(db, checkOf(id, items))).newItemIds;
}

/** An item as the grouping puts it into a story. */
export const placement = (
  itemId: number,
  story: string,
  over: Partial<StoredPlacement> = {},
): StoredPlacement => ({
  itemId,
  story,
  relation: 'independent',
  duplicateOf: null,
  updateOf: null,
  likeness: 1,
  reasons: [{ kind: 'first' }],
  ...over,
});

/** Stores a batch that put items into stories. @returns whether it was taken */
export async function group(
  db: Database,
  placements: StoredPlacement[],
  events: StoryEvent[] = [],
): Promise<boolean> {
  const position = Math.max(...placements.map(({ itemId }) => itemId));
  return recordGrouping(db, { from: await storyCursor(db), position, placements, events });
}
