import type { FetchFailureCode, HealthState, Said, SourceHealth } from '@throughline/schema';
import { median, medianGapMs } from '../schedule/rhythm.ts';

/** How a source is doing, as a person would say it, from the history of its checks. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** One check, as the history keeps it. */
export interface HealthCheck {
  at: Date;
  /** `unchanged` covers both 304 and the same bytes again. */
  kind: 'body' | 'unchanged' | 'failed';
  code: FetchFailureCode | null;
  said: Said | null;
  durationMs: number;
  newItems: number;
}

export interface HealthHistory {
  /** Newest first. Fifty suffice; a flood is only told from the usual when they reach back for three days. */
  checks: readonly HealthCheck[];
  /** When the source's last items appeared on the desk, in any order; about 50 suffice. */
  arrivals: readonly Date[];
  addedAt: Date;
}

export interface HealthLimits {
  slowMs: number;
  /** Silent when nothing came for this many of its usual gaps ... */
  silentGaps: number;
  /** ... and at least for this long. */
  silentMs: number;
  /** Flooding when one day brought this many times the usual day ... */
  floodTimes: number;
  /** ... and at least this many items. */
  floodItems: number;
}

const LIMITS: Readonly<HealthLimits> = {
  slowMs: 8_000,
  silentGaps: 8,
  silentMs: 3 * DAY,
  floodTimes: 10,
  floodItems: 200,
};

/** Failures that do not mend themselves: a person has to do something, sooner than with a host that is down. */
const NEEDS_PERSON: ReadonlySet<string> = new Set([
  'bad-url',
  'port',
  'private-address',
  'http-401',
  'http-403',
  'http-404',
  'http-451',
  'not-a-feed',
  'redirect-loop',
]);

/** The worst that is true of it is said: gone, failing, frozen, silent, flooding, slow, fine. */
export function healthOf(
  history: HealthHistory,
  now: Date,
  limits: Partial<HealthLimits> = {},
): SourceHealth {
  const bounds = { ...LIMITS, ...limits };
  const last = history.checks[0];
  if (last === undefined) return fine();
  if (last.kind === 'failed') return last.code === 'http-410' ? gone(history) : failing(history, now);
  return quiet(history, now, bounds) ?? flooding(history, now, bounds) ?? slow(history, bounds) ?? fine();
}

function fine(): SourceHealth {
  return { state: 'fine', cause: null, since: null, needsHand: false };
}

function ill(state: HealthState, cause: Said, since: Date, needsHand: boolean): SourceHealth {
  return { state, cause, since: since.toISOString(), needsHand };
}

/** The checks at the head of the list for which this holds. */
function streak(
  checks: readonly HealthCheck[],
  holds: (check: HealthCheck) => boolean,
): readonly HealthCheck[] {
  const end = checks.findIndex((check) => !holds(check));
  return end < 0 ? checks : checks.slice(0, end);
}

const firstOf = (checks: readonly HealthCheck[], fallback: Date): Date => checks.at(-1)?.at ?? fallback;

function gone({ checks, addedAt }: HealthHistory): SourceHealth {
  const since = firstOf(
    streak(checks, (check) => check.code === 'http-410'),
    addedAt,
  );
  return ill('gone', { code: 'gone' }, since, true);
}

function failing({ checks, addedAt }: HealthHistory, now: Date): SourceHealth {
  const failures = streak(checks, (check) => check.kind === 'failed');
  const last = failures[0];
  const since = firstOf(failures, addedAt);
  const cause: Said = { ...(last?.said ?? { code: 'nothing' }), times: failures.length };
  const stubborn = NEEDS_PERSON.has(last?.code ?? '')
    ? failures.length >= 2
    : now.getTime() - since.getTime() > DAY;
  return ill('failing', cause, since, stubborn && failures.length > 1);
}

function quiet(
  { checks, arrivals, addedAt }: HealthHistory,
  now: Date,
  limits: HealthLimits,
): SourceHealth | null {
  const lastArrival = arrivals.reduce((latest, at) => Math.max(latest, at.getTime()), 0);
  const since = new Date(lastArrival || addedAt.getTime());
  // Its rhythm as it was while it still spoke: the present silence must not count as part of it.
  const usual = medianGapMs(arrivals, since) ?? 7 * DAY;
  const silence = now.getTime() - since.getTime();
  if (silence < Math.max(usual * limits.silentGaps, limits.silentMs)) return null;
  const during = checks.filter((check) => check.at > since && check.kind !== 'failed');
  if (during.length < 2) return null;
  const frozen = during.every((check) => check.kind === 'unchanged');
  const usually = lastArrival === 0 ? {} : { usual };
  const state = frozen ? 'frozen' : 'silent';
  return ill(state, { code: state, ms: silence, ...usually }, since, true);
}

function flooding({ checks, addedAt }: HealthHistory, now: Date, limits: HealthLimits): SourceHealth | null {
  // The first reading brings everything that the feed holds: that is no flood.
  const later = checks.filter(
    (check, index) => index < checks.length - 1 || check.at.getTime() > addedAt.getTime() + DAY,
  );
  const perDay = new Map<number, number>();
  for (const check of later) {
    const day = Math.floor((now.getTime() - check.at.getTime()) / DAY);
    perDay.set(day, (perDay.get(day) ?? 0) + check.newItems);
  }
  const today = perDay.get(0) ?? 0;
  perDay.delete(0);
  if (perDay.size < 2 || today < limits.floodItems) return null;
  const usual = median([...perDay.values()]);
  if (today < usual * limits.floodTimes) return null;
  const first = later.filter((check) => now.getTime() - check.at.getTime() < DAY && check.newItems > 0);
  const cause: Said = { code: 'flooding', n: today, usual: Math.round(usual) };
  return ill('flooding', cause, firstOf(first, now), true);
}

function slow({ checks, addedAt }: HealthHistory, limits: HealthLimits): SourceHealth | null {
  const recent = checks.slice(0, 5).map((check) => check.durationMs);
  if (recent.length < 3 || median(recent) < limits.slowMs) return null;
  const since = firstOf(
    streak(checks, (check) => check.durationMs >= limits.slowMs),
    checks[0]?.at ?? addedAt,
  );
  return ill('slow', { code: 'slow', ms: median(recent) }, since, false);
}
