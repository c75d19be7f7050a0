import { defineConfig } from 'vitest/config';

// Workspace packages are tested from their sources. Only our own condition is added: more of them
// (import, module) would also reach Node's loader and break packages that mix CommonJS and ESM.
const conditions = ['source', 'node'];

/** Tests that use the database or the queue: with servers given, these are what is run on them. */
const ON_SERVERS = ['packages/{store,queue}/src/**/*.test.ts', 'apps/*/src/**/*.test.{ts,tsx}'];
const PROCESSES_ON_SERVERS = ['pipeline', 'start-on-server', 'websub'].map(
  (name) => `tests/integration/src/${name}.test.ts`,
);
const PURE = ['packages/*/src/**/*.test.ts', 'tooling/**/*.test.ts'];
const onServers = process.env.TEST_DATABASE_URL !== undefined || process.env.TEST_REDIS_URL !== undefined;

/** Unit and integration tests that need nothing but Node. Other suites: see CONTRIBUTING.md. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    // The same tests run against real servers where these are given (see CONTRIBUTING.md).
    provide: {
      databaseUrl: process.env.TEST_DATABASE_URL ?? null,
      redisUrl: process.env.TEST_REDIS_URL ?? null,
      replayData: process.env.TEST_REPLAY_DATA ?? null,
    },
    globalSetup: 'packages/store/src/testing-setup.ts',
    // Only for what hangs: on a busy machine an honest test takes many times as long as on a quiet one.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Vitest leaves one processor idle; on a machine with two that is half of it.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'units',
          include: onServers ? ON_SERVERS : [...PURE, ...ON_SERVERS],
          sequence: { groupOrder: 1 },
        },
      },
      {
        // Each brings several processes up: alone, one file after the other, or they starve each other.
        extends: true,
        test: {
          name: 'processes',
          include: onServers ? PROCESSES_ON_SERVERS : ['tests/integration/src/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
