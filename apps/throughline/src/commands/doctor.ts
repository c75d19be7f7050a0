import { statfs } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { openQueues } from '@throughline/queue';
import { databaseFacts } from '@throughline/store';
import type { Command } from '../command.ts';
import { type Connection, connectToDesk, dataDirectoryOf } from '../desk/connect.ts';
import { env } from '../env.ts';

interface Finding {
  what: string;
  ok: boolean;
  /** What was found, or the fix. */
  says: string;
}

const MEGABYTE = 1_000_000;
/** Below this the embedded database may soon be unable to write. */
const FREE_DISK_AT_LEAST = 500 * MEGABYTE;

export const doctor: Command = {
  summary: 'Say whether everything the desk needs is there, or what to do',
  usage: `Usage: throughline doctor [--data DIR]

Looks at Node, the disk, the database and the queue. Exit code 0 when all is well.`,
  run: async (args) => {
    const { values } = parseArgs({ args, options: { data: { type: 'string' } } });
    const directory = dataDirectoryOf(values.data);
    const findings = [node(), await disk(directory), ...(await databaseAndQueue(directory))];
    for (const { what, ok, says } of findings) {
      process.stdout.write(`${ok ? 'ok  ' : 'FIX '} ${what.padEnd(10)} ${says}\n`);
    }
    return findings.every((finding) => finding.ok) ? 0 : 1;
  },
};

function node(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > 20 || (major === 20 && minor >= 19);
  return {
    what: 'node',
    ok,
    says: ok ? process.versions.node : `${process.versions.node}: install 20.19 or newer`,
  };
}

async function disk(directory: string): Promise<Finding> {
  const facts = await statfs(directory).catch(() => null);
  if (facts === null) return { what: 'disk', ok: true, says: `${directory} is not there yet` };
  const free = facts.bavail * facts.bsize;
  const says = `${Math.round(free / MEGABYTE)} MB free for ${directory}`;
  return {
    what: 'disk',
    ok: free >= FREE_DISK_AT_LEAST,
    says: free >= FREE_DISK_AT_LEAST ? says : `${says}: make room`,
  };
}

async function databaseAndQueue(directory: string): Promise<Finding[]> {
  let connection: Connection;
  try {
    connection = await connectToDesk(directory);
  } catch (error) {
    return [{ what: 'database', ok: false, says: (error as Error).message }];
  }
  try {
    return [await database(connection), await queue()];
  } finally {
    await connection.close();
  }
}

async function database({ db, by }: Connection): Promise<Finding> {
  try {
    const facts = await databaseFacts(db);
    const says = `${facts.version}, ${Math.round(facts.bytes / MEGABYTE)} MB, schema ${facts.migrations.at(-1)} (${by})`;
    return { what: 'database', ok: true, says };
  } catch (error) {
    return {
      what: 'database',
      ok: false,
      says: `${(error as Error).message}: is DATABASE_URL right, is it migrated?`,
    };
  }
}

async function queue(): Promise<Finding> {
  const { REDIS_URL } = env();
  if (REDIS_URL === undefined) return { what: 'queue', ok: true, says: 'BullMQ on the database' };
  const late = new Promise<string>((resolve) => setTimeout(resolve, 3_000, 'no answer within 3 s').unref());
  const failure = await Promise.race([pingRedis(REDIS_URL), late]);
  if (failure === null) return { what: 'queue', ok: true, says: 'BullMQ on Redis' };
  return { what: 'queue', ok: false, says: `Redis: ${failure}. Is REDIS_URL right, does it run?` };
}

async function pingRedis(url: string): Promise<string | null> {
  const queues = await openQueues({ kind: 'redis', url });
  try {
    await queues.ping();
    return null;
  } catch (error) {
    return (error as Error).message;
  } finally {
    await queues.close();
  }
}
