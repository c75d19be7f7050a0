import { runService } from '@throughline/runtime';
import { DirectoryInUseError, type EmbeddedDatabase, openEmbedded } from '@throughline/store';

/** The embedded database in a process of its own: `database-process.js DATA_DIRECTORY SOCKET_DIRECTORY [WAIT_MS]`. */
const [data, socket, waitMs = '0'] = process.argv.slice(2);
const TRY_EVERY_MS = 100;

/** Opens it, waiting while one that is about to end still holds the data directory. */
async function open(directory: string, socketDirectory: string, until: number): Promise<EmbeddedDatabase> {
  for (;;) {
    try {
      return await openEmbedded(directory, { directory: socketDirectory });
    } catch (error) {
      if (!(error instanceof DirectoryInUseError) || Date.now() > until) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, TRY_EVERY_MS));
  }
}

await runService('database', async () => {
  if (data === undefined || socket === undefined) throw new Error('needs a data and a socket directory');
  const database = await open(data, socket, Date.now() + Number(waitMs));
  return { ready: { url: database.url, migrated: database.migrated }, stop: () => database.close() };
});
