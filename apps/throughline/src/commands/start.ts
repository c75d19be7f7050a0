import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Command, isWrongUse, UsageError } from '../command.ts';
import { type DeskOptions, type RunningDesk, startDesk } from '../desk/start-desk.ts';
import { env } from '../env.ts';

const DEFAULT_PORT = 8180;

export const start: Command = {
  summary: 'Bring up the whole desk and print a link that signs you in',
  usage: `Usage: pnpm start [--data DIR] [--port N] [--no-sample] [--no-starter]

  --data DIR     where the database and the logs live (default: ./data)
  --port N       where the desk listens on 127.0.0.1 (default: ${DEFAULT_PORT}; the sample wire takes the next one)
  --no-sample    without the sample wire
  --no-starter   without the starter list of real sources

With DATABASE_URL the desk uses that PostgreSQL (15 or newer) instead of the embedded database,
with REDIS_URL its queues run on Redis. Ctrl-C stops everything; the next start goes on with the same data.`,
  run: async (args) => {
    const stop = stopSignal();
    let options: DeskOptions;
    let desk: RunningDesk;
    try {
      options = { ...readOptions(args), signal: stop.signal };
      desk = await startDesk(options);
    } catch (error) {
      if (stop.signal.aborted) return stopped();
      if (isWrongUse(error)) throw error;
      process.stderr.write(`Throughline cannot start. ${(error as Error).message}\n`);
      return 1;
    }
    if (!stop.signal.aborted) process.stdout.write(welcome(desk, options));
    await stop.asked;
    process.stdout.write('\nStopping ...\n');
    await desk.stop();
    return stopped();
  },
};

function stopped(): number {
  process.stdout.write('Stopped. Everything is saved.\n');
  // A connection that hangs must not keep the process: nothing of it is needed any more.
  setTimeout(() => process.exit(0), 200).unref();
  return 0;
}

function welcome(desk: RunningDesk, options: Pick<DeskOptions, 'dataDirectory'>): string {
  return `
Throughline is ready.

  Sign in here (works once):  ${desk.signInLink}
  Afterwards:                 ${desk.address}/

  Data and logs: ${options.dataDirectory}
  Ctrl-C stops it.
`;
}

function readOptions(args: string[]): Omit<DeskOptions, 'signal'> {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: 'string' },
      port: { type: 'string' },
      'no-sample': { type: 'boolean', default: false },
      'no-starter': { type: 'boolean', default: false },
    },
  });
  const { DATABASE_URL, REDIS_URL, INIT_CWD, FETCH_ALLOW } = env();
  const port = values.port === undefined ? DEFAULT_PORT : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_534) {
    throw new UsageError(`--port ${values.port} is no port number.`);
  }
  return {
    // Paths are meant from where the command was typed, not from the workspace's root.
    dataDirectory: values.data === undefined ? resolve('data') : resolve(INIT_CWD ?? '.', values.data),
    port,
    sample: !values['no-sample'],
    starter: !values['no-starter'],
    databaseUrl: DATABASE_URL,
    redisUrl: REDIS_URL,
    fetchAllow: FETCH_ALLOW ?? '',
    onProgress: (step) => process.stdout.write(`Starting ${step} ...\n`),
  };
}

/** Told to stop: by Ctrl-C, by a service manager, or because the terminal was closed. */
function stopSignal(): { signal: AbortSignal; asked: Promise<void> } {
  const controller = new AbortController();
  const asked = new Promise<void>((resolveAsked) => {
    controller.signal.addEventListener('abort', () => resolveAsked(), { once: true });
  });
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => controller.abort());
  return { signal: controller.signal, asked };
}
