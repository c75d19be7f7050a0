import {
  deliveriesDue,
  dueSources,
  evidenceDue,
  forgetDeliveries,
  forgetEvents,
  forgetFetches,
  forgetHolds,
  forgetHosts,
  forgetMarkCommands,
  forgetPushes,
  forgetSessions,
  itemsDueForPage,
  itemsDueForTagging,
  learningDue,
  pushesToLeave,
  pushRequestsDue,
  retentionDue,
  topicEpoch,
  trackingDue,
  waitingAnswers,
} from '@throughline/store';
import type { Desk } from './desk.ts';
import { leaveHub } from './push.ts';

/** Sources put into the queue by one sweep. */
const SOURCES_AT_MOST = 500;
/** Items put into the queue by one sweep, and how many one job carries. */
const ITEMS_AT_MOST = 2_000;
const ITEMS_PER_JOB = 100;
const ERRANDS_AT_MOST = 100;
/** Few: pages come from the hosts that are polled as well. */
const PAGES_AT_MOST = 20;
const STORYLINES_AT_MOST = 50;

/**
 * Puts what the database says is due into the queue. Every job is named after what it is to do, so sweeping twice,
 * or in several workers, adds nothing; and a queue that was lost is filled again.
 */
export async function sweep(desk: Desk): Promise<void> {
  await sweepSources(desk);
  await sweepErrands(desk);
  await sweepItems(desk);
  await sweepLearners(desk);
  await sweepStorylines(desk);
}

async function sweepLearners({ db, queues }: Desk): Promise<void> {
  const due = await learningDue(db);
  await queues.add(
    'learn-topic',
    due.map(({ topicId, state }) => ({ id: `learn-${topicId}-${state}`, payload: { topicId } })),
  );
}

async function sweepStorylines({ db, queues, now }: Desk): Promise<void> {
  const due = await trackingDue(db, now(), STORYLINES_AT_MOST);
  await queues.add(
    'track-storyline',
    due.map(({ id, looks }) => ({ id: `track-${id}-${looks}`, payload: { storylineId: id } })),
  );
}

async function sweepSources({ db, queues, now, ownOrigins }: Desk): Promise<void> {
  const due = await dueSources(db, { now: now(), limit: SOURCES_AT_MOST, ownOrigins });
  await queues.add(
    'poll-source',
    due.map(({ id, dueAt }) => ({ id: `poll-${id}-${Date.parse(dueAt)}`, payload: { sourceId: id } })),
  );
}

async function sweepErrands(desk: Desk): Promise<void> {
  const { db, queues, now } = desk;
  const answers = await waitingAnswers(db, now(), ERRANDS_AT_MOST);
  const pages = await itemsDueForPage(db, now(), PAGES_AT_MOST);
  const evidence = await evidenceDue(db, now(), PAGES_AT_MOST);
  const hubs = desk.publicUrl === null ? [] : await pushRequestsDue(db, now(), ERRANDS_AT_MOST);
  const deliveries = await deliveriesDue(db, now(), ERRANDS_AT_MOST);
  const retention = await retentionDue(db, now());
  await queues.add('run-errand', [
    ...answers.map((id) => ({ id: `answer-${id}`, payload: { kind: 'read-answer' as const, answerId: id } })),
    ...hubs.map(({ sourceId, dueAt }) => ({
      id: `hub-${sourceId}-${Date.parse(dueAt)}`,
      payload: { kind: 'ask-hub' as const, sourceId },
    })),
    ...pages.map((id) => ({ id: `page-${id}`, payload: { kind: 'read-page' as const, itemId: id } })),
    ...evidence.map(({ itemId, dueAt }) => ({
      id: `evidence-${itemId}-${Date.parse(dueAt)}`,
      payload: { kind: 'watch-evidence' as const, itemId },
    })),
    ...deliveries.map(({ id, tries }) => ({
      id: `tell-${id}-${tries}`,
      payload: { kind: 'tell-webhook' as const, deliveryId: id },
    })),
    ...(retention === null
      ? []
      : [{ id: `forget-${retention}`, payload: { kind: 'forget-items' as const } }]),
  ]);
}

async function sweepItems({ db, queues, now }: Desk): Promise<void> {
  // A queue that still has work is left to finish it: the same items would only be named again.
  if ((await queues.pending('tag-items')) > 0) return;
  const ids = await itemsDueForTagging(db, now(), ITEMS_AT_MOST);
  await addTagJobs({ db, queues }, ids);
}

/** Puts items into the tagging queue, in batches. */
export async function addTagJobs(
  { db, queues }: Pick<Desk, 'db' | 'queues'>,
  ids: readonly number[],
): Promise<void> {
  if (ids.length === 0) return;
  const epoch = await topicEpoch(db);
  const batches = Array.from({ length: Math.ceil(ids.length / ITEMS_PER_JOB) }, (_, index) =>
    ids.slice(index * ITEMS_PER_JOB, (index + 1) * ITEMS_PER_JOB),
  );
  await queues.add(
    'tag-items',
    batches.map((itemIds) => ({
      id: `tag-${epoch}-${itemIds[0]}-${itemIds.at(-1)}-${itemIds.length}`,
      payload: { itemIds },
    })),
  );
}

/** Forgets what nobody needs any more; runs once an hour. */
export async function tidy(desk: Desk): Promise<void> {
  await forgetDeliveries(desk.db);
  await forgetEvents(desk.db);
  await forgetFetches(desk.db);
  await forgetHosts(desk.db);
  await forgetHolds(desk.db);
  await forgetMarkCommands(desk.db);
  await forgetPushes(desk.db);
  await forgetSessions(desk.db);
  for (const sourceId of await pushesToLeave(desk.db)) await leaveHub(desk, sourceId);
}
