// Makes sure that what is about to run is built from the sources as they stand.
// Turbo compares content, so an unchanged tree costs well under a second and builds nothing.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Builds the workspace (or the part that `filters` name) with turbo; output goes to stderr.
 * Exits the process with turbo's code when the build fails.
 */
export function ensureBuilt({ filters = [], quiet = true } = {}) {
  const turbo = join(dirname(createRequire(import.meta.url).resolve('turbo/package.json')), 'bin', 'turbo');
  const args = [turbo, 'run', 'build', '--output-logs=errors-only', ...filters.map((f) => `--filter=${f}`)];
  if (quiet) args.push('--log-prefix=none');
  const run = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', quiet ? 'pipe' : 2, quiet ? 'pipe' : 2],
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' },
  });
  if (run.status === 0) return;
  if (quiet)
    process.stderr.write(Buffer.concat([run.stdout ?? Buffer.alloc(0), run.stderr ?? Buffer.alloc(0)]));
  process.stderr.write('The build failed; nothing was started.\n');
  process.exit(run.status ?? 1);
}
