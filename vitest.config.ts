import { defineConfig } from 'vitest/config';

// Workspace packages are tested from their sources. Only our own condition is added: more of them
// (import, module) would also reach Node's loader and break packages that mix CommonJS and ESM.
const conditions = ['source', 'node'];

/** Unit and integration tests that need nothing but Node. Other suites: see CONTRIBUTING.md. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'apps/*/src/**/*.test.{ts,tsx}',
      'tests/integration/**/*.test.ts',
    ],
    // The same tests run against real servers where these are given (see CONTRIBUTING.md).
    provide: {
      databaseUrl: process.env.TEST_DATABASE_URL ?? null,
      redisUrl: process.env.TEST_REDIS_URL ?? null,
    },
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
