import { defineConfig } from '@playwright/test';

// PageIT starts the server and says in the environment where it is, and where pictures and traces go.
const place = process.env['READBACK_E2E_OUT'] ?? '/tmp/readback-e2e';

export default defineConfig({
  testDir: '.',
  outputDir: `${place}/traces`,
  workers: 1,
  timeout: 20_000,
  expect: { timeout: 5_000 },
  reporter: [['list']],
  forbidOnly: true,
  use: {
    baseURL: process.env['READBACK_URL'] ?? 'http://127.0.0.1:5000',
    locale: 'en-GB',
    // What a service worker handles cannot be held up or changed by a test; the test of it lets it in.
    serviceWorkers: 'block',
    viewport: { width: 1280, height: 800 },
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--disable-quic',
      ],
    },
  },
});
