import { readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { checkRedis } from '@throughline/queue';
import { explainServer } from '@throughline/runtime';
import { type DatabaseFacts, databaseFacts, itemsSetAside, type Sql } from '@throughline/store';
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

Looks at versions, Node, the disk, the database, items that could not be tagged, and the queue. Every line is ok, or says what to do.
Exit code 0 when all is well, else 1.`,
  run: async (args) => {
    const { values } = parseArgs({ args, options: { data: { type: 'string' } } });
    const directory = dataDirectoryOf(values.data);
    const findings = [desk(), node(), await disk(directory), ...(await database(directory)), await queue()];
    for (const { what, ok, says } of findings) {
      process.stdout.write(`${ok ? 'ok  ' : 'FIX '} ${what.padEnd(10)} ${says}\n`);
    }
    return findings.every((finding) => finding.ok) ? 0 : 1;
  },
};

function desk(): Finding {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const { version } = manifest as { version: string };
  return { what: 'desk', ok: true, says: `Throughline ${version} on ${process.platform} ${process.arch}` };
}

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

async function database(directory: string): Promise<Finding[]> {
  let connection: Connection;
  try {
    connection = await connectToDesk(directory);
  } catch (error) {
    return [{ what: 'database', ok: false, says: (error as Error).message }];
  }
  try {
    const says = describe(await databaseFacts(connection.db), connection.by);
    return [{ what: 'database', ok: true, says }, await tagging(connection.db)];
  } catch (error) {
    return [{ what: 'database', ok: false, says: databaseTrouble(error) }];
  } finally {
    await connection.close();
  }
}

/** Items named by their number at most. */
const NAMED = 10;

async function tagging(sql: Sql): Promise<Finding> {
  const items = await itemsSetAside(sql, NAMED + 1);
  const [newest] = items;
  if (newest === undefined) return { what: 'tagging', ok: true, says: 'no item is set aside' };
  const named = items.slice(0, NAMED).map(({ id }) => id);
  const ids = `${named.join(', ')}${items.length > NAMED ? ' and more' : ''}`;
  const why = {
    rules: 'the topics’ rules could not be applied to it',
    store: 'its tags could not be stored',
  }[newest.stage];
  return {
    what: 'tagging',
    ok: false,
    says: `set aside, since they could not be tagged: ${ids}. Of ${newest.id}, ${why}: ${newest.detail}. Upgrade or change the topic, or press "Try again now" on Today`,
  };
}

const HOW: Record<Connection['by'], string> = {
  DATABASE_URL: 'named by DATABASE_URL',
  'running desk': 'of the desk that runs now',
  'opened here': 'no desk runs on it',
};

function describe(facts: DatabaseFacts, by: Connection['by']): string {
  const size = `${Math.round(facts.bytes / MEGABYTE)} MB`;
  return `${facts.version}, ${HOW[by]}, ${size}, schema ${facts.migrations.at(-1) ?? 'empty'}`;
}

function databaseTrouble(error: unknown): string {
  const { DATABASE_URL } = env();
  const { code, message } = error as { code?: unknown; message: string };
  // The server answers, but has no tables of ours.
  if (code === '42P01' || code === '3F000') {
    return 'it has no desk yet: run "throughline sign-in", or start an API or a worker on it';
  }
  if (DATABASE_URL === undefined) return message;
  return explainServer('PostgreSQL', 'DATABASE_URL', DATABASE_URL, error);
}

async function queue(): Promise<Finding> {
  const { REDIS_URL } = env();
  if (REDIS_URL === undefined) {
    return { what: 'queue', ok: true, says: `BullMQ on the database` };
  }
  try {
    const redis = await checkRedis(REDIS_URL);
    return { what: 'queue', ok: true, says: `BullMQ on Redis ${redis}` };
  } catch (error) {
    return { what: 'queue', ok: false, says: explainServer('Redis', 'REDIS_URL', REDIS_URL, error) };
  }
}
