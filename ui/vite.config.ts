import { defineConfig, type Plugin } from 'vite';
import { ICONS, png } from './icons.mjs';

const server = process.env['READBACK_URL'] ?? 'http://127.0.0.1:5000';
const routes = 'login logout link execute resume questions context executions sessions events memory audit grants health settings phrases notifications push personaplex';

/** Draws the icons that a phone wants as pixels; the repository keeps none. */
const icons: Plugin = {
  name: 'icons',
  apply: 'build',
  generateBundle() {
    for (const { name, size, maskable } of ICONS) {
      this.emitFile({ type: 'asset', fileName: `assets/${name}.png`, source: png(size, maskable) });
    }
  },
};

/** A visit to a view's address is the page's; a call is the server's. */
const calls = {
  target: server,
  bypass: (request: { headers: { accept?: string | undefined } }) => (request.headers.accept?.includes('text/html') ? '/index.html' : undefined),
};

export default defineConfig({
  plugins: [icons],
  build: {
    target: 'es2022',
    outDir: '../app/target/classes/page',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  // "npm run dev" shows the page from its sources, talking to a Readback that runs already.
  server: {
    proxy: { ...Object.fromEntries(routes.split(' ').map((route) => [`/${route}`, calls])), '/voice': { target: server, ws: true } },
  },
});
