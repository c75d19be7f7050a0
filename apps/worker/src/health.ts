import { type HealthCheck, healthOf } from '@throughline/feeds';
import { FetchFailureCode, type SourceHealth } from '@throughline/schema';
import type { SourceHistory } from '@throughline/store';

/** How a source is doing, from what the database remembers of it. */
export function judgeHealth(history: SourceHistory, now: Date): SourceHealth {
  return healthOf(
    {
      checks: history.checks.map(toCheck),
      arrivals: history.arrivals.map((at) => new Date(at)),
      addedAt: new Date(history.addedAt),
    },
    now,
  );
}

function toCheck({ at, outcome, ...check }: SourceHistory['checks'][number]): HealthCheck {
  if (outcome === 'body' || outcome === 'unchanged')
    return { ...check, at: new Date(at), kind: outcome, code: null };
  const code = FetchFailureCode.safeParse(outcome).data ?? null;
  return { ...check, at: new Date(at), kind: 'failed', code };
}
