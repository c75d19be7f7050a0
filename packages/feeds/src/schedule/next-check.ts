import type { FeedHints, FetchFailureCode, Freshness } from '@throughline/schema';
import { freshForMs, retryAfterMs } from './freshness.ts';
import { NO_HINTS } from './hints.ts';
import { medianGapMs } from './rhythm.ts';

/** When a source is asked again: pure arithmetic over what is known of it. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface SchedulePolicy {
  /** Of a source that brought too little so far to have a rhythm. */
  unknownMs: number;
  /** Never more often than this by itself, unless the publisher says that its answers go stale sooner. */
  floorMs: number;
  /** Never more often than this by itself, whatever the publisher says. */
  hardFloorMs: number;
  /** Never more rarely than this by itself. */
  ceilingMs: number;
  /** Jitter, always later: this part of the interval, but no more than `jitterMs`. */
  jitterPart: number;
  jitterMs: number;
}

/** Hourly at most is what owners of small feeds ask for; a publisher that allows more says so in its headers. */
export const DEFAULT_POLICY: Readonly<SchedulePolicy> = {
  unknownMs: HOUR,
  floorMs: HOUR,
  hardFloorMs: 10 * MINUTE,
  ceilingMs: DAY,
  jitterPart: 0.1,
  jitterMs: 10 * MINUTE,
};

/** The part of an outcome that the schedule reads; a `FetchOutcome` fits. */
type ScheduledOutcome =
  | { kind: 'body' | 'unchanged'; freshness: Freshness }
  | { kind: 'failed'; freshness: Freshness; code: FetchFailureCode; permanent: boolean };

export interface ScheduleInput {
  now: Date;
  outcome: ScheduledOutcome;
  /** Failures in a row, this one included; 0 after a success. */
  failures: number;
  /** When the source's last items appeared (about 30 suffice): the publisher's dates, else when they were first seen. */
  arrivals?: readonly Date[];
  /** From the last body that was read; they hold after a 304 as well. */
  hints?: FeedHints;
  /** Freshness of the last answer that had some: a 304 without headers leaves it as it was. */
  rememberedFreshMs?: number | null;
  /** A person's own interval instead of the rhythm. The publisher's wishes still hold. */
  ownIntervalMs?: number | null;
  /** News come by WebSub until then: polling is only the safety net. */
  pushedUntil?: Date | null;
  /** 0..1 */
  random: () => number;
  policy?: Partial<SchedulePolicy>;
}

export interface NextCheck {
  /** Null: not again by itself. */
  at: Date | null;
  /** Nobody may ask before this, not even by hand; null when the publisher named no such time. */
  notBefore: Date | null;
  /** Which consideration decided: for the log and the page of the source. */
  because:
    | 'gone'
    | 'retry-after'
    | 'back-off'
    | 'publisher'
    | 'own-interval'
    | 'rhythm'
    | 'unknown'
    | 'pushed';
}

export function nextCheck(input: ScheduleInput): NextCheck {
  const { now, outcome } = input;
  const policy = { ...DEFAULT_POLICY, ...input.policy };
  if (outcome.kind === 'failed' && outcome.permanent) return { at: null, notBefore: null, because: 'gone' };
  const wishes = publisherMs(input);
  let { ms, because } = ownPace(input, policy, wishes);
  if (outcome.kind === 'failed') {
    ms = backOffMs(ms, outcome.code, input.failures, policy);
    because = 'back-off';
  }
  if (wishes > ms) {
    ms = wishes;
    because = 'publisher';
  }
  const asked = retryAfterMs(outcome.freshness.retryAfter, now);
  // A wrong unit or a wrong clock must not silence a source for years.
  const notBeforeMs = asked === null ? null : Math.min(asked, 7 * DAY);
  if (notBeforeMs !== null && notBeforeMs > ms) {
    ms = notBeforeMs;
    because = 'retry-after';
  }
  const jitter = input.random() * Math.min(ms * policy.jitterPart, policy.jitterMs);
  const at = skipForbidden(new Date(now.getTime() + ms + jitter), input.hints ?? NO_HINTS, jitter);
  return { at, notBefore: notBeforeMs === null ? null : new Date(now.getTime() + notBeforeMs), because };
}

/** The longest pause that the publisher asks for: 0 when it asks for none. Absurd values are bounded. */
function publisherMs({ outcome, hints = NO_HINTS, rememberedFreshMs = null }: ScheduleInput): number {
  const fresh = outcome.kind === 'failed' ? null : (freshForMs(outcome.freshness) ?? rememberedFreshMs);
  return Math.max(
    Math.min(fresh ?? 0, DAY),
    Math.min((hints.ttlMinutes ?? 0) * MINUTE, 7 * DAY),
    Math.min((hints.updateMinutes ?? 0) * MINUTE, 7 * DAY),
  );
}

type Pace = { ms: number; because: NextCheck['because'] };

function ownPace(input: ScheduleInput, policy: SchedulePolicy, wishes: number): Pace {
  if (input.ownIntervalMs != null) return { ms: input.ownIntervalMs, because: 'own-interval' };
  const pace = rhythmPace(input, policy, wishes);
  // No longer than the hub's promise lasts: it may not be renewed.
  const promised = Math.min((input.pushedUntil?.getTime() ?? 0) - input.now.getTime(), policy.ceilingMs);
  return promised > pace.ms ? { ms: promised, because: 'pushed' } : pace;
}

function rhythmPace(input: ScheduleInput, policy: SchedulePolicy, wishes: number): Pace {
  // A publisher that names a shorter time than our floor allows it; one that names none does not.
  const floor = wishes > 0 ? Math.max(policy.hardFloorMs, Math.min(policy.floorMs, wishes)) : policy.floorMs;
  const gap = medianGapMs(input.arrivals ?? [], input.now);
  if (gap === null) return { ms: Math.max(floor, policy.unknownMs), because: 'unknown' };
  // Half the usual gap: what is new waits a quarter of the gap on average.
  return { ms: Math.min(Math.max(gap / 2, floor), policy.ceilingMs), because: 'rhythm' };
}

/** Refusals are not repeated soon: whoever refuses has decided something. */
function backOffMs(pace: number, code: FetchFailureCode, failures: number, policy: SchedulePolicy): number {
  const refused = code === 'http-401' || code === 'http-403' || code === 'http-429' || code === 'http-404';
  const first = refused ? Math.max(pace, Math.min(2 * HOUR, pace * 2)) : pace;
  const doubled = first * 2 ** Math.min(Math.max(failures - 1, 0), 20);
  return Math.max(pace, Math.min(doubled, policy.ceilingMs));
}

/** Moves on, hour by hour, while the hour or the day is one in which the publisher does not want to be asked. */
function skipForbidden(at: Date, hints: FeedHints, jitter: number): Date {
  const hours = new Set(hints.skipHours);
  const days = new Set(hints.skipDays);
  // A feed that forbids every hour or every day forbids nothing.
  const forbidden = (date: Date): boolean =>
    (hours.size < 24 && hours.has(date.getUTCHours())) || (days.size < 7 && days.has(date.getUTCDay()));
  if (!forbidden(at)) return at;
  let next = Math.floor(at.getTime() / HOUR) * HOUR;
  do next += HOUR;
  while (forbidden(new Date(next)));
  // Not all readers at the stroke of the hour.
  return new Date(next + Math.min(jitter, HOUR - 1));
}
