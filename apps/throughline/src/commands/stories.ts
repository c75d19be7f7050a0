import { parseArgs } from 'node:util';
import type { StoryReason } from '@throughline/schema';
import {
  type Database,
  groupingProgress,
  isGroupingDue,
  latestRebuild,
  linkedStories,
  listStories,
  livingStory,
  restartGrouping,
  storyReports,
  storyRow,
} from '@throughline/store';
import { reasonText } from '@throughline/stories';
import { type Command, UsageError } from '../command.ts';
import { dataDirectoryOf, withDesk, withRunningDesk } from '../desk/connect.ts';

const LOOK_EVERY_MS = 1_000;

export const stories: Command = {
  summary: 'List and show stories, or group all stored items anew',
  usage: `Usage: throughline stories list [--topic ID] [--reports N] [--limit N] [--data DIR]
       throughline stories show ID [--data DIR]
       throughline stories rebuild [--data DIR]

list     the latest stories with at least N reports (2), one JSON object a line
show     one story as JSON: its reports, how each stands to earlier ones and why it is there, who they come from, whom
         it names, and stories in other languages that seem to be the same
rebuild  lets the desk's worker go through every stored item again; curators' merges, splits and names hold. Shows how
         far it is; interrupting the command does not interrupt the work. Needs a running desk`,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        topic: { type: 'string' },
        reports: { type: 'string', default: '2' },
        limit: { type: 'string', default: '50' },
      },
    });
    const [verb, id] = positionals;
    const [reports, limit] = [count(values.reports, 'reports'), count(values.limit, 'limit')];
    const desk = dataDirectoryOf(values.data);
    if (verb === 'list') await withDesk(desk, (db) => list(db, values.topic ?? null, reports, limit));
    else if (verb === 'show' && id !== undefined) return withDesk(desk, (db) => show(db, id));
    else if (verb === 'rebuild') await withRunningDesk(desk, rebuild);
    else throw new UsageError('Say "list", "show ID" or "rebuild".');
    return 0;
  },
};

function count(text: string, name: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 10_000)
    throw new UsageError(`--${name} takes a number from 1 to 10000.`);
  return number;
}

async function list(db: Database, topic: string | null, reports: number, limit: number): Promise<void> {
  const { rows } = await listStories(db, { reports, topic, limit });
  for (const row of rows) process.stdout.write(`${JSON.stringify(row)}\n`);
}

async function show(db: Database, id: string): Promise<number> {
  const living = await livingStory(db, id);
  const row = living === null ? null : await storyRow(db, living);
  if (row === null) {
    process.stderr.write(`There is no story ${id}.\n`);
    return 1;
  }
  const members = inEnglish(await storyReports(db, row.id));
  const links = inEnglish(await linkedStories(db, row.id));
  process.stdout.write(`${JSON.stringify({ ...row, members, links }, null, 2)}\n`);
  return 0;
}

function inEnglish<T extends { reasons: StoryReason[] }>(list: readonly T[]) {
  return list.map((one) => ({ ...one, reasons: one.reasons.map(reasonText) }));
}

async function rebuild(db: Database): Promise<void> {
  await restartGrouping(db, null);
  while (await isGroupingDue(db)) {
    const { done, total } = await groupingProgress(db);
    process.stderr.write(`\r${done} of ${total} items grouped `);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  const agreement = (await latestRebuild(db))?.agreement ?? null;
  const agrees =
    agreement === null ? '' : ` The stories agree with what stood: ${agreement.toFixed(2)} (BCubed F1).`;
  process.stderr.write(`\rAll items are grouped.${agrees}            \n`);
}
