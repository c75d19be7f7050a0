import { runService } from '@throughline/runtime';
import { startSampleWire } from '@throughline/sample-wire';

/** The sample wire in a process of its own: `wire-process.js PORT`; takes another port when that one is taken. */
const port = Number(process.argv[2] ?? 0);

await runService('wire', async () => {
  const wire = await startSampleWire({ port }).catch(() => startSampleWire({ port: 0 }));
  return { ready: { origin: wire.origin }, stop: () => wire.close() };
});
