// `pnpm start`: builds what changed, then brings the desk up.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Throughline cannot start. It needs Node 20.19 or newer; this is ${process.versions.node}.\n`,
  );
  process.exit(1);
}
const { ensureBuilt } = await import('./built.mjs');
await ensureBuilt({ filters: ['@throughline/cli...', '@throughline/admin...'] });
process.argv = [process.argv[0], process.argv[1], 'start', ...process.argv.slice(2)];
await import('../apps/throughline/dist/main.js');
