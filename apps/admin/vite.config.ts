import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

const desk = 'http://127.0.0.1:8180';

export default defineConfig({
  plugins: [react()],
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
