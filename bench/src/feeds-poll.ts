import { fork, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  afterPoll,
  createGuardedClient,
  createHostGate,
  fetchFeed,
  hostKey,
  NEW_SOURCE,
  parseFeed,
} from '@throughline/feeds';
import { Agent, request } from 'undici';

/**
 * A whole poll of many local feeds, cold and unchanged: guarded request, gate of the host, parsing into the sanitised
 * normal form, schedule. Beside it, in the same run and over the same server: bare undici, which only reads the bytes,
 * and newsboat, where it is installed, which also stores items. Median of the rounds; rounds alternate.
 */
const { values } = parseArgs({
  options: {
    feeds: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '5' },
    concurrency: { type: 'string', default: '64' },
  },
});
const rounds = Number(values.rounds);
const concurrency = Number(values.concurrency);

interface Served {
  urls: string[];
  items: number;
}

interface Poll {
  seconds: number;
  /** Answers that were 304, or new bodies, as far as the contender says. */
  note: string;
}

interface Contender {
  name: string;
  /** Polls everything for the first time, then once more, unchanged. */
  run(urls: string[]): Promise<{ cold: Poll; unchanged: Poll }>;
}

async function timed(poll: () => Promise<string>): Promise<Poll> {
  const started = performance.now();
  const note = await poll();
  return { seconds: (performance.now() - started) / 1000, note };
}

/** As many at a time as `concurrency`, in order. */
async function inParallel<T>(
  list: readonly T[],
  task: (entry: T, index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < list.length; index = next++) await task(list[index] as T, index);
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
}

const throughline: Contender = {
  name: 'throughline',
  async run(urls) {
    const client = createGuardedClient({ userAgent: 'Throughline bench', allow: ['127.0.0.0/8:*'] });
    const gate = createHostGate({
      clock: { now: Date.now, sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) },
      // Two rounds follow each other within a second.
      isOwn: () => true,
    });
    const rows = urls.map((url) => ({
      url,
      validators: { etag: null as string | null, lastModified: null as string | null },
      bodyHash: null as string | null,
      memory: { ...NEW_SOURCE },
    }));
    const poll = async (): Promise<string> => {
      const seen = { items: 0, unchanged: 0, failed: 0 };
      await inParallel(rows, async (row) => {
        const gated = await gate.run(hostKey(row.url), () =>
          fetchFeed(client, { ...row, ...row.validators, validatorsFrom: row.memory.validatorsFrom }),
        );
        if (!gated.ran) throw new Error(`${row.url} was not asked`);
        const outcome = gated.value;
        const parsed =
          outcome.kind === 'body' ? await parseFeed(outcome.body, { url: outcome.finalUrl }) : null;
        const after = afterPoll({
          now: new Date(),
          outcome,
          memory: row.memory,
          failures: 0,
          arrivals: parsed?.ok ? parsed.items.map((item) => new Date(item.publishedAt ?? 0)) : [],
          ownIntervalMs: null,
          pushedUntil: null,
          random: Math.random,
        });
        row.memory = after.memory;
        if (after.keep !== null) Object.assign(row, after.keep);
        if (parsed?.ok) seen.items += parsed.items.length;
        if (outcome.kind === 'unchanged') seen.unchanged++;
        if (outcome.kind === 'failed' || parsed?.ok === false) seen.failed++;
      });
      return `${seen.items} items, ${seen.unchanged} unchanged, ${seen.failed} failed`;
    };
    const result = { cold: await timed(poll), unchanged: await timed(poll) };
    await client.close();
    return result;
  },
};

const undici: Contender = {
  name: 'bare undici',
  async run(urls) {
    const agent = new Agent({ connections: 1, pipelining: 0 });
    const etags = new Map<string, string>();
    const poll = async (): Promise<string> => {
      const seen = { bytes: 0, unchanged: 0 };
      await inParallel(urls, async (url) => {
        const etag = etags.get(url);
        const headers = { 'user-agent': 'bench', ...(etag === undefined ? {} : { 'if-none-match': etag }) };
        const response = await request(url, { dispatcher: agent, headers });
        seen.bytes += (await response.body.arrayBuffer()).byteLength;
        if (response.statusCode === 304) seen.unchanged++;
        if (typeof response.headers.etag === 'string') etags.set(url, response.headers.etag);
      });
      return `${(seen.bytes / 1e6).toFixed(1)} MB, ${seen.unchanged} unchanged`;
    };
    const result = { cold: await timed(poll), unchanged: await timed(poll) };
    await agent.destroy();
    return result;
  },
};

const newsboat: Contender = {
  name: 'newsboat',
  async run(urls) {
    const home = mkdtempSync(join(tmpdir(), 'bench-newsboat-'));
    try {
      const file = (name: string): string => join(home, name);
      writeFileSync(file('urls'), `${urls.join('\n')}\n`);
      writeFileSync(file('config'), `reload-threads ${concurrency}\nauto-reload no\n`);
      const poll = async (): Promise<string> => {
        const files = ['-u', file('urls'), '-c', file('cache.db'), '-C', file('config')];
        const child = spawn('newsboat', [...files, '-x', 'reload'], {
          env: { ...process.env, HOME: home },
          stdio: 'ignore',
        });
        const code = await new Promise((resolve) => child.on('exit', resolve));
        return `exit code ${code}, its own database included`;
      };
      return { cold: await timed(poll), unchanged: await timed(poll) };
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  },
};

function median(list: readonly Poll[]): Poll {
  const sorted = [...list].sort((a, b) => a.seconds - b.seconds);
  return sorted[Math.floor(sorted.length / 2)] as Poll;
}

async function startServer(): Promise<Served & { stop(): void }> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const child = fork(new URL(`feeds-poll-server.${extension}`, import.meta.url), [values.feeds]);
  const served = await new Promise<Served>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Served));
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return { ...served, stop: () => void child.disconnect() };
}

const hasNewsboat = spawnSync('newsboat', ['-v'], { stdio: 'ignore' }).status === 0;
const contenders = [undici, throughline, ...(hasNewsboat ? [newsboat] : [])];
const server = await startServer();
console.log(`${server.urls.length} feeds with ${server.items} items, each on a loopback address of its own;`);
console.log(`${concurrency} at a time, median of ${rounds} rounds. Node ${process.version}.`);
if (!hasNewsboat) console.log('newsboat is not installed: left out.');

const results = new Map(
  contenders.map(({ name }) => [name, { cold: [] as Poll[], unchanged: [] as Poll[] }]),
);
for (let round = 0; round < rounds; round++) {
  for (const { name, run } of contenders) {
    const { cold, unchanged } = await run(server.urls);
    results.get(name)?.cold.push(cold);
    results.get(name)?.unchanged.push(unchanged);
  }
}
server.stop();

for (const kind of ['unchanged', 'cold'] as const) {
  const base = median(results.get('bare undici')?.[kind] ?? []).seconds;
  console.log(`\n${kind === 'cold' ? 'Cold' : 'Unchanged (304)'}`);
  for (const [name, polls] of results) {
    const { seconds, note } = median(polls[kind]);
    const rate = Math.round(server.urls.length / seconds);
    const ratio = (seconds / base).toFixed(2);
    console.log(
      `  ${name.padEnd(12)} ${seconds.toFixed(3)} s  ${ratio} x undici's time  ${rate} feeds/s  (${note})`,
    );
  }
}
