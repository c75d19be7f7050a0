import { runService } from '@throughline/runtime';
import { openEmbedded } from '@throughline/store';

/** The embedded database in a process of its own: `database-process.js DATA_DIRECTORY SOCKET_DIRECTORY`. */
const [data, socket] = process.argv.slice(2);

await runService('database', async () => {
  if (data === undefined || socket === undefined) throw new Error('needs a data and a socket directory');
  const database = await openEmbedded(data, { directory: socket });
  return { ready: { url: database.url, migrated: database.migrated }, stop: () => database.close() };
});
