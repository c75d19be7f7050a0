import { describe, expect, it } from 'vitest';
import type { FetchOutcome } from '../fetch/fetch-feed.ts';
import { afterPoll, NEW_SOURCE, type PollStep, pollNowAt } from './after-poll.ts';

const NOW = new Date('2026-11-24T12:00:00Z');
const HOUR = 3600_000;
const NO_FRESHNESS = { cacheControl: null, expires: null, date: null, age: null, retryAfter: null };
const COMMON = {
  url: 'https://a.example/feed',
  finalUrl: 'https://a.example/feed',
  status: 200,
  freshness: NO_FRESHNESS,
  movedTo: null,
  durationMs: 1,
  bytes: 6,
};
const VALIDATORS = { etag: '"1"', lastModified: null };

const body = (text = '<rss/>', change: object = {}): FetchOutcome => ({
  ...COMMON,
  kind: 'body',
  body: Buffer.from(text),
  bodyHash: 'hash',
  contentType: null,
  validators: VALIDATORS,
  link: [],
  ...change,
});
const unchanged = (change: object = {}): FetchOutcome => ({
  ...COMMON,
  kind: 'unchanged',
  by: 'status',
  status: 304,
  validators: VALIDATORS,
  bodyHash: 'hash',
  ...change,
});
const failed = (status: number, change: object = {}): FetchOutcome => ({
  ...COMMON,
  kind: 'failed',
  status,
  code: `http-${status}`,
  said: { code: 'nothing' },
  message: 'No.',
  permanent: status === 410,
  ...change,
});

function poll(outcome: FetchOutcome, change: Partial<PollStep> = {}) {
  return afterPoll({
    now: NOW,
    outcome,
    memory: NEW_SOURCE,
    failures: 0,
    arrivals: [],
    ownIntervalMs: null,
    pushedUntil: null,
    random: () => 0,
    ...change,
  });
}
const wait = (after: { at: Date | null }) => ((after.at?.getTime() ?? NaN) - NOW.getTime()) / HOUR;

describe('afterPoll', () => {
  it('keeps validators and hash of a body, of the same bytes again, but not of a 304 or a failure', () => {
    expect(poll(body()).keep).toEqual({ validators: VALIDATORS, bodyHash: 'hash' });
    expect(poll(unchanged({ by: 'hash', status: 200 })).keep).toEqual({
      validators: VALIDATORS,
      bodyHash: 'hash',
    });
    expect(poll(unchanged()).keep).toBeNull();
    expect(poll(failed(500)).keep).toBeNull();
  });

  it('remembers which origin the validators came from', () => {
    const after = poll(body('<rss/>', { finalUrl: 'https://cdn.example/x/feed.xml' }));
    expect(after.memory.validatorsFrom).toBe('https://cdn.example');
    const later = poll(failed(500), { memory: after.memory });
    expect(later.memory.validatorsFrom).toBe('https://cdn.example');
  });

  it('takes a body that is no feed for a failure, whose validators would hide it for ever', () => {
    const after = poll(body(), {
      unreadable: { code: 'not-a-feed', said: { code: 'web_page' } },
      failures: 1,
    });
    expect(after).toMatchObject({
      keep: null,
      failures: 2,
      failure: { code: 'not-a-feed' },
      because: 'back-off',
    });
    expect(wait(after)).toBe(2);
  });

  it('remembers hints and freshness over a 304 that repeats neither', () => {
    const first = poll(
      body('<rss><ttl>120</ttl></rss>', { freshness: { ...NO_FRESHNESS, cacheControl: 'max-age=10800' } }),
    );
    expect(first.memory).toMatchObject({ hints: { ttlMinutes: 120 }, freshMs: 3 * HOUR });
    const second = poll(unchanged(), { memory: first.memory });
    expect(second.memory).toEqual(first.memory);
    expect(wait(second)).toBe(3);
    const third = poll(body('<rss/>'), { memory: second.memory });
    expect(third.memory).toMatchObject({ hints: { ttlMinutes: null }, freshMs: null });
    expect(wait(third)).toBe(1);
  });

  it('counts failures and forgets them after a success', () => {
    expect(poll(failed(500), { failures: 3 }).failures).toBe(4);
    expect(poll(unchanged(), { failures: 3 }).failures).toBe(0);
  });

  it('believes a permanent redirect only after several agreeing polls over a day', () => {
    const to = 'https://b.example/feed';
    const run = (steps: [hours: number, outcome: FetchOutcome][]) => {
      let memory = { ...NEW_SOURCE };
      return steps.map(([hours, outcome]) => {
        const after = poll(outcome, { memory, now: new Date(NOW.getTime() + hours * HOUR) });
        memory = after.memory;
        return after.moveTo;
      });
    };
    const moved = unchanged({ movedTo: to });
    expect(
      run([
        [0, moved],
        [1, moved],
        [2, moved],
        [24, moved],
      ]),
    ).toEqual([null, null, null, to]);
    expect(
      run([
        [0, moved],
        [24, moved],
        [48, moved],
      ]),
    ).toEqual([null, null, to]);
    expect(
      run([
        [0, moved],
        [24, unchanged()],
        [48, moved],
        [72, moved],
      ]),
    ).toEqual([null, null, null, null]);
    const other = unchanged({ movedTo: 'https://c.example/' });
    expect(
      run([
        [0, moved],
        [24, other],
        [48, moved],
        [72, moved],
      ]),
    ).toEqual([null, null, null, null]);
    const down = failed(503, { movedTo: to });
    expect(
      run([
        [0, moved],
        [24, down],
        [25, down],
        [26, moved],
        [27, moved],
      ]),
    ).toEqual([null, null, null, null, to]);
  });

  it('blocks the whole host after 429, until the source itself is asked again', () => {
    const after = poll(failed(429, { freshness: { ...NO_FRESHNESS, retryAfter: '36000' } }));
    expect(after.blockHostUntil).toEqual(new Date(NOW.getTime() + 10 * HOUR));
    expect(after.memory.notBefore).toBe('2026-11-24T22:00:00.000Z');
    expect(poll(failed(503)).blockHostUntil).toBeNull();
  });

  it('stops at 410', () => {
    expect(poll(failed(410))).toMatchObject({ at: null, because: 'gone' });
  });
});

describe('pollNowAt', () => {
  const at = (
    minutesAgo: number | null,
    notBefore: Date | null = null,
    ownIntervalMs: number | null = null,
  ) =>
    (pollNowAt({
      now: NOW,
      lastCheckAt: minutesAgo === null ? null : new Date(NOW.getTime() - minutesAgo * 60_000),
      notBefore,
      ownIntervalMs,
    }).getTime() -
      NOW.getTime()) /
    60_000;

  it('is at once, unless it was asked just now or must not be asked', () => {
    expect(at(null)).toBe(0);
    expect(at(60)).toBe(0);
    expect(at(1)).toBe(4);
    expect(at(0, null, 10_000)).toBeCloseTo(1 / 6);
    expect(at(60, new Date(NOW.getTime() + 2 * HOUR))).toBe(120);
  });
});
