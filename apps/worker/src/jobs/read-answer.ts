import type { FetchedBody } from '@throughline/feeds';
import {
  claimAnswer,
  makeDue,
  recordCheck,
  removeAnswer,
  type SourceToCheck,
  sourceToRead,
} from '@throughline/store';
import { pushResult } from '../check-result.ts';
import type { Desk } from '../desk.ts';
import { judgeHealth } from '../health.ts';
import { read } from '../read.ts';
import { addTagJobs } from '../sweep.ts';
import { storeCheck } from './poll-source.ts';

/** One that cannot be stored (or that ends its reader) is given up after so many attempts. */
const TRIES = 5;
const PAUSE_MS = 60_000;

/**
 * Reads an answer that came in outside of a poll by the same way as one that was asked for. Where it cannot be stored
 * its source is asked in the end, which says on the screen what is wrong.
 */
export async function readAnswer(desk: Desk, answerId: number): Promise<void> {
  const now = desk.now();
  const answer = await claimAnswer(desk.db, answerId, now, new Date(now.getTime() + PAUSE_MS));
  if (answer === null) return;
  if (answer.tries > TRIES) {
    await makeDue(desk.db, answer.sourceId, now);
    await removeAnswer(desk.db, answerId);
    return;
  }
  const source = await sourceToRead(desk.db, answer.sourceId);
  // What was looked at before a source was added is of use for its first reading only.
  const isUseful = source !== null && (answer.kind === 'push' || source.memory === null);
  if (isUseful) {
    const outcome = { ...(answer.head as Omit<FetchedBody, 'body'>), body: answer.body };
    if (answer.kind === 'push') await storePush(desk, source, outcome);
    else await storeCheck(desk, source, await read(desk, source, outcome));
  }
  await removeAnswer(desk.db, answerId);
}

/** A push that cannot be read is only a sign that there may be news. */
async function storePush(desk: Desk, source: SourceToCheck, outcome: FetchedBody): Promise<void> {
  const reading = await read(desk, source, outcome);
  const now = desk.now();
  if (!reading.parsed?.ok) {
    await makeDue(desk.db, source.id, now);
    return;
  }
  const { newItemIds, changedItemIds } = await recordCheck(
    desk.db,
    pushResult(source, reading, now),
    (history) => judgeHealth(history, now),
  );
  await addTagJobs(desk, [...newItemIds, ...changedItemIds]);
}
