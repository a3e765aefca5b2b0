import { defineConfig } from 'playwright/test';

/**
 * Two lanes: the built app, driven by Playwright, and the packaged one, seen from outside only.
 * One worker: real keys, the keyring and the window focus belong to one Hotseat at a time.
 */
export default defineConfig({
  testDir: '.',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  globalTimeout: 2_400_000,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['HOTSEAT_TEST_REPORT'] ?? '../test-results/e2e.json' }],
  ],
  projects: [
    { name: 'app', testIgnore: 'packaged.spec.ts', outputDir: '../test-results/app' },
    { name: 'packaged', testMatch: 'packaged.spec.ts', outputDir: '../test-results/packaged' },
  ],
});
