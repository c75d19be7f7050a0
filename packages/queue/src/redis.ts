import { Redis } from 'ioredis';

const FIRST_ANSWER_WITHIN_MS = 5_000;

/**
 * Connects to Redis for BullMQ. The first connection must succeed within a few seconds; one that is lost later comes
 * back by itself, and commands wait for it.
 *
 * @throws when the server is not there, refuses the password, or does not answer in time.
 */
export async function connectRedis(url: string): Promise<Redis> {
  let connected = false;
  let lastError: Error | undefined;
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: FIRST_ANSWER_WITHIN_MS,
    // BullMQ asks for this: its blocking reads must wait through a reconnect instead of failing.
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (connected ? Math.min(times * 200, 2_000) : null),
  });
  redis.on('error', (error: Error) => {
    lastError = error;
  });
  try {
    await inTime(redis.connect().then(() => redis.ping()));
    connected = true;
    return redis;
  } catch (error) {
    redis.disconnect();
    // The client's own words ("Connection is closed.") say less than the error that it told before.
    throw lastError ?? error;
  }
}

/**
 * Connects and leaves again.
 * @returns the server's version.
 * @throws the client's error when Redis does not answer within a few seconds.
 */
export async function checkRedis(url: string): Promise<string> {
  const redis = await connectRedis(url);
  const facts = await redis.info('server').finally(() => redis.disconnect());
  return /^redis_version:(\S+)/m.exec(facts)?.[1] ?? 'of an unknown version';
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const error = new Error(`no answer within ${FIRST_ANSWER_WITHIN_MS / 1000} s`);
    timer = setTimeout(reject, FIRST_ANSWER_WITHIN_MS, error);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
