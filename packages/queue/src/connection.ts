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
import pg from 'pg';
import { connectRedis } from './redis.ts';

/**
 * Which server carries the queues. On Redis `desk` tells desks that share it apart: jobs are named after ids of a
 * desk's own database.
 */
export type QueueServer = { kind: 'redis'; url: string; desk: string } | { kind: 'postgres'; url: string };

type Processor = (job: Job) => Promise<unknown>;

/** The two engines of BullMQ behind one small face. */
export interface Connection {
  queue(name: string, options: { defaultJobOptions: JobsOptions }): Queue;
  worker(name: string, processor: Processor, options: Omit<WorkerOptions, 'connection'>): Worker;
  /** Whether an error says that the server went away; then this connection must be replaced. Never on Redis. */
  isLost(error: Error): boolean;
  /** Answers when the server does; throws when it does not. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Connects to the server that carries the queues; on PostgreSQL it also makes BullMQ's own tables there.
 *
 * @param onLost called when the server went away while nobody waited for it. Never on Redis, whose client comes back
 *   by itself.
 * @throws the client's error when the server does not answer.
 */
export async function connect(server: QueueServer, onLost: () => void): Promise<Connection> {
  return server.kind === 'redis' ? onRedis(server.url, server.desk) : onPostgres(server.url, onLost);
}

async function onRedis(url: string, desk: string): Promise<Connection> {
  const redis = await connectRedis(url);
  const prefix = `throughline:${desk}`;
  return {
    queue: (name, options) => new Queue(name, { ...options, prefix, connection: redis }),
    worker: (name, processor, options) =>
      new Worker(name, processor, { ...options, prefix, connection: redis }),
    isLost: () => false,
    ping: async () => void (await redis.ping()),
    close: async () => {
      await redis.quit().catch(() => redis.disconnect());
    },
  };
}

/** Enough for five queues, their workers and one listening client each. */
const POOL_SIZE = 40;

async function onPostgres(url: string, onLost: () => void): Promise<Connection> {
  // A pool that we make ourselves: from ECMAScript modules BullMQ cannot load `pg` on its own.
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_SIZE,
    options: '-c search_path=bullmq,public',
    connectionTimeoutMillis: 10_000,
  });
  // Every queue and every worker listens; that is no leak.
  pool.setMaxListeners(POOL_SIZE);
  pool.on('error', onLost);
  // A client in use tells a lost connection by an event of its own, which would end the process if nobody listened.
  pool.on('connect', (client) => client.on('error', onLost));
  await makeTables(pool).catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });
  const connection = pool as unknown as QueueOptions['connection'];
  const backend = createPostgresBackend as never;
  return {
    queue: (name, options) => new Queue(name, { ...options, connection }, backend),
    worker: (name, processor, options) => new Worker(name, processor, { ...options, connection }, backend),
    isLost: saysLost,
    ping: async () => void (await pool.query('select 1')),
    close: () => pool.end(),
  };
}

async function makeTables(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await runMigrations(client, 'bullmq');
  } finally {
    client.release();
  }
}

const SOCKET_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT']);

/** Socket faults, the SQL states of a server that shuts down or starts (57P0x, 08xxx), and what `pg` says in words. */
function saysLost(error: Error & { code?: unknown }): boolean {
  const code = String(error.code ?? '');
  return (
    SOCKET_CODES.has(code) ||
    /^(57P|08)/.test(code) ||
    /Connection terminated|connection error|timeout exceeded when trying to connect/i.test(error.message)
  );
}
