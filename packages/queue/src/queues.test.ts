import { createConnection, createServer, type Socket } from 'node:net';
import { openTestDatabase, type TestDatabase } from '@throughline/store/testing';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { openQueues, type Queues } from './queues.ts';

let db: TestDatabase;
let line: Line;
const opened: Queues[] = [];

beforeAll(async () => {
  db = await openTestDatabase();
  line = await openLine(db.url);
});
afterAll(async () => {
  for (const queues of opened) await queues.close();
  await line.close();
  await db.close();
});

async function open(url: string): Promise<Queues> {
  const queues = await openQueues({ kind: 'postgres', url });
  opened.push(queues);
  return queues;
}

test('a job of the same name is taken once; what does not fit its schema is refused', async () => {
  const redisUrl = inject('redisUrl');
  const queues =
    redisUrl === null
      ? await open(db.url)
      : await openQueues({ kind: 'redis', url: redisUrl, desk: 'queues-test' });
  if (redisUrl !== null) opened.push(queues);
  const done: number[] = [];
  const job = { id: 'same', payload: { sourceId: 7 } };
  await queues.add('poll-source', [job, job]);
  await queues.add('poll-source', [job]);
  expect(await queues.pending('poll-source')).toBe(1);
  await expect(queues.add('poll-source', [{ id: 'bad', payload: { sourceId: 0.5 } }])).rejects.toThrow();
  queues.work('poll-source', async ({ sourceId }) => void done.push(sourceId), {
    concurrency: 2,
    onFailed: () => {},
  });
  await vi.waitUntil(() => done.length > 0, { timeout: 15_000 });
  await vi.waitUntil(async () => (await queues.pending('poll-source')) === 0, { timeout: 15_000 });
  expect(done).toEqual([7]);
  await queues.close();
  opened.pop();
});

test('a server that is not there is told', async () => {
  await expect(openQueues({ kind: 'postgres', url: 'postgres://x@127.0.0.1:1/x' })).rejects.toThrow(
    /ECONNREFUSED/,
  );
});

// Lost at any moment of a worker's life: while it connects, while it looks for work, while it works.
test.each([0, 3, 8, 15, 30, 60, 120, 300])(
  'work goes on when the server was away, lost %d ms after the work began',
  async (ms) => {
    const queues = await open(line.url);
    const done: number[] = [];
    let failures = 0;
    queues.work('tag-items', async ({ itemIds }) => void done.push(...itemIds), {
      concurrency: 2,
      onFailed: () => {
        failures++;
      },
    });
    await new Promise((resolve) => setTimeout(resolve, ms));
    line.cut();
    await new Promise((resolve) => setTimeout(resolve, 300));
    line.mend();
    const add = () =>
      queues.add('tag-items', [{ id: `after-${ms}`, payload: { itemIds: [ms + 1] } }]).then(
        () => true,
        () => false,
      );
    await vi.waitUntil(add, { timeout: 15_000, interval: 200 });
    await vi.waitUntil(() => done.includes(ms + 1), { timeout: 30_000, interval: 50 });
    expect(failures).toBeLessThan(50);
    await queues.close();
    opened.pop();
  },
  60_000,
);

test('work goes on after a server that was there and said nothing any more', async () => {
  const queues = await openQueues({ kind: 'postgres', url: line.url }, { patienceMs: 1_000 });
  opened.push(queues);
  const done: number[] = [];
  queues.work('tag-items', async ({ itemIds }) => void done.push(...itemIds), {
    concurrency: 2,
    onFailed: () => {},
  });
  await queues.add('tag-items', [{ id: 'before', payload: { itemIds: [1] } }]);
  await vi.waitUntil(() => done.includes(1), { timeout: 15_000, interval: 50 });
  line.hush();
  await expect(queues.add('tag-items', [{ id: 'meanwhile', payload: { itemIds: [2] } }])).rejects.toThrow(
    /did not answer/,
  );
  line.mend();
  const add = () =>
    queues.add('tag-items', [{ id: 'after', payload: { itemIds: [3] } }]).then(
      () => true,
      () => false,
    );
  await vi.waitUntil(add, { timeout: 15_000, interval: 200 });
  await vi.waitUntil(() => done.includes(3), { timeout: 30_000, interval: 50 });
  await queues.close();
  opened.pop();
}, 60_000);

test('a worker that could not begin, for whatever reason, begins later', async () => {
  const queues = await open(db.url);
  const failures: string[] = [];
  const done: number[] = [];
  const ledger = await db.row<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'bullmq' and tablename ~ 'migration'",
  );
  await db.run(`alter table bullmq."${ledger?.name}" rename to hidden`);
  queues.work('tag-items', async ({ itemIds }) => void done.push(...itemIds), {
    concurrency: 2,
    onFailed: (error) => failures.push(error.message),
  });
  await vi.waitUntil(() => failures.length > 0, { timeout: 15_000, interval: 20 });
  await db.run(`alter table bullmq.hidden rename to "${ledger?.name}"`);
  const add = () =>
    queues.add('tag-items', [{ id: 'begun', payload: { itemIds: [4] } }]).then(
      () => true,
      () => false,
    );
  await vi.waitUntil(add, { timeout: 15_000, interval: 200 });
  await vi.waitUntil(() => done.includes(4), { timeout: 15_000, interval: 50 });
  expect(failures.length).toBeLessThan(50);
  await queues.close();
  opened.pop();
}, 60_000);

interface Line {
  /** The same database, reached through a line that can be cut. */
  url: string;
  /** Ends every connection, and takes no new one. */
  cut(): void;
  /** Passes nothing on any more, on the connections there are. */
  hush(): void;
  mend(): void;
  close(): Promise<void>;
}

async function openLine(url: string): Promise<Line> {
  const sockets = new Set<Socket>();
  let whole = true;
  const server = createServer((near) => {
    if (!whole) return void near.destroy();
    const far = createConnection(targetOf(url));
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket
        .on('error', () => {})
        .on('close', () => {
          sockets.delete(socket);
          other.destroy();
        });
      socket.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const end = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `postgres://postgres@127.0.0.1:${address.port}${databaseOf(url)}`,
    cut: () => {
      whole = false;
      end();
    },
    hush: () => {
      for (const socket of sockets) socket.unpipe().pause();
    },
    mend: () => {
      whole = true;
    },
    close: async () => {
      end();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The embedded database listens on a Unix socket, a server on a port. */
function targetOf(url: string): { path: string } | { host: string; port: number } {
  const directory = /[?&]host=([^&]+)/.exec(url)?.[1];
  if (directory !== undefined) return { path: `${decodeURIComponent(directory)}/.s.PGSQL.5432` };
  const { hostname, port } = new URL(url);
  return { host: hostname, port: Number(port || 5432) };
}

function databaseOf(url: string): string {
  return /^postgres:\/\/[^/]*(\/\w+)/.exec(url)?.[1] ?? '/postgres';
}
