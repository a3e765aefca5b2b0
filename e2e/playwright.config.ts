import { defineConfig } from 'playwright/test';

/**
 * Three lanes: the built app, driven by Playwright; the packaged one and the installed one, seen from outside only.
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
    { name: 'app', testIgnore: ['packaged*.spec.ts', 'installed.spec.ts'], outputDir: '../test-results/app' },
    { name: 'packaged', testMatch: 'packaged*.spec.ts', outputDir: '../test-results/packaged' },
    { name: 'installed', testMatch: 'installed.spec.ts', outputDir: '../test-results/installed' },
  ],
});
