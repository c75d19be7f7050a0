import { runService } from '@throughline/runtime';
import { sampleWireNow, startSampleWire } from '@throughline/sample-wire';

/**
 * The sample wire in a process of its own: `wire-process.js PORT STARTED_AT`. Takes another port when that one is
 * taken. Its replay counts from the first start of the desk, so a restart takes nothing back.
 */
const [port = '0', startedAt = new Date().toISOString()] = process.argv.slice(2);
const ARRIVAL_EVERY_MS = 120_000;

await runService('wire', async () => {
  const options = {
    dates: 'live',
    replay: {
      mode: 'trickle',
      startedAt: new Date(startedAt),
      from: sampleWireNow,
      everyMs: ARRIVAL_EVERY_MS,
    },
  } as const;
  const wire = await startSampleWire({ ...options, port: Number(port) }).catch(() =>
    startSampleWire(options),
  );
  return { ready: { origin: wire.origin }, stop: () => wire.close() };
});
