import { postgresUrl, readEnv, redisUrl } from '@throughline/runtime';
import { z } from 'zod';

const schema = z.object({
  DATABASE_URL: postgresUrl.optional(),
  REDIS_URL: redisUrl.optional(),
  /** Where the command was typed; pnpm sets it before it changes to the workspace's root. */
  INIT_CWD: z.string().optional(),
  /** The Chromium that prints PDF; by default the one in the usual places. */
  CHROMIUM: z.string().optional(),
  /** Private addresses that may be fetched, handed on to worker and API. */
  FETCH_ALLOW: z.string().optional(),
});

/** The only reader of the environment in the command line. */
export const env = () => readEnv(schema, process.env);
