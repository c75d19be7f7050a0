import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';

const desk = 'http://127.0.0.1:8180';

/** Text of the build beside itself in compressed form, so that the desk sends it without compressing it each time. */
const precompressed: Plugin = {
  name: 'precompressed',
  apply: 'build',
  writeBundle: ({ dir = 'dist' }) => {
    for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(js|css|svg|html)$/.test(name)) continue;
      const file = join(dir, name);
      const text = readFileSync(file);
      writeFileSync(`${file}.br`, brotliCompressSync(text));
      writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }));
    }
  },
};

export default defineConfig({
  plugins: [react(), precompressed],
  // Our own packages are read from their sources, so the admin builds without waiting for theirs.
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    // The floor of `light-dark()`, `color-mix()` and the popover attribute, which the styles rely on.
    target: ['chrome123', 'firefox125', 'safari17.5'],
    // Small assets as data: addresses would be refused by the desk's content security policy for scripts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
  },
  server: { proxy: { '/trpc': desk, '/export': desk, '/read': desk, '/sign-in': desk } },
});
