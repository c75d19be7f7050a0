import { fileURLToPath } from 'node:url';
import { explainServer, runService } from '@throughline/runtime';
import { migrateServer, openDatabase } from '@throughline/store';
import { env } from './env.ts';
import { createEventFeed } from './event-feed.ts';
import { buildServer } from './server.ts';
import { version } from './version.ts';

const admin = fileURLToPath(new URL('../../admin/dist', import.meta.url));

await runService('api', async (log) => {
  const { DATABASE_URL, HOST, PORT, ADMIN_DIR, SECURE_COOKIES } = env();
  await migrateServer(DATABASE_URL).catch((error: unknown) => {
    throw new Error(explainServer('PostgreSQL', 'DATABASE_URL', DATABASE_URL, error));
  });
  const db = openDatabase(DATABASE_URL);
  const events = createEventFeed(db);
  const server = await buildServer({
    inner: { db, events, version },
    adminDirectory: ADMIN_DIR ?? admin,
    secureCookies: SECURE_COOKIES,
    onError: (error, path) => log.error({ err: error, path }, 'a request failed'),
  });
  const address = await server.listen({ host: HOST, port: PORT });
  return {
    ready: { address },
    stop: async () => {
      events.stop();
      await server.close();
      await db.close();
    },
  };
});
