import type { FetchFailureCode, PollMemory, Said, Validators } from '@throughline/schema';
import { type FetchOutcome, validatorsFrom } from '../fetch/fetch-feed.ts';
import { freshForMs } from './freshness.ts';
import { NO_HINTS, readHints } from './hints.ts';
import { type NextCheck, nextCheck, type SchedulePolicy } from './next-check.ts';

/** Everything that one poll changes in what the desk knows of a source: one pure step. */

export const NEW_SOURCE: Readonly<PollMemory> = {
  hints: { ...NO_HINTS },
  freshMs: null,
  notBefore: null,
  validatorsFrom: null,
  moving: null,
};

/** A permanent redirect is believed after this many polls that agree ... */
const AGREEING_POLLS = 3;
/** ... and this long after the first of them: a hotel's sign-in page redirects permanently, too. */
const AGREEING_MS = 24 * 3600_000;

export interface PollStep {
  now: Date;
  outcome: FetchOutcome;
  /** Set when the body came but is no feed: it counts as a failure and its validators are not kept. */
  unreadable?: { code: FetchFailureCode; said: Said } | null;
  memory: PollMemory;
  /** Failures in a row before this poll. */
  failures: number;
  arrivals: readonly Date[];
  ownIntervalMs: number | null;
  pushedUntil: Date | null;
  random: () => number;
  policy?: Partial<SchedulePolicy>;
}

export interface AfterPoll extends NextCheck {
  failures: number;
  memory: PollMemory;
  /** To be stored together with the items; null leaves what is stored. `memory` names where they came from. */
  keep: { validators: Validators; bodyHash: string | null } | null;
  /** The source's address from now on; null leaves it. */
  moveTo: string | null;
  /** No source of this host may be asked before this (429); null when there is no such order. */
  blockHostUntil: Date | null;
  failure: { code: FetchFailureCode; said: Said } | null;
}

export function afterPoll(step: PollStep): AfterPoll {
  const { now, outcome, memory } = step;
  const failure = outcome.kind === 'failed' ? outcome : (step.unreadable ?? null);
  const failures = failure === null ? 0 : step.failures + 1;
  const hints = outcome.kind === 'body' && failure === null ? readHints(outcome.body) : memory.hints;
  const freshMs = outcome.kind === 'failed' ? memory.freshMs : rememberFresh(outcome, memory);
  const next = nextCheck({
    ...step,
    outcome: scheduled(outcome, failure),
    failures,
    hints,
    rememberedFreshMs: freshMs,
  });
  const moving = failure === null ? movingOn(memory.moving, outcome.movedTo, now) : memory.moving;
  const keep = failure === null ? kept(outcome) : null;
  const moved = moving !== null && isBelieved(moving, now);
  return {
    ...next,
    failures,
    memory: {
      hints,
      freshMs,
      notBefore: next.notBefore?.toISOString() ?? null,
      validatorsFrom: keep === null ? memory.validatorsFrom : validatorsFrom(outcome),
      moving: moved ? null : moving,
    },
    keep,
    moveTo: moved ? moving.to : null,
    blockHostUntil: outcome.status === 429 ? next.at : null,
    failure: failure === null ? null : { code: failure.code, said: failure.said },
  };
}

/** Headers of this answer; a 304 that repeats none leaves those of the answer that it confirms (RFC 9111, 4.3.4). */
function rememberFresh(outcome: FetchOutcome, memory: PollMemory): number | null {
  const fresh = freshForMs(outcome.freshness);
  return fresh === null && outcome.status === 304 ? memory.freshMs : fresh;
}

function scheduled(outcome: FetchOutcome, failure: { code: FetchFailureCode } | null) {
  const { freshness } = outcome;
  if (failure === null) return { kind: 'unchanged' as const, freshness };
  const permanent = outcome.kind === 'failed' && outcome.permanent;
  return { kind: 'failed' as const, code: failure.code, permanent, freshness };
}

function movingOn(moving: PollMemory['moving'], to: string | null, now: Date): PollMemory['moving'] {
  if (to === null) return null;
  if (moving?.to !== to) return { to, polls: 1, since: now.toISOString() };
  return { ...moving, polls: moving.polls + 1 };
}

function isBelieved(moving: NonNullable<PollMemory['moving']>, now: Date): boolean {
  return moving.polls >= AGREEING_POLLS && now.getTime() - Date.parse(moving.since) >= AGREEING_MS;
}

function kept(outcome: FetchOutcome): AfterPoll['keep'] {
  if (outcome.kind === 'failed' || (outcome.kind === 'unchanged' && outcome.by === 'status')) return null;
  return { validators: outcome.validators, bodyHash: outcome.bodyHash };
}

/** The least time between two polls that people ask for by hand. */
const BY_HAND_MS = 5 * 60_000;

/**
 * The earliest moment at which "poll now" may be carried out. Pressing twice, or on every page of the desk, never makes
 * a second request; what the publisher forbade stays forbidden.
 */
export function pollNowAt(input: {
  now: Date;
  lastCheckAt: Date | null;
  notBefore: Date | null;
  ownIntervalMs: number | null;
}): Date {
  const gap = Math.min(BY_HAND_MS, input.ownIntervalMs ?? BY_HAND_MS);
  const afterLast = input.lastCheckAt === null ? 0 : input.lastCheckAt.getTime() + gap;
  return new Date(Math.max(input.now.getTime(), afterLast, input.notBefore?.getTime() ?? 0));
}
