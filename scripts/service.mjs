// `pnpm start:worker` and `pnpm start:api`: one process of the desk, on the servers that the environment names.
// Many may run at once, on one machine or several.
import { ensureBuilt } from './built.mjs';

const [service] = process.argv.slice(2);
if (service !== 'worker' && service !== 'api') {
  process.stderr.write('Usage: node scripts/service.mjs worker|api\n');
  process.exit(2);
}
// The API also serves the built pages.
const apps = service === 'api' ? ['api', 'admin'] : ['worker'];
await ensureBuilt({ filters: apps.map((app) => `@throughline/${app}...`) });
await import(`../apps/${service}/dist/main.js`);
