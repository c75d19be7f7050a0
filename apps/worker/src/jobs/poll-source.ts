import { type FetchOutcome, fetchFeed, parseFeed } from '@throughline/feeds';
import { knownItems, recordCheck, type SourceToCheck, sourceToCheck } from '@throughline/store';
import { checkResult, type Reading } from '../check-result.ts';
import type { Desk } from '../desk.ts';
import { addTagJobs } from '../sweep.ts';

/** Checks a source, if it is still due: fetch, parse, store with the validators, then tag what is new or changed. */
export async function pollSource(desk: Desk, { sourceId }: { sourceId: number }): Promise<void> {
  const source = await sourceToCheck(desk.db, sourceId);
  if (source === null) return;
  const outcome = await fetchFeed(desk.client, source);
  const check = checkResult(source, await read(desk, source, outcome), {
    now: desk.now(),
    random: desk.random,
  });
  const { newItemIds, changedItemIds } = await recordCheck(desk.db, check);
  await addTagJobs(desk, [...newItemIds, ...changedItemIds]);
}

/** Parses only a body that was not seen before. */
async function read(desk: Desk, source: SourceToCheck, outcome: FetchOutcome): Promise<Reading> {
  if (outcome.kind !== 'body') return { outcome, parsed: null, known: [] };
  const known = await knownItems(desk.db, source.id);
  const parsed = await parseFeed(outcome.body, { url: outcome.finalUrl, contentType: outcome.contentType });
  return { outcome, parsed, known };
}
