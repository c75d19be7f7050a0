import { createHash } from 'node:crypto';
import { createGuardedClient } from '@throughline/feeds';
import { openQueues, type QueueServer, type Queues } from '@throughline/queue';
import { explainServer, type Logger, runService } from '@throughline/runtime';
import { migrateServer, openDatabase, retrySetAside } from '@throughline/store';
import type { Desk } from './desk.ts';
import { env, type WorkerEnv } from './env.ts';
import { createGrouper } from './grouper.ts';
import { createHeldSources } from './held-sources.ts';
import { groupWhatIsDue } from './jobs/group-items.ts';
import { learnTopic } from './jobs/learn-topic.ts';
import { pollSource } from './jobs/poll-source.ts';
import { runErrand } from './jobs/run-errand.ts';
import { tagItems } from './jobs/tag-items.ts';
import { trackStoryline } from './jobs/track-storyline.ts';
import { createDeskGate, realClock } from './polite.ts';
import { repeat } from './repeat.ts';
import { sweep, tidy } from './sweep.ts';
import { createTaggerCache } from './tagger-cache.ts';
import { createTracker } from './tracker.ts';
import { deskAgent } from './user-agent.ts';

const SWEEP_EVERY_MS = 1_000;
const GROUP_EVERY_MS = 1_000;
/** A few times within the silence after which another worker takes the grouping over. */
const KEEP_EVERY_MS = 4_000;
const TIDY_EVERY_MS = 3_600_000;

await runService('worker', async (log) => {
  const settings = env();
  const desk = await openDesk(settings, log);
  const failed = (job: string) => (error: Error, payload: unknown) =>
    log.error({ err: error, job, payload }, 'a job failed');

  desk.queues.work('poll-source', (payload) => pollSource(desk, payload), {
    concurrency: settings.POLL_CONCURRENCY,
    onFailed: failed('poll-source'),
  });
  desk.queues.work('run-errand', (payload) => runErrand(desk, payload), {
    concurrency: 3,
    onFailed: failed('run-errand'),
  });
  desk.queues.work('tag-items', (payload) => tagItems(desk, payload), {
    concurrency: 2,
    onFailed: failed('tag-items'),
  });

  desk.queues.work('learn-topic', ({ topicId }) => learnTopic(desk, topicId), {
    concurrency: 1,
    onFailed: failed('learn-topic'),
  });

  desk.queues.work('track-storyline', ({ storylineId }) => trackStoryline(desk, storylineId), {
    concurrency: 2,
    onFailed: failed('track-storyline'),
  });

  // What an earlier version could not tag, this one may.
  await retrySetAside(desk.db);
  const stopSweeping = repeat(
    () => sweep(desk),
    SWEEP_EVERY_MS,
    (error) => log.warn({ err: error }, 'a sweep failed'),
  );
  const stopGrouping = repeat(
    () => groupWhatIsDue(desk),
    GROUP_EVERY_MS,
    (error) => log.error({ err: error }, 'grouping failed'),
  );
  const stopKeeping = repeat(
    () => desk.grouper.keep(desk.db),
    KEEP_EVERY_MS,
    (error) => log.warn({ err: error }, 'no sign of life could be given'),
  );
  const stopTidying = repeat(
    () => tidy(desk),
    TIDY_EVERY_MS,
    (error) => log.warn({ err: error }, 'tidying failed'),
  );
  return {
    ready: { queue: settings.REDIS_URL === undefined ? 'database' : 'redis' },
    stop: async () => {
      await Promise.all([stopSweeping(), stopTidying(), stopGrouping()]);
      await stopKeeping();
      // Without a database to say so to, it falls to another after a while.
      await desk.grouper.leave(desk.db).catch(() => {});
      await desk.queues.close();
      await desk.client.close();
      await desk.db.close();
    },
  };
});

async function openDesk(settings: WorkerEnv, log: Logger): Promise<Desk> {
  const { DATABASE_URL, REDIS_URL } = settings;
  await migrateServer(DATABASE_URL).catch((error: unknown) => {
    throw new Error(explainServer('PostgreSQL', 'DATABASE_URL', DATABASE_URL, error));
  });
  const db = openDatabase(DATABASE_URL);
  return {
    db,
    queues: await openQueuesOn(
      REDIS_URL === undefined
        ? { kind: 'postgres', url: DATABASE_URL }
        : { kind: 'redis', url: REDIS_URL, desk: nameOf(DATABASE_URL) },
    ),
    client: createGuardedClient({ userAgent: deskAgent(settings.CONTACT), allow: settings.FETCH_ALLOW }),
    gate: createDeskGate(db, realClock),
    ownOrigins: settings.OWN_ORIGINS,
    publicUrl: settings.PUBLIC_URL ?? null,
    taggers: createTaggerCache((problems) => log.warn({ problems }, 'some rules of a topic cannot be used')),
    grouper: createGrouper(),
    held: createHeldSources(),
    tracker: createTracker(),
    log,
    now: () => new Date(),
    random: Math.random,
  };
}

/** Names a desk by where its data lies, without the password. */
function nameOf(databaseUrl: string): string {
  return createHash('sha256')
    .update(databaseUrl.replace(/:[^:@/]*@/, '@'))
    .digest('hex')
    .slice(0, 12);
}

function openQueuesOn(server: QueueServer): Promise<Queues> {
  const [name, variable] = server.kind === 'redis' ? ['Redis', 'REDIS_URL'] : ['PostgreSQL', 'DATABASE_URL'];
  return openQueues(server).catch((error: unknown) => {
    throw new Error(explainServer(name, variable, server.url, error));
  });
}
