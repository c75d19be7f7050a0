import { inEnglish, type Said } from '@throughline/schema';
import { describe, expect, it } from 'vitest';
import { type HealthCheck, healthOf } from './health-of.ts';

const NOW = new Date('2026-11-24T12:00:00Z');
const HOUR = 3600_000;
const DAY = 24 * HOUR;
const ago = (ms: number) => new Date(NOW.getTime() - ms);
const check = (hoursAgo: number, change: Partial<HealthCheck> = {}): HealthCheck => ({
  at: ago(hoursAgo * HOUR),
  kind: 'body',
  code: null,
  said: null,
  durationMs: 200,
  newItems: 3,
  ...change,
});
const hourly = (count: number, change: (index: number) => Partial<HealthCheck> = () => ({})) =>
  Array.from({ length: count }, (_, index) => check(index, change(index)));
const arrivals = (everyHours: number, lastHoursAgo: number) =>
  Array.from({ length: 20 }, (_, index) => ago((lastHoursAgo + index * everyHours) * HOUR));
const fail = (code: HealthCheck['code'], said: Said = { code: 'refused', host: 'a.example' }) => ({
  kind: 'failed' as const,
  code,
  said,
  newItems: 0,
});
const of = (checks: HealthCheck[], came = arrivals(2, 1), addedAt = ago(90 * DAY)) =>
  healthOf({ checks, arrivals: came, addedAt }, NOW);

describe('healthOf', () => {
  it('is fine when it reads well, and before the first check', () => {
    expect(of(hourly(20))).toEqual({ state: 'fine', cause: null, since: null, needsHand: false });
    expect(of([])).toMatchObject({ state: 'fine' });
  });

  it('is failing since the first of the failures, with the cause of the last', () => {
    const checks = [
      check(0, fail('timeout', { code: 'timeout', host: 'a.example' })),
      check(2, fail('refused')),
      check(4),
    ];
    expect(of(checks)).toEqual({
      state: 'failing',
      cause: { code: 'timeout', host: 'a.example', times: 2 },
      since: ago(2 * HOUR).toISOString(),
      needsHand: false,
    });
  });

  it('needs a hand when it fails for more than a day, or twice in a way that does not mend itself', () => {
    expect(of([check(0, fail('refused')), check(25, fail('refused'))]).needsHand).toBe(true);
    expect(of([check(0, fail('http-404')), check(2)]).needsHand).toBe(false);
    expect(of([check(0, fail('http-404')), check(2, fail('http-404'))]).needsHand).toBe(true);
  });

  it('is gone when the publisher says so', () => {
    expect(of([check(0, fail('http-410')), check(1)])).toMatchObject({ state: 'gone', needsHand: true });
  });

  it('is frozen when it answers the same for much longer than its rhythm', () => {
    const checks = hourly(40, () => ({ kind: 'unchanged', newItems: 0 })).map((c, i) => ({
      ...c,
      at: ago(i * 3 * HOUR),
    }));
    const health = of(checks, arrivals(2, 4 * 24));
    expect(health).toMatchObject({ state: 'frozen', since: ago(4 * DAY).toISOString(), needsHand: true });
    expect(health.cause && inEnglish(health.cause)).toBe(
      'It has answered with exactly the same for 4 days. It usually brings something every 2 hours.',
    );
  });

  it('is silent when its answers change but bring nothing', () => {
    const checks = hourly(40, (i) => ({
      kind: i % 2 ? 'body' : 'unchanged',
      newItems: 0,
      at: ago(i * 3 * HOUR),
    }));
    expect(of(checks, arrivals(2, 4 * 24)).state).toBe('silent');
  });

  it('lets a slow rhythm be slow', () => {
    const still = hourly(40, (i) => ({ kind: 'unchanged', newItems: 0, at: ago(i * DAY) }));
    expect(of(still, arrivals(5 * 24, 30 * 24)).state).toBe('fine');
    expect(of(still, arrivals(5 * 24, 41 * 24)).state).toBe('frozen');
    expect(of(still.slice(0, 3), [], ago(3 * DAY)).state).toBe('fine');
  });

  it('is flooding when a day brings many times the usual', () => {
    const checks = hourly(96, (i) => ({ newItems: i < 4 ? 100 : 1 }));
    const health = of(checks);
    expect(health).toMatchObject({ state: 'flooding', needsHand: true });
    expect(health.cause && inEnglish(health.cause)).toBe(
      'It brought 420 new items within a day; usual are 24.',
    );
    expect(of(hourly(96, () => ({ newItems: 50 }))).state).toBe('fine');
  });

  it('does not take the first reading for a flood', () => {
    const checks = hourly(10, (i) => ({ newItems: i === 9 ? 900 : 0 }));
    expect(of(checks, arrivals(1, 1), ago(9.1 * HOUR)).state).toBe('fine');
  });

  it('is slow when most answers are', () => {
    expect(of(hourly(5, (i) => ({ durationMs: i < 3 ? 12_000 : 100 })))).toMatchObject({
      state: 'slow',
      cause: { code: 'slow', ms: 12_000 },
      since: ago(2 * HOUR).toISOString(),
      needsHand: false,
    });
    expect(of(hourly(5, (i) => ({ durationMs: i < 2 ? 12_000 : 100 }))).state).toBe('fine');
  });
});
