import {
  createPostgresBackend,
  type Job,
  type JobsOptions,
  Queue,
  type QueueOptions,
  runMigrations,
  Worker,
  type WorkerOptions,
} from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';

/** Which server carries the queues. */
export type QueueServer = { kind: 'redis'; url: string } | { kind: 'postgres'; url: string };

type Processor = (job: Job) => Promise<unknown>;

/** The two engines of BullMQ behind one small face. */
export interface Connection {
  queue(name: string, options: { defaultJobOptions: JobsOptions }): Queue;
  worker(name: string, processor: Processor, options: Omit<WorkerOptions, 'connection'>): Worker;
  /** Answers when the server does; throws when it does not. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Connects to the server that carries the queues; on PostgreSQL it also makes BullMQ's own tables there. */
export async function connect(server: QueueServer): Promise<Connection> {
  return server.kind === 'redis' ? onRedis(server.url) : onPostgres(server.url);
}

function onRedis(url: string): Connection {
  // BullMQ asks for this: its blocking reads must wait through a reconnect instead of failing.
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  redis.on('error', () => {});
  return {
    queue: (name, options) => new Queue(name, { ...options, connection: redis }),
    worker: (name, processor, options) => new Worker(name, processor, { ...options, connection: redis }),
    ping: async () => void (await redis.ping()),
    close: async () => {
      await redis.quit().catch(() => redis.disconnect());
    },
  };
}

/** Enough for two queues, their workers and one listening client each. */
const POOL_SIZE = 12;

async function onPostgres(url: string): Promise<Connection> {
  // A pool that we make ourselves: from ECMAScript modules BullMQ cannot load `pg` on its own.
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_SIZE,
    options: '-c search_path=bullmq,public',
    connectionTimeoutMillis: 10_000,
  });
  pool.on('error', () => {});
  const client = await pool.connect();
  try {
    await runMigrations(client, 'bullmq');
  } finally {
    client.release();
  }
  const connection = pool as unknown as QueueOptions['connection'];
  const backend = createPostgresBackend as never;
  return {
    queue: (name, options) => new Queue(name, { ...options, connection }, backend),
    worker: (name, processor, options) => new Worker(name, processor, { ...options, connection }, backend),
    ping: async () => void (await pool.query('select 1')),
    close: () => pool.end(),
  };
}
