import { parseArgs } from 'node:util';
import { startSampleWire } from './server.ts';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '8190' }, host: { type: 'string', default: '127.0.0.1' } },
});

const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`--port must be a number from 0 to 65535, not "${values.port}"`);
  process.exit(2);
}

try {
  const wire = await startSampleWire({ host: values.host, port });
  console.log(`Sample wire: ${wire.origin}/ (all feeds: ${wire.origin}/opml.xml)`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void wire.close());
} catch (error) {
  console.error(`The sample wire could not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
