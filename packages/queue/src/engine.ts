import { type JobName, jobPayloads } from '@throughline/schema';
import type { Queue, Worker } from 'bullmq';
import type { Connection } from './connection.ts';

/** What this process works on, kept so that it can be taken up again on a new connection. */
export interface Work {
  name: JobName;
  handler: (payload: unknown) => Promise<void>;
  options: { concurrency: number; onFailed: (error: Error, payload: unknown) => void };
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

/** BullMQ's queues and workers on one connection. */
export class Engine {
  private readonly queues = new Map<JobName, Queue>();
  private readonly workers: Worker[] = [];
  private readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  async add(name: JobName, jobs: readonly { id: string; payload: unknown }[]): Promise<void> {
    if (jobs.length === 0) return;
    await this.queueNamed(name).addBulk(
      jobs.map(({ id, payload }) => ({ name, data: jobPayloads[name].parse(payload), opts: { jobId: id } })),
    );
  }

  async pending(name: JobName): Promise<number> {
    const counts = await this.queueNamed(name).getJobCounts('waiting', 'active', 'delayed', 'prioritized');
    return Object.values(counts).reduce((sum, count) => sum + count, 0);
  }

  work({ name, handler, options }: Work): void {
    const worker = this.connection.worker(
      name,
      // A payload that does not fit its schema fails for good: trying again would not mend it.
      async (job) => handler(jobPayloads[name].parse(job.data)),
      { ...WORKER, concurrency: options.concurrency },
    );
    worker.on('failed', (job, error) => options.onFailed(error, job?.data));
    worker.on('error', (error) => options.onFailed(error, null));
    this.workers.push(worker);
  }

  ping(): Promise<void> {
    return this.connection.ping();
  }

  /** Lets running jobs finish, then disconnects. */
  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    await this.connection.close();
  }

  /** Lets go of a connection whose server went away, without waiting: its workers may never answer. */
  discard(): void {
    const ignore = () => {};
    for (const worker of this.workers) worker.close(true).catch(ignore);
    for (const queue of this.queues.values()) queue.close().catch(ignore);
    this.connection.close().catch(ignore);
  }

  private queueNamed(name: JobName): Queue {
    const known = this.queues.get(name);
    if (known !== undefined) return known;
    const queue = this.connection.queue(name, {
      defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
    });
    queue.on('error', () => {});
    this.queues.set(name, queue);
    return queue;
  }
}
