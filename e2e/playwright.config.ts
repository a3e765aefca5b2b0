import { defineConfig } from 'playwright/test';

/** One worker: real keys, the keyring and the window focus belong to one Hotseat at a time. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  workers: 1,
  timeout: 60_000,
  reporter: [['list']],
});
