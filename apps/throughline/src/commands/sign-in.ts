import { parseArgs } from 'node:util';
import { migrateServer } from '@throughline/store';
import { type Command, UsageError } from '../command.ts';
import { dataDirectoryOf, readDeskFile, withDesk } from '../desk/connect.ts';
import { env } from '../env.ts';
import { prepareDesk } from '../seed/prepare-desk.ts';

const DEFAULT_ADDRESS = 'http://127.0.0.1:8180';

export const signInCommand: Command = {
  summary: 'Print a link that signs the first curator in; prepares a new desk',
  usage: `Usage: throughline sign-in [--data DIR] [--address URL] [--starter]

  --data DIR     the desk's data directory (default: ./data); with DATABASE_URL that database is used instead
  --address URL  where people reach the desk (default: where it runs now, else ${DEFAULT_ADDRESS})
  --starter      add the starter list of real sources, once

The link works once, within 24 hours. On a database that is new it first makes tables, topics and the first curator.`,
  run: async (args) => {
    const { values } = parseArgs({
      args,
      options: { data: { type: 'string' }, address: { type: 'string' }, starter: { type: 'boolean' } },
    });
    const { DATABASE_URL } = env();
    const directory = dataDirectoryOf(values.data);
    const address = checked(values.address ?? (await readDeskFile(directory))?.address ?? DEFAULT_ADDRESS);
    if (DATABASE_URL !== undefined) await migrateServer(DATABASE_URL);
    const { signInToken } = await withDesk(directory, (db) =>
      prepareDesk(db, { wire: null, starter: values.starter ?? false }),
    );
    process.stdout.write(`${new URL(`/sign-in#${signInToken}`, address).href}\n`);
    return 0;
  },
};

function checked(address: string): string {
  if (/^https?:\/\//.test(address) && URL.canParse(address)) return address;
  throw new UsageError(`--address ${address} is no address; it starts with http:// or https://.`);
}
