import { parseArgs } from 'node:util';
import { type Database, groupingProgress, isGroupingDue, restartGrouping } from '@throughline/store';
import { type Command, UsageError } from '../command.ts';
import { dataDirectoryOf, withDesk } from '../desk/connect.ts';

const LOOK_EVERY_MS = 1_000;

export const stories: Command = {
  summary: 'Group all stored items into stories anew',
  usage: `Usage: throughline stories rebuild [--data DIR]

Lets the desk's worker go through every stored item again; curators' merges, splits and names hold. Needs a running
desk. Shows how far it is; interrupting this command does not interrupt the work.`,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { data: { type: 'string' } },
    });
    if (positionals.join(' ') !== 'rebuild') throw new UsageError('Say "rebuild".');
    await withDesk(dataDirectoryOf(values.data), rebuild);
    return 0;
  },
};

async function rebuild(db: Database): Promise<void> {
  await restartGrouping(db);
  while (await isGroupingDue(db)) {
    const { done, total } = await groupingProgress(db);
    process.stderr.write(`\r${done} of ${total} items grouped `);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  process.stderr.write('\rAll items are grouped.            \n');
}
