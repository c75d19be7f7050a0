// Makes sure that what is about to run is built from the sources as they stand.
// Turbo compares content, so an unchanged tree costs well under a second and builds nothing.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A line of turbo about a package that is built now. */
const BUILDING = /^@throughline\/([\w-]+):build: cache miss/;

/**
 * Builds the workspace, or the parts that `filters` name and what they need. Silent when nothing changed, one line a
 * package on stderr when something did; what the compilers said only when they failed, which ends this process.
 */
export async function ensureBuilt({ filters = [] } = {}) {
  const turbo = join(dirname(createRequire(import.meta.url).resolve('turbo/package.json')), 'bin', 'turbo');
  const args = ['run', 'build', '--output-logs=new-only', '--log-order=stream', '--log-prefix=task'];
  const build = spawn(process.execPath, [turbo, ...args, ...filters.map((filter) => `--filter=${filter}`)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1', NO_COLOR: '1' },
  });
  // Ctrl-C reaches turbo too; it ends, and so does this.
  const onInterrupt = () => {};
  process.on('SIGINT', onInterrupt);
  const lines = [];
  const read = async (stream) => {
    for await (const line of createInterface({ input: stream })) {
      lines.push(line);
      const name = BUILDING.exec(line)?.[1];
      if (name !== undefined) process.stderr.write(`Building ${name} ...\n`);
    }
  };
  const [[code, signal]] = await Promise.all([once(build, 'close'), read(build.stdout), read(build.stderr)]);
  process.off('SIGINT', onInterrupt);
  if (code === 0) return;
  if (signal === 'SIGINT' || code === 130) process.exit(130);
  process.stderr.write(`${lines.join('\n')}\nThe build failed; nothing was started.\n`);
  process.exit(code ?? 1);
}
