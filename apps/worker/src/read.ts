import { type FetchOutcome, parseFeed } from '@throughline/feeds';
import { knownItems, type SourceToCheck } from '@throughline/store';
import type { Reading } from './check-result.ts';
import type { Desk } from './desk.ts';

/** Stored items that a reading is compared with: more than nearly any feed lists, and twice what a longer one does. */
const KNOWN_ITEMS = 1_000;

/** Parses only a body that was not seen before. */
export async function read<T extends FetchOutcome>(
  desk: Pick<Desk, 'db'>,
  source: SourceToCheck,
  outcome: T,
): Promise<Reading & { outcome: T }> {
  if (outcome.kind !== 'body') return { outcome, parsed: null, known: [] };
  const parsed = await parseFeed(outcome.body, { url: outcome.finalUrl, contentType: outcome.contentType });
  const listed = parsed.ok ? parsed.items.length : 0;
  const known = await knownItems(desk.db, source.id, Math.max(KNOWN_ITEMS, 2 * listed));
  return { outcome, parsed, known };
}
