import { type FetchOutcome, fetchFeed, parseFeed } from '@throughline/feeds';
import {
  type CheckResult,
  knownItems,
  recordCheck,
  type SourceToCheck,
  sourceToCheck,
} from '@throughline/store';
import { checkResult, type Reading } from '../check-result.ts';
import type { Desk } from '../desk.ts';
import { addTagJobs } from '../sweep.ts';

/** Checks a source, if it is still due: fetch, parse, store with the validators, then tag what is new or changed. */
export async function pollSource(desk: Desk, { sourceId }: { sourceId: number }): Promise<void> {
  if (desk.held.has(sourceId, desk.now())) return;
  const source = await sourceToCheck(desk.db, sourceId);
  if (source === null) return;
  desk.held.hold(sourceId, desk.now());
  const outcome = await fetchFeed(desk.client, source);
  const check = checkResult(source, await read(desk, source, outcome), {
    now: desk.now(),
    random: desk.random,
  });
  const { newItemIds, changedItemIds } = await recordCheck(desk.db, check).catch(async (error: unknown) => {
    await recordCheck(desk.db, notStored(check, desk.held.until(sourceId)));
    throw error;
  });
  desk.held.release(sourceId);
  await addTagJobs(desk, [...newItemIds, ...changedItemIds]);
}

/** Says on the screen that a check came to nothing here; its validators are forgotten, so it is read again whole. */
function notStored(check: CheckResult, nextCheckAt: string | null): CheckResult {
  const message = 'The feed was read, but could not be stored. The log of the worker says why.';
  return {
    ...check,
    items: [],
    validators: null,
    feed: null,
    hints: null,
    state: 'failing',
    outcome: 'not-stored',
    causeCode: 'not-stored',
    cause: message,
    message,
    nextCheckAt,
  };
}

/** Parses only a body that was not seen before. */
async function read(desk: Desk, source: SourceToCheck, outcome: FetchOutcome): Promise<Reading> {
  if (outcome.kind !== 'body') return { outcome, parsed: null, known: [] };
  const known = await knownItems(desk.db, source.id);
  const parsed = await parseFeed(outcome.body, { url: outcome.finalUrl, contentType: outcome.contentType });
  return { outcome, parsed, known };
}
