import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { explainServer } from '@throughline/runtime';
import {
  type BackupClient,
  copiedClient,
  hasDatabase,
  noteBackup,
  openDatabase,
  serverClient,
  stoppedClient,
  writeBackup,
} from '@throughline/store';
import { packInto } from '../backup-file.ts';
import { type Command, UsageError } from '../command.ts';
import { connectToRunning, dataDirectoryOf } from '../desk/connect.ts';
import { env } from '../env.ts';
import { streamWhole } from '../write-whole.ts';

export const backup: Command = {
  summary: 'Write the whole desk into one archive, while it runs',
  usage: `Usage: throughline backup --out FILE [--data DIR]

Everything that the desk's tables hold, as of one moment: the database that DATABASE_URL names, or the embedded one.
The desk may run meanwhile. The file is whole or not there, readable by its owner only, and says by a checksum whether
it is undamaged; "throughline restore" brings it back, into either kind of database.`,
  run: async (args) => {
    const { values } = parseArgs({
      args,
      options: { out: { type: 'string' }, data: { type: 'string' } },
    });
    if (values.out === undefined) throw new UsageError('Say where to: --out FILE.');
    const path = resolve(env().INIT_CWD ?? '.', values.out);
    const desk = await openDesk(dataDirectoryOf(values.data));
    try {
      await write(desk, path);
    } finally {
      await desk.close();
    }
    return 0;
  },
};

interface DeskToRead {
  /** What is read. */
  client: BackupClient;
  /** Where it is noted that there is a backup: not always in what was read. */
  note: Parameters<typeof noteBackup>[0];
  close(): Promise<void>;
}

async function write({ client, note }: DeskToRead, path: string): Promise<void> {
  const begun = Date.now();
  const at = new Date(begun);
  const { result, bytes, sha256 } = await streamWhole(path, (file) =>
    packInto(file, (say) => writeBackup(client, { version: version(), at }, say)),
  );
  const { items = 0, storylines = 0 } = result.rows;
  await noteBackup(note, { at: at.toISOString(), bytes, items, storylines });
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  process.stdout.write(
    `${path}: ${items} items, ${storylines} storylines, ${bytes} bytes, in ${seconds} s\nsha256 ${sha256}\n`,
  );
}

async function openDesk(dataDirectory: string): Promise<DeskToRead> {
  const { DATABASE_URL } = env();
  if (DATABASE_URL !== undefined) return openServer(DATABASE_URL);
  const running = await connectToRunning(dataDirectory);
  if (running !== null) {
    const client = await copiedClient(running, dataDirectory).catch(async (error: unknown) => {
      await running.close();
      throw error;
    });
    return { client, note: running, close: () => client.close().finally(() => running.close()) };
  }
  if (!(await hasDatabase(dataDirectory)))
    throw new Error(`There is no desk in ${dataDirectory}. Name its directory with --data.`);
  const client = await stoppedClient(dataDirectory);
  return { client, note: client, close: () => client.close() };
}

async function openServer(url: string): Promise<DeskToRead> {
  const client = await serverClient(url).catch((error: unknown) => {
    throw new Error(explainServer('PostgreSQL', 'DATABASE_URL', url, error));
  });
  const note = openDatabase(url, { max: 1 });
  return { client, note, close: () => client.close().finally(() => note.close()) };
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return String((manifest as { version: unknown }).version);
}
