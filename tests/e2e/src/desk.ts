import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deskEnvironment } from './env.ts';

export interface Desk {
  /** `http://127.0.0.1:1234` */
  address: string;
  /** The link that the desk printed; it works once. */
  signInLink: string;
  /** Where its data are. */
  directory: string;
  stop(): Promise<void>;
}

const command = fileURLToPath(new URL('../../../apps/throughline/dist/main.js', import.meta.url));
/** Milliseconds that a first start may take on a slow machine. */
const START_WITHIN = 110_000;

/**
 * Starts the built desk with the sample wire on an empty directory and a free port, as `pnpm start` does.
 * @param allow a private `host:port` that it may fetch from
 */
export async function startDesk({ allow = '' } = {}): Promise<Desk> {
  const directory = mkdtempSync(join(tmpdir(), 'throughline-e2e-'));
  const child = spawn(
    process.execPath,
    [command, 'start', '--data', directory, '--port', '0', '--no-starter'],
    {
      // The tests' own feeds are served from this machine, which the desk does not fetch from by itself.
      env: deskEnvironment(allow === '' ? {} : { FETCH_ALLOW: allow }),
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    }
    rmSync(directory, { recursive: true, force: true });
  };
  const end = Date.now() + START_WITHIN;
  for (;;) {
    const signInLink = /https?:\/\/\S+\/sign-in#\S+/.exec(printed)?.[0];
    if (signInLink !== undefined && printed.includes('Ctrl-C'))
      return { address: new URL(signInLink).origin, signInLink, directory, stop };
    if (child.exitCode !== null || Date.now() > end) {
      await stop();
      throw new Error(`the desk did not start:\n${printed}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
