import type { Freshness } from '@throughline/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_HINTS } from './hints.ts';
import { nextCheck, type ScheduleInput } from './next-check.ts';

const NOW = new Date('2026-11-24T12:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOTHING: Freshness = { cacheControl: null, expires: null, date: null, age: null, retryAfter: null };

function minutes(input: Partial<ScheduleInput>): number | null {
  const at = nextCheck({
    now: NOW,
    outcome: { kind: 'body', freshness: NOTHING },
    failures: 0,
    random: () => 0,
    ...input,
  }).at;
  return at === null ? null : (at.getTime() - NOW.getTime()) / MINUTE;
}

const every = (ms: number, count = 20): Date[] =>
  Array.from({ length: count }, (_, index) => new Date(NOW.getTime() - index * ms));
const fresh = (freshness: Partial<Freshness>, kind: 'body' | 'unchanged' = 'body') => ({
  kind,
  freshness: { ...NOTHING, ...freshness },
});
const failed = (
  code: 'timeout' | 'http-404' | 'http-410' | 'http-429' | 'http-503',
  retryAfter: string | null = null,
) => ({
  kind: 'failed' as const,
  code,
  permanent: code === 'http-410',
  freshness: { ...NOTHING, retryAfter },
});

describe('nextCheck', () => {
  it('asks a source of unknown rhythm every hour', () => {
    expect(minutes({})).toBe(60);
  });

  it('follows the rhythm of the source between one hour and one day', () => {
    expect(minutes({ arrivals: every(10 * MINUTE) })).toBe(60);
    expect(minutes({ arrivals: every(6 * HOUR) })).toBe(180);
    expect(minutes({ arrivals: every(72 * HOUR) })).toBe(24 * 60);
  });

  it('asks less and less when the source falls asleep', () => {
    const awake = every(4 * HOUR).map((date) => new Date(date.getTime() - 40 * HOUR));
    expect(minutes({ arrivals: awake })).toBe(300);
  });

  it('comes sooner than hourly only when the publisher says that this is welcome', () => {
    const arrivals = every(10 * MINUTE);
    expect(minutes({ arrivals, outcome: fresh({ cacheControl: 'max-age=900' }) })).toBe(15);
    expect(minutes({ arrivals, outcome: fresh({ cacheControl: 'max-age=60' }) })).toBe(10);
    expect(minutes({ arrivals, outcome: fresh({ cacheControl: 'no-cache' }) })).toBe(60);
    expect(minutes({ arrivals, hints: { ...NO_HINTS, ttlMinutes: 20 } })).toBe(20);
  });

  it('waits as long as the publisher wishes, also after a 304, also when a person wants it faster', () => {
    const outcome = fresh({ cacheControl: 'public, max-age=7200', age: '600' }, 'unchanged');
    expect(minutes({ outcome })).toBe(110);
    expect(minutes({ outcome, ownIntervalMs: MINUTE })).toBe(110);
    expect(minutes({ outcome: fresh({}, 'unchanged'), rememberedFreshMs: 3 * HOUR })).toBe(180);
    expect(minutes({ hints: { ...NO_HINTS, updateMinutes: 1440 } })).toBe(1440);
    expect(
      minutes({
        outcome: fresh({ expires: 'Tue, 24 Nov 2026 15:00:00 GMT', date: 'Tue, 24 Nov 2026 12:30:00 GMT' }),
      }),
    ).toBe(150);
  });

  it('does not believe that a feed stays fresh for a year', () => {
    expect(minutes({ outcome: fresh({ cacheControl: 'max-age=31536000' }) })).toBe(24 * 60);
    expect(minutes({ outcome: failed('http-503', '99999999999') })).toBe(7 * 24 * 60);
  });

  it('moves on from hours and days in which it should not ask', () => {
    expect(minutes({ hints: { ...NO_HINTS, skipHours: [13, 14] } })).toBe(180);
    expect(minutes({ hints: { ...NO_HINTS, skipDays: [2] } })).toBe(12 * 60);
    const all = Array.from({ length: 24 }, (_, hour) => hour);
    expect(minutes({ hints: { ...NO_HINTS, skipHours: all } })).toBe(60);
  });

  it('backs off when checks fail, up to a day, and stops when the feed is gone', () => {
    const at = (failures: number) => minutes({ outcome: failed('timeout'), failures });
    expect([1, 2, 3, 4, 5, 6, 60].map(at)).toEqual([60, 120, 240, 480, 960, 1440, 1440]);
    expect(minutes({ outcome: failed('http-404'), failures: 1 })).toBe(120);
    expect(minutes({ outcome: failed('http-410'), failures: 1 })).toBeNull();
  });

  it('obeys Retry-After in both forms, and lets nobody ask before', () => {
    expect(minutes({ outcome: failed('http-429', '10800'), failures: 1 })).toBe(180);
    expect(minutes({ outcome: failed('http-503', 'Tue, 24 Nov 2026 16:00:00 GMT'), failures: 1 })).toBe(240);
    const next = nextCheck({ now: NOW, outcome: failed('http-429', '60'), failures: 1, random: () => 0 });
    expect(next.notBefore?.toISOString()).toBe('2026-11-24T12:01:00.000Z');
    expect(next.at?.getTime()).toBeGreaterThan(NOW.getTime() + HOUR);
  });

  it('polls only once a day what is pushed anyway', () => {
    const arrivals = every(10 * MINUTE);
    expect(minutes({ arrivals, pushedUntil: new Date(NOW.getTime() + 9 * 24 * HOUR) })).toBe(1440);
    // What a hub promises for less is polled when the promise ends, never more often than without a hub.
    expect(minutes({ arrivals, pushedUntil: new Date(NOW.getTime() + 5 * HOUR) })).toBe(300);
    expect(minutes({ arrivals, pushedUntil: new Date(NOW.getTime() + HOUR / 12) })).toBe(60);
    expect(minutes({ arrivals, pushedUntil: new Date(NOW.getTime() - HOUR) })).toBe(60);
  });

  it('never asks earlier for jitter', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.integer({ min: 0, max: 10 }),
        fc.option(fc.integer({ min: 1, max: 20_000 }), { nil: null }),
        (random, failures, ttlMinutes) => {
          const input = { failures, hints: { ...NO_HINTS, ttlMinutes } };
          const without = minutes(input) ?? 0;
          const withJitter = minutes({ ...input, random: () => random }) ?? 0;
          expect(withJitter).toBeGreaterThanOrEqual(without);
          expect(withJitter).toBeLessThanOrEqual(without + 10);
        },
      ),
    );
  });
});
