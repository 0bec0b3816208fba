import { defineConfig } from 'vite';

const server = process.env['READBACK_URL'] ?? 'http://127.0.0.1:5000';
const routes = 'login logout execute resume questions context executions sessions events memory audit grants health';

export default defineConfig({
  build: {
    target: 'es2022',
    outDir: '../app/target/classes/page',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  // "npm run dev" shows the page from its sources, talking to a Readback that runs already.
  server: { proxy: Object.fromEntries(routes.split(' ').map((route) => [`/${route}`, server])) },
});
