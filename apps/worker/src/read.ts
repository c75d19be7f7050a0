import { type FetchOutcome, parseFeed } from '@throughline/feeds';
import { knownItems, type SourceToCheck } from '@throughline/store';
import type { Reading } from './check-result.ts';
import type { Desk } from './desk.ts';

/** Parses only a body that was not seen before. */
export async function read<T extends FetchOutcome>(
  desk: Pick<Desk, 'db'>,
  source: SourceToCheck,
  outcome: T,
): Promise<Reading & { outcome: T }> {
  if (outcome.kind !== 'body') return { outcome, parsed: null, known: [] };
  const known = await knownItems(desk.db, source.id);
  const parsed = await parseFeed(outcome.body, { url: outcome.finalUrl, contentType: outcome.contentType });
  return { outcome, parsed, known };
}
