import type { NumberedDeskEvent } from '@throughline/schema';
import { type Database, latestEventPosition } from '@throughline/store';
import { openTestDatabase, type TestDatabase } from '@throughline/store/testing';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createEventFeed, type EventFeed } from './event-feed.ts';

let db: TestDatabase;
let feed: EventFeed | undefined;
let end = new AbortController();
beforeAll(async () => {
  db = await openTestDatabase();
});
afterEach(() => {
  end.abort();
  feed?.stop();
  end = new AbortController();
});
afterAll(() => db.close());

/** Events about the sources `from` to `to`, all in one transaction. */
const write = (from: number, to = from) =>
  db.run(
    `insert into throughline.events (event)
     select jsonb_build_object('type', 'source.checked', 'sourceId', n) from generate_series($1::int, $2::int) n`,
    [from, to],
  );

/** What a subscriber hears, up to the source `last`. */
async function hear(events: AsyncIterable<NumberedDeskEvent>, last: number): Promise<number[]> {
  const heard: number[] = [];
  for await (const { event } of events) {
    if (event.type !== 'source.checked') continue;
    heard.push(event.sourceId);
    if (event.sourceId === last) break;
  }
  return heard;
}

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);

test('a screen that was away for long hears everything, though another one kept the feed current', async () => {
  feed = createEventFeed(db, 20);
  const left = await latestEventPosition(db);
  const other = feed.since(left, end.signal);
  await write(1, 1203);
  await hear(other, 1203);
  const kept = feed.since(await latestEventPosition(db), end.signal);
  const next = kept.next();
  const back = hear(feed.since(left, end.signal), 1204);
  await write(1204);
  await next;
  expect(await back).toEqual(numbers(1, 1204));
});

test('what happens while the missed events are read comes after them', async () => {
  const left = await latestEventPosition(db);
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  let held = 0;
  /** Reads from where the screen left are answered late. */
  const slow: Database = {
    ...db,
    rows: async <Row>(text: string, params?: readonly unknown[]) => {
      const rows = await db.rows<Row>(text, params);
      const [tx, id] = params ?? [];
      if (`${tx}-${id}` === left && held++ === 0) await gate;
      return rows;
    },
  };
  feed = createEventFeed(slow, 20);
  await write(2001, 2002);
  const other = feed.since(await latestEventPosition(db), end.signal);
  await write(2003);
  await other.next();
  const back = hear(feed.since(left, end.signal), 2005);
  await write(2004);
  // The feed has told it by now, while the missed ones are still on their way.
  expect((await other.next()).value?.event).toMatchObject({ sourceId: 2004 });
  release();
  await write(2005);
  expect(await back).toEqual(numbers(2001, 2005));
});

test('a screen whose position the desk never reached holds nobody up, and hears what comes', async () => {
  feed = createEventFeed(db, 20);
  const stale = hear(feed.since('500000000000-1', end.signal), 3002);
  const other = feed.since(await latestEventPosition(db), end.signal);
  const next = other.next();
  await write(3001);
  expect((await next).value?.event).toMatchObject({ sourceId: 3001 });
  await write(3002);
  expect(await stale).toContain(3002);
});
