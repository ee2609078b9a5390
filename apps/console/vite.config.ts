import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = path.resolve(__dirname, '../..');

export default defineConfig({
  root: __dirname,
  plugins: [react()],
  resolve: { alias: { '@throughline/client': path.join(root, 'libs/client/src/index.ts') } },
  css: { preprocessorOptions: { scss: { quietDeps: true, loadPaths: [path.join(root, 'node_modules')] } } },
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  // While developing: `npx vite apps/console`, beside `npm start`.
  server: { proxy: { '/graphql': 'http://127.0.0.1:4000' } },
});
