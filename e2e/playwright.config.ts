import { defineConfig } from 'playwright/test';

/**
 * Three lanes: the built app, driven by Playwright; the packaged one and the installed one, seen from outside only.
 * The campaign is a fourth, which `npm test` leaves out.
 * One worker: real keys, the keyring and the window focus belong to one Hotseat at a time.
 */
export default defineConfig({
  testDir: '.',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  // The whole campaign takes hours.
  globalTimeout: process.env['HOTSEAT_CAMPAIGN_TALLY'] === undefined ? 3_600_000 : 0,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['HOTSEAT_TEST_REPORT'] ?? '../test-results/e2e.json' }],
  ],
  projects: [
    { name: 'app', testIgnore: ['packaged*.spec.ts', 'installed.spec.ts'], outputDir: '../test-results/app' },
    { name: 'packaged', testMatch: 'packaged*.spec.ts', outputDir: '../test-results/packaged' },
    { name: 'installed', testMatch: 'installed.spec.ts', outputDir: '../test-results/installed' },
    { name: 'campaign', testDir: '../campaign/app', outputDir: '../test-results/campaign' },
  ],
});
