import { commaList, postgresUrl, publicUrl, readEnv, redisUrl } from '@throughline/runtime';
import { z } from 'zod';

const schema = z.object({
  /** The desk's database. */
  DATABASE_URL: postgresUrl,
  /** Carries the queues; without it they are carried by the database. */
  REDIS_URL: redisUrl.optional(),
  /** Addresses that may be fetched although they are private, e.g. `127.0.0.1:8181` or `10.1.0.0/16`. */
  FETCH_ALLOW: commaList.default([]),
  /** Origins of the operator's own among them, e.g. the sample wire's: they need no pause between requests. */
  OWN_ORIGINS: commaList.default([]),
  /** Where the internet reaches this desk, e.g. `https://desk.example`: hubs push there. Without it WebSub is off. */
  PUBLIC_URL: publicUrl.optional(),
  /** Where a feed's owner can complain; sent with every request. */
  CONTACT: z.string().max(200).optional(),
  /** Sources checked at the same time. */
  POLL_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(8),
});

/** The only reader of the environment in the worker. */
export const env = () => readEnv(schema, process.env);
export type WorkerEnv = ReturnType<typeof env>;
