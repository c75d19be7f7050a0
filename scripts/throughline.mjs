// `pnpm throughline ...`: the workspace's command, built first when a source changed.
import { ensureBuilt } from './built.mjs';

await ensureBuilt({ filters: ['@throughline/cli...'] });
await import('../apps/throughline/dist/main.js');
