// `pnpm test [vitest arguments]`: everything that needs nothing but Node. Says what it left out and how to run that.
// With TEST_DATABASE_URL and TEST_REDIS_URL: the tests that use a database or a queue, on these servers.
// `--browser`: the tests in Chromium.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ensureBuilt, root } from './built.mjs';

const servers = Boolean(process.env.TEST_DATABASE_URL || process.env.TEST_REDIS_URL);
const browser = process.argv.includes('--browser');
const args = process.argv.slice(2).filter((arg) => arg !== '--browser');

await ensureBuilt();
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const directory = mkdtempSync(join(tmpdir(), 'throughline-results-'));
const report = join(directory, 'report.json');
const config = browser ? ['--config', 'tests/e2e/vitest.config.ts'] : [];
const run = spawnSync(
  process.execPath,
  [vitest, 'run', ...config, '--reporter=default', '--reporter=json', `--outputFile=${report}`, ...args],
  { cwd: root, stdio: 'inherit' },
);
const counts = readCounts(report);
rmSync(directory, { recursive: true, force: true });

if (counts === null || counts.passed + counts.failed === 0) {
  console.error('No test was run.');
  process.exit(1);
}
sayWhatWasLeftOut();
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(run.status ?? 1);

/** A file that could not even be loaded counts as one failure. */
function readCounts(path) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(path, 'utf8'));
    const unloaded = testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && assertionResults.every((result) => result.status !== 'failed'),
    );
    return { passed: numPassedTests, failed: numFailedTests + unloaded.length };
  } catch {
    return null;
  }
}

function sayWhatWasLeftOut() {
  if (browser || servers) return;
  const left = [
    'the same tests on PostgreSQL and Redis:  TEST_DATABASE_URL=postgres://... TEST_REDIS_URL=redis://... pnpm test',
    'the browser tests (Chromium):            pnpm test --browser',
    "both, with Debian's packages:            .ci/run",
  ];
  console.log(
    `\nLeft out, because they need more than Node:\n${left.map((line) => `  ${line}`).join('\n')}\n`,
  );
}
