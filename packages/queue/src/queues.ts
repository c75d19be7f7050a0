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
/** Whoever has not answered by then never will: the database is busy for seconds at most. */
const PATIENCE_MS = 30_000;

/**
 * Opens the queues on Redis, or on PostgreSQL (real or embedded). Everything that is sent is checked by schema.
 *
 * When the PostgreSQL server goes away and comes back, everything is opened anew: some workers of BullMQ 6.7 that lose
 * it wait for ever, or fail for ever with an error that they remember. So is what does not answer for `patienceMs`.
 * Jobs that were running then may run twice.
 *
 * @throws when the server cannot be reached now.
 */
export async function openQueues(
  server: QueueServer,
  { patienceMs = PATIENCE_MS }: { patienceMs?: number } = {},
): Promise<Queues> {
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
      current = await within(patienceMs, open()).catch(() => old);
    }
    renewing = false;
    if (current === old) return;
    old.discard();
    if (closing) await current.close();
    else for (const work of works) current.work(work);
  };
  let current = await open();
  /** On Redis the client itself waits for the server to come back. */
  const answered = async <T>(ask: (engine: Engine) => Promise<T>): Promise<T> => {
    const asked = current;
    try {
      return await within(patienceMs, ask(asked));
    } catch (error) {
      if (error instanceof NoAnswerError && server.kind === 'postgres' && asked === current) void renew();
      throw error;
    }
  };
  return {
    add: (name, jobs) => answered((engine) => engine.add(name, jobs)),
    pending: (name) => answered((engine) => engine.pending(name)),
    work: (name, handler, options) => {
      const work: Work = { name, handler: handler as Work['handler'], options };
      works.push(work);
      current.work(work);
    },
    ping: () => answered((engine) => engine.ping()),
    close: async () => {
      closing = true;
      await current.close();
    },
  };
}

class NoAnswerError extends Error {}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswerError(`The queue did not answer within ${ms} ms.`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
