import { runService } from '@throughline/runtime';
import { type SampleWire, sampleWireNow, startSampleWire } from '@throughline/sample-wire';

/**
 * The sample wire in a process of its own: `wire-process.js STARTED_AT PORT...` takes the first of these ports that
 * is free (0 = any). Its replay counts from the first start of the desk, so a restart takes nothing back.
 */
const [startedAt = new Date().toISOString(), ...ports] = process.argv.slice(2);
const ARRIVAL_EVERY_MS = 120_000;

async function startOn([port = '0', ...others]: string[]): Promise<SampleWire> {
  const replay = {
    mode: 'trickle',
    startedAt: new Date(startedAt),
    from: sampleWireNow,
    everyMs: ARRIVAL_EVERY_MS,
  } as const;
  try {
    return await startSampleWire({ dates: 'live', replay, port: Number(port) });
  } catch (error) {
    if (others.length === 0) throw error;
    return startOn(others);
  }
}

await runService('wire', async () => {
  const wire = await startOn(ports);
  return { ready: { origin: wire.origin }, stop: () => wire.close() };
});
