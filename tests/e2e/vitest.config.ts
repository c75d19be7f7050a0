import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** A real Chromium on the real built desk: `pnpm test --browser`. One desk for all files, one file at a time. */
export default defineConfig({
  resolve: { conditions: ['source', 'node'] },
  ssr: { resolve: { conditions: ['source', 'node'] } },
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: 'src/global-setup.ts',
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
