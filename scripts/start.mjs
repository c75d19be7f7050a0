// `pnpm start`: builds what changed, then brings the desk up.
import { ensureBuilt } from './built.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Throughline needs Node 20.19 or newer; this is ${process.versions.node}.\n`);
  process.exit(1);
}
const args = process.argv.slice(2);
ensureBuilt({ quiet: args.includes('--help') || args.includes('-h') });
process.argv = [process.argv[0], process.argv[1], 'start', ...args];
await import('../apps/throughline/dist/main.js');
