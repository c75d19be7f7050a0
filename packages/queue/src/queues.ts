import type { JobName, JobPayload } from '@throughline/schema';
import { connect, type QueueServer } from './connection.ts';
import { Engine, type Work } from './engine.ts';

/** One piece of work: `id` names it, so that adding it again while it waits or runs changes nothing. */
export interface NewJob<N extends JobName> {
  id: string;
  payload: JobPayload<N>;
}

type Handler<N extends JobName> = (payload: JobPayload<N>) => Promise<void>;

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

interface WorkOptions {
  concurrency: number;
  onFailed: (error: Error, payload: unknown) => void;
}

const RECONNECT_EVERY_MS = 500;

/**
 * Opens the queues on Redis, or on PostgreSQL (real or embedded). Everything that is sent is checked by schema.
 *
 * When the PostgreSQL server goes away and comes back, everything is opened anew: some workers of BullMQ 6.7 that lose
 * it wait for ever, or fail for ever with an error that they remember. Jobs that were running then may run twice.
 *
 * @throws when the server cannot be reached now.
 */
export async function openQueues(server: QueueServer): Promise<Queues> {
  const works: Work[] = [];
  let closing = false;
  let renewing = false;

  const open = async (): Promise<Engine> => {
    let engine: Engine | undefined;
    const onLost = () => {
      // What a discarded engine still says is of no interest any more.
      if (engine !== undefined && engine === current) void renew();
    };
    engine = new Engine(await connect(server, onLost), onLost);
    return engine;
  };
  const renew = async () => {
    if (renewing || closing) return;
    renewing = true;
    const old = current;
    old.halt();
    while (!closing && current === old) {
      await new Promise((resolve) => setTimeout(resolve, RECONNECT_EVERY_MS));
      current = await open().catch(() => old);
    }
    renewing = false;
    if (current === old) return;
    old.discard();
    if (closing) await current.close();
    else for (const work of works) current.work(work);
  };
  let current = await open();
  return {
    add: (name, jobs) => current.add(name, jobs),
    pending: (name) => current.pending(name),
    work: (name, handler, options) => {
      const work: Work = { name, handler: handler as Work['handler'], options };
      works.push(work);
      current.work(work);
    },
    ping: () => current.ping(),
    close: async () => {
      closing = true;
      await current.close();
    },
  };
}
