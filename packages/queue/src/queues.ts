import { type JobName, type JobPayload, jobPayloads } from '@throughline/schema';
import type { Queue, Worker } from 'bullmq';
import { connect, type QueueServer } from './connection.ts';

/** One piece of work: `id` names it, so that adding it again while it waits or runs changes nothing. */
export interface NewJob<N extends JobName> {
  id: string;
  payload: JobPayload<N>;
}

export type Handler<N extends JobName> = (payload: JobPayload<N>) => Promise<void>;

export interface Queues {
  add<N extends JobName>(name: N, jobs: readonly NewJob<N>[]): Promise<void>;
  /** How many jobs wait or run. */
  pending(name: JobName): Promise<number>;
  /** Starts working; `concurrency` jobs at a time in this process. */
  work<N extends JobName>(name: N, handler: Handler<N>, options: WorkOptions): void;
  ping(): Promise<void>;
  /** Lets running jobs finish, then disconnects. */
  close(): Promise<void>;
}

export interface WorkOptions {
  concurrency: number;
  onFailed: (error: Error, payload: unknown) => void;
}

/**
 * A job whose worker was killed is taken up by another after `lockDuration` at most. Nothing is kept of jobs that
 * ended: what is still due is known by the database, and a sweep puts it back.
 */
const WORKER = {
  lockDuration: 15_000,
  stalledInterval: 5_000,
  // A kill is not the job's fault; the database decides whether the work is still due.
  maxStalledCount: 1_000,
  // Seconds between looks at an empty queue: notifications do not cross clients of the embedded database.
  drainDelay: 1,
  removeOnComplete: { count: 0 },
  removeOnFail: { count: 0 },
} as const;

/** Opens the queues on Redis, or on PostgreSQL (real or embedded). Everything that is sent is checked by schema. */
export async function openQueues(server: QueueServer): Promise<Queues> {
  const connection = await connect(server);
  const queues = new Map<JobName, Queue>();
  const workers: Worker[] = [];
  const queueNamed = (name: JobName) => {
    const known = queues.get(name);
    if (known !== undefined) return known;
    const queue = connection.queue(name, {
      defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
    });
    queue.on('error', () => {});
    queues.set(name, queue);
    return queue;
  };
  return {
    add: async (name, jobs) => {
      if (jobs.length === 0) return;
      await queueNamed(name).addBulk(
        jobs.map(({ id, payload }) => ({
          name,
          data: jobPayloads[name].parse(payload),
          opts: { jobId: id },
        })),
      );
    },
    pending: async (name) => {
      const counts = await queueNamed(name).getJobCounts('waiting', 'active', 'delayed', 'prioritized');
      return Object.values(counts).reduce((sum, count) => sum + count, 0);
    },
    work: (name, handler, options) => {
      const worker = connection.worker(
        name,
        // A payload that does not fit its schema fails for good: trying again would not mend it.
        async (job) => handler(jobPayloads[name].parse(job.data) as never),
        { ...WORKER, concurrency: options.concurrency },
      );
      worker.on('failed', (job, error) => options.onFailed(error, job?.data));
      worker.on('error', (error) => options.onFailed(error, null));
      workers.push(worker);
    },
    ping: () => connection.ping(),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.close()));
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      await connection.close();
    },
  };
}
