import { type Logger, pino } from 'pino';

export type { Logger };

export interface RunningService {
  /** Ends work in progress and lets go of everything. */
  stop(): Promise<void>;
}

/** How long a service may take to stop before it is ended. The desk promises 5 s as a whole. */
const STOP_WITHIN_MS = 2_500;

/**
 * Runs a service until it is told to stop: by SIGTERM or SIGINT, or because the process that started it is gone
 * (its channel closes even when it was killed, so no orphan keeps working). All of that holds while it starts, too.
 *
 * A start that fails is one clear line on stderr and exit code 1; with a parent, the parent is told.
 */
export async function runService(
  name: string,
  start: (log: Logger) => Promise<RunningService & { ready: object }>,
): Promise<void> {
  const log = pino({ name, base: { name, pid: process.pid } }, pino.destination({ dest: 1, sync: true }));
  let service: RunningService | undefined;
  let stopping = false;
  const stop = async (why: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ why }, 'stopping');
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    await service?.stop().catch((error: Error) => log.error({ err: error }, 'stopping went wrong'));
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop('SIGTERM'));
  process.on('SIGINT', () => void stop('SIGINT'));
  process.on('disconnect', () => void stop('the starting process is gone'));
  process.on('message', (message) => {
    if (message === 'stop') void stop('asked to');
  });

  const started = await start(log).catch((error: Error) => fail(name, log, error));
  // Told to stop while it started: the process is about to end.
  if (stopping) return;
  service = started;
  tell({ ready: started.ready });
  log.info(started.ready, 'ready');
}

function fail(name: string, log: Logger, error: Error): never {
  tell({ failed: error.message });
  log.fatal({ err: error }, 'could not start');
  process.stderr.write(`throughline ${name}: ${error.message}\n`);
  process.exit(1);
}

/** Tells the process that started this one, if there is one; it may be gone. */
function tell(message: object): void {
  if (process.connected) process.send?.(message, undefined, undefined, () => {});
}
