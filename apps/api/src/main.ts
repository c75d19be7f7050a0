import { fileURLToPath } from 'node:url';
import { createGuardedClient } from '@throughline/feeds';
import { createPrinter, explainServer, runService, userAgent } from '@throughline/runtime';
import { migrateServer, openDatabase } from '@throughline/store';
import { env } from './env.ts';
import { createEventFeed } from './event-feed.ts';
import { createFeedLooker } from './feed-looker.ts';
import { buildServer } from './server.ts';
import { version } from './version.ts';

const admin = fileURLToPath(new URL('../../admin/dist', import.meta.url));

await runService('api', async (log) => {
  const settings = env();
  const { DATABASE_URL, HOST, PORT, ADMIN_DIR, SECURE_COOKIES } = settings;
  await migrateServer(DATABASE_URL).catch((error: unknown) => {
    throw new Error(explainServer('PostgreSQL', 'DATABASE_URL', DATABASE_URL, error));
  });
  const db = openDatabase(DATABASE_URL);
  const events = createEventFeed(db);
  const client = createGuardedClient({
    userAgent: userAgent(version, settings.CONTACT),
    allow: settings.FETCH_ALLOW,
  });
  const looker = createFeedLooker({ db, client, ownOrigins: settings.OWN_ORIGINS });
  const server = await buildServer({
    inner: {
      db,
      events,
      version,
      looker,
      print: createPrinter({ chromium: settings.CHROMIUM }),
      publicUrl: settings.PUBLIC_URL ?? null,
    },
    adminDirectory: ADMIN_DIR ?? admin,
    secureCookies: SECURE_COOKIES,
    allowedHosts: [
      ...settings.ALLOWED_HOSTS,
      ...(settings.PUBLIC_URL === undefined ? [] : [new URL(settings.PUBLIC_URL).hostname]),
    ],
    onError: (error, path) => log.error({ err: error, path }, 'a request failed'),
  });
  const address = await server.listen({ host: HOST, port: PORT });
  return {
    ready: { address },
    stop: async () => {
      events.stop();
      await server.close();
      await client.close();
      await db.close();
    },
  };
});
