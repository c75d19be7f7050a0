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
  private readonly onLost: () => void;

  /** @param onLost the server went away: this engine must be replaced. May be called many times. */
  constructor(connection: Connection, onLost: () => void) {
    this.connection = connection;
    this.onLost = onLost;
  }

  async add(name: JobName, jobs: readonly { id: string; payload: unknown }[]): Promise<void> {
    if (jobs.length === 0) return;
    const bulk = jobs.map(({ id, payload }) => ({
      name,
      data: jobPayloads[name].parse(payload),
      opts: { jobId: id },
    }));
    await this.watched(this.queueNamed(name).addBulk(bulk));
  }

  async pending(name: JobName): Promise<number> {
    const counts = await this.watched(
      this.queueNamed(name).getJobCounts('waiting', 'active', 'delayed', 'prioritized'),
    );
    return Object.values(counts).reduce((sum, count) => sum + count, 0);
  }

  work({ name, handler, options }: Work): void {
    const worker = this.connection.worker(
      name,
      // A payload that does not fit its schema fails for good: trying again would not mend it.
      async (job) => handler(jobPayloads[name].parse(job.data)),
      { ...WORKER, concurrency: options.concurrency, autorun: false },
    );
    worker.on('failed', (job, error) => options.onFailed(error, job?.data));
    const failed = (error: Error) => {
      if (this.connection.isLost(error)) this.onLost();
      options.onFailed(error, null);
    };
    const endSpin = spinGuard(() => {
      worker.close(true).catch(() => {});
      this.onLost();
    });
    worker.on('error', (error) => {
      failed(error);
      endSpin();
    });
    this.workers.push(worker);
    // A worker that could not begin, or whose loop ended by itself, never works again, whatever the reason was.
    const ended = () => {
      if (worker.closing === undefined) this.onLost();
    };
    // Run before it is ready, a worker whose server goes away at that moment never becomes ready again.
    worker
      .waitUntilReady()
      .then(() => (worker.closing === undefined ? worker.run() : undefined))
      .catch(failed)
      .finally(ended);
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

  /** Takes up no more work: BullMQ's loop asks a server that is away again at once, thousands of times a second. */
  halt(): void {
    for (const worker of this.workers) worker.close(true).catch(() => {});
  }

  /** Lets go of a connection whose server went away, without waiting: its workers may never answer. */
  discard(): void {
    const ignore = () => {};
    this.halt();
    for (const queue of this.queues.values()) queue.close().catch(ignore);
    this.connection.close().catch(ignore);
  }

  /** Tells of a lost server, and passes the error on. */
  private async watched<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (error instanceof Error && this.connection.isLost(error)) this.onLost();
      throw error;
    }
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

const ERRORS_IN_A_TURN_AT_MOST = 20;

/**
 * BullMQ's loop asks again at once after an error; where the error is an answer that it remembers, this never lets the
 * event loop turn: no timer, no signal is heard any more. Counts calls within one turn, and calls back when they are
 * too many to be anything else.
 */
function spinGuard(onSpin: () => void): () => void {
  let errors = 0;
  return () => {
    if (errors === 0)
      setImmediate(() => {
        errors = 0;
      });
    errors++;
    if (errors === ERRORS_IN_A_TURN_AT_MOST) onSpin();
  };
}
