import { type FetchOutcome, fetchFeed, pushedUntil } from '@throughline/feeds';
import type { Said } from '@throughline/schema';
import {
  type CheckResult,
  claimSource,
  type Ingested,
  postponeSource,
  recordCheck,
  type SourceToCheck,
  sourceToCheck,
} from '@throughline/store';
import { checkResult, type Reading } from '../check-result.ts';
import type { Desk } from '../desk.ts';
import { judgeHealth } from '../health.ts';
import { gateKey, isOwn } from '../polite.ts';
import { followPush } from '../push.ts';
import { read } from '../read.ts';
import { addTagJobs } from '../sweep.ts';

/** Time that a check may take before it may be tried again: a worker that dies in the middle makes no burst. */
const CLAIM_MS = 5 * 60_000;
/** The operator's own origin is asked again sooner. */
const OWN_CLAIM_MS = 30_000;

/** Checks a source, if it is still due: fetch, parse, store with the validators, then tag what is new or changed. */
export async function pollSource(desk: Desk, { sourceId }: { sourceId: number }): Promise<void> {
  if (desk.held.has(sourceId, desk.now())) return;
  const source = await sourceToCheck(desk.db, sourceId, desk.now());
  if (source === null) return;
  const key = gateKey(source.url, desk.ownOrigins);
  const claimMs = isOwn(key) ? OWN_CLAIM_MS : CLAIM_MS;
  const gated = await desk.gate.run(key, () => claimAndFetch(desk, source, claimMs));
  if (!gated.ran) return postponeSource(desk.db, sourceId, new Date(gated.until));
  if (gated.value !== null) await storeCheck(desk, source, await read(desk, source, gated.value));
}

/** Null when another worker was faster. */
async function claimAndFetch(
  desk: Desk,
  source: SourceToCheck,
  claimMs: number,
): Promise<FetchOutcome | null> {
  const now = desk.now();
  if (!(await claimSource(desk.db, source.id, now, new Date(now.getTime() + claimMs)))) return null;
  desk.held.hold(source.id, now);
  return fetchFeed(desk.client, { ...source, validatorsFrom: source.memory?.validatorsFrom ?? null });
}

/** Stores a check with all that follows from it. */
export async function storeCheck(desk: Desk, source: SourceToCheck, reading: Reading): Promise<void> {
  const now = desk.now();
  const push = desk.publicUrl === null ? null : source.push;
  const { result, blockHostUntil } = checkResult(source, reading, {
    now,
    random: desk.random,
    pushedUntil: pushedUntil(push, now),
  });
  const { newItemIds, changedItemIds } = await record(desk, result, now);
  desk.held.release(source.id);
  if (blockHostUntil !== null) {
    await desk.gate.block(gateKey(reading.outcome.finalUrl, desk.ownOrigins), blockHostUntil.getTime());
  }
  await followPush(desk, source, reading, newItemIds.length > 0);
  await addTagJobs(desk, [...newItemIds, ...changedItemIds]);
}

function record(desk: Desk, check: CheckResult, now: Date): Promise<Ingested> {
  return recordCheck(desk.db, check, (history) => judgeHealth(history, now)).catch(async (error: unknown) => {
    await recordCheck(desk.db, notStored(check, desk.held.until(check.sourceId)));
    throw error;
  });
}

/** Says on the screen that a check came to nothing here; its validators are forgotten, so it is read again whole. */
function notStored(check: CheckResult, heldUntil: string | null): CheckResult {
  const said: Said = { code: 'not_stored' };
  const { nextCheckAt } = check;
  return {
    ...check,
    items: [],
    validators: null,
    memory: null,
    moveTo: null,
    feed: null,
    failure: { code: 'not-stored', said, permanent: false },
    failures: check.failures + 1,
    outcome: 'not-stored',
    said,
    nextCheckAt: nextCheckAt === null || (heldUntil ?? '') > nextCheckAt ? heldUntil : nextCheckAt,
  };
}
