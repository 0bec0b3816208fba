import base from '../e2e/playwright.config.ts';
import { defineConfig } from '@playwright/test';

// Talks to a server with real speech; SpokenIT starts it, and recognises again what it said.
export default defineConfig(base, {
  testDir: '.',
  timeout: 90_000,
  // Sound is real time: a machine that stalls for a moment loses some of it, as a bad line does. What fails twice is broken.
  retries: 1,
  expect: { timeout: 20_000 },
  use: {
    permissions: ['microphone'],
    launchOptions: {
      ...base.use?.launchOptions,
      args: [...(base.use?.launchOptions?.args ?? []), '--autoplay-policy=no-user-gesture-required', '--use-fake-ui-for-media-stream'],
    },
  },
});
