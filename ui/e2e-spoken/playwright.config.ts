import base from '../e2e/playwright.config.ts';
import { defineConfig } from '@playwright/test';

// Talks to a server with real speech; SpokenIT starts it, and recognises again what it said.
export default defineConfig(base, {
  testDir: '.',
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: {
    permissions: ['microphone'],
    launchOptions: {
      ...base.use?.launchOptions,
      args: [...(base.use?.launchOptions?.args ?? []), '--autoplay-policy=no-user-gesture-required', '--use-fake-ui-for-media-stream'],
    },
  },
});
