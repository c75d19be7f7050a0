import { commaList, port, postgresUrl, publicUrl, readEnv } from '@throughline/runtime';
import { z } from 'zod';

const schema = z.object({
  /** The desk's database. */
  DATABASE_URL: postgresUrl,
  /** Where to listen; loopback unless a proxy stands in front. */
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(8180),
  /** The built admin; by default the one of this checkout. */
  ADMIN_DIR: z.string().optional(),
  /** Set behind HTTPS, so that the session cookie never travels without it. */
  SECURE_COOKIES: z.stringbool().default(false),
  /** Addresses that may be fetched although they are private, e.g. `127.0.0.1:8181` or `10.1.0.0/16`. */
  FETCH_ALLOW: commaList.default([]),
  /** Origins of the operator's own among them: they need no pause between requests. */
  OWN_ORIGINS: commaList.default([]),
  /** Where the internet reaches this desk, e.g. `https://desk.example`: hubs push there. Without it WebSub is off. */
  PUBLIC_URL: publicUrl.optional(),
  /** The Chromium that prints PDF; by default the one in the usual places. */
  CHROMIUM: z.string().optional(),
  /** Names by which people reach the desk, beside that of PUBLIC_URL, plain addresses and this machine's own. */
  ALLOWED_HOSTS: commaList.default([]),
  /** Where a feed's owner can complain; sent with every request. */
  CONTACT: z.string().max(200).optional(),
});

/** The only reader of the environment in the API. */
export const env = () => readEnv(schema, process.env);
