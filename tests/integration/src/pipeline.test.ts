import { starterTopics } from '@throughline/relevance';
import { type SampleWire, sampleSources, sampleWireNow, startSampleWire } from '@throughline/sample-wire';
import { addSources, seedTopics } from '@throughline/store';
import { openTestDatabase, type TestDatabase } from '@throughline/store/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type RunningProcess, startApp, until } from './processes.ts';

let db: TestDatabase;
let wire: SampleWire;
let running: RunningProcess[];

beforeEach(async () => {
  running = [];
  db = await openTestDatabase();
  wire = await startSampleWire({
    replay: { mode: 'speed', startedAt: new Date(), from: sampleWireNow, speed: 0 },
  });
  await seedTopics(db, starterTopics);
  await addSources(
    db,
    sampleSources.map((source) => ({ url: wire.origin + source.path, title: source.title, folders: [] })),
    0,
  );
});

afterEach(async () => {
  for (const process of running) await process.kill();
  await wire.close();
  await db.close();
});

async function startWorker(): Promise<RunningProcess> {
  const env = { FETCH_ALLOW: wire.origin.replace('http://', ''), OWN_ORIGINS: wire.origin };
  const worker = await startApp('worker', db, env);
  running.push(worker);
  return worker;
}

interface State {
  checked: number;
  items: number;
  revisions: number;
  untagged: number;
  tags: number;
  grouped: number;
}

/** What the database holds after all sources were checked and all items tagged. */
async function state(): Promise<State> {
  const row = await db.row<State>(
    `select (select count(*)::int from throughline.sources where last_success_at is not null) as checked,
       (select count(*)::int from throughline.items) as items,
       (select count(*)::int from throughline.revisions) as revisions,
       (select count(*)::int from throughline.items
         where tagged_epoch < (select epoch from throughline.topic_epoch)) as untagged,
       (select count(*)::int from throughline.tags) as tags,
       (select count(*)::int from throughline.story_members) as grouped`,
  );
  if (row === null) throw new Error('no row');
  return row;
}

const done = ({ checked, untagged, items, grouped }: State) =>
  checked === sampleSources.length && untagged === 0 && items > 0 && grouped === items;

describe('the pipeline in its own process', () => {
  test('reads every source, stores and tags every item; doing it all again changes nothing', async () => {
    const worker = await startWorker();
    const first = await until(state, done);
    expect(first.revisions).toBe(first.items);
    expect(first.tags).toBeGreaterThan(0);

    // Validators and hashes are forgotten, so that every body is read and compared again.
    await db.run(`update throughline.sources set etag = null, last_modified = null, body_hash = null,
      next_check_at = now(), last_success_at = null`);
    await db.run('update throughline.topic_epoch set epoch = epoch + 1');
    expect(await until(state, done)).toEqual(first);
    expect(await worker.stop()).toBe(0);
  });

  test('killed again and again at any moment, it loses nothing and doubles nothing', {
    timeout: 300_000,
  }, async () => {
    const expected = await undisturbed();
    await dwellOnValidators();
    await db.run(
      `truncate throughline.items, throughline.revisions, throughline.fetches, throughline.stories cascade`,
    );
    await db.run(`update throughline.sources set etag = null, last_modified = null, body_hash = null,
      next_check_at = now(), last_check_at = null, last_success_at = null`);
    // Ends mid-fetch, mid-transaction, between storing and tagging: wherever the clock happens to strike.
    for (const ms of [40, 150, 320, 500, 700, 900]) {
      const worker = await startWorker();
      await new Promise((resolve) => setTimeout(resolve, ms));
      await worker.kill();
    }
    await startWorker();
    expect(await until(state, done, 90_000)).toEqual(expected);
    const doubled = await db.row(
      'select 1 from throughline.items group by source_id, key having count(*) > 1 limit 1',
    );
    expect(doubled).toBeNull();
  });

  /** Makes storing a feed's validators take a while, so that kills strike there: a validator must never outlive its items. */
  async function dwellOnValidators(): Promise<void> {
    await db.run(`create function throughline.dwell() returns trigger language plpgsql as
      $$ begin perform pg_sleep(0.15); return null; end $$`);
    await db.run(`create trigger dwell after update of etag, body_hash on throughline.sources
      for each statement execute function throughline.dwell()`);
  }

  async function undisturbed(): Promise<State> {
    const worker = await startWorker();
    const expected = await until(state, done);
    await worker.stop();
    return expected;
  }

  test('two workers at once read each source once', async () => {
    await Promise.all([startWorker(), startWorker()]);
    await until(state, done);
    const fetches = await db.row<{ n: number }>('select count(*)::int as n from throughline.fetches');
    expect(fetches?.n).toBe(sampleSources.length);
  });
});

describe('sources that go wrong', () => {
  test.each([
    ['/trouble/missing.xml', 'http-404'],
    ['/trouble/error.xml', 'http-500'],
    ['/trouble/page.xml', 'not-a-feed'],
    ['/trouble/loop.xml', 'redirect-loop'],
  ])('%s shows its cause, is tried again later, and keeps nothing from the others', async (path, code) => {
    await addSources(db, [{ url: wire.origin + path, title: 'Trouble', folders: [] }], 0);
    await startWorker();
    const failing = async () =>
      db.row<{ cause: object; causeCode: string; next: string }>(
        `select cause, cause_code as "causeCode", next_check_at as next from throughline.sources where state = 'failing'`,
      );
    const row = await until(failing, (answer) => answer !== null);
    expect(row?.causeCode).toBe(code);
    expect(row?.cause).toMatchObject({ code: expect.stringMatching(/\w/) });
    expect(Date.parse(row?.next ?? '')).toBeGreaterThan(Date.now());
    await until(state, done);
  });
});
